//! Tokens: words, numbers, symbols and punctuation marks.

use std::ops::Range;

use crate::span::Span;

use super::fold::fold_into;
use super::{address, ascii, decoration};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, possibly with digits after the first letter and apostrophes within: `Amess's`, `F16`, `U.S.`, the `St.` of
    /// `St. Louis`.
    Word,
    /// Digits with separators within (`1,000.5`), or a fraction sign (`½`).
    Number,
    /// A currency, percent, degree or other sign: `£`, `%`, `°`, `&`; or a web address, whole.
    Symbol,
    /// One punctuation mark.
    Punctuation,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital first letter, or not a word.
    Lower,
    /// A capital first letter: `Ali`.
    Initial,
    /// Two or more letters, all capital: `NHS`, `U.S.`.
    Upper,
}

/// One token of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether nothing but decoration stands between it and the token before: the `kg` of `2.4kg`, the `%` of `**5**%`.
    pub glued: bool,
    folded: (u32, u32),
}

impl Token {
    fn new(span: Span, kind: TokenKind, case: Case, folded: Range<usize>) -> Self {
        Self { span, kind, case, glued: false, folded: (offset(folded.start), offset(folded.end)) }
    }

    /// Whether it is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    pub(super) fn folded_in<'a>(&self, buffer: &'a str) -> &'a str {
        &buffer[self.folded.0 as usize..self.folded.1 as usize]
    }
}

/// Splits `text` into tokens; also gives the buffer that holds their folded forms.
///
/// The folded form of a word leaves out a possessive ending (`Amess's` is `amess`) and the full stops of
/// initials (`U.S.` is `us`, told from "us" by its case); that of a quotation mark is `"`, of a dash `–`
/// and of a hyphen or minus `-`.
///
/// The buffer begins with the whole text in lower case: most folded forms are a part of that.
pub(super) fn tokenize(text: &str) -> (Vec<Token>, String) {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut folded = String::with_capacity(text.len() + text.len() / 16 + ascii::MARKS.len());
    folded.push_str(text);
    folded.make_ascii_lowercase();
    folded.push_str(ascii::MARKS);
    let bytes = text.as_bytes();
    let mut before = usize::MAX;
    let mut at = ascii::skip_blank(bytes, 0);
    while at < bytes.len() {
        if ascii::may_decorate(bytes[at])
            && let Some(end) = decoration::end(text, at)
        {
            (before, at) = past_decoration(text, end, before == at, &mut tokens).unwrap_or((before, end));
            at = ascii::skip_blank(bytes, at);
            continue;
        }
        if matches!(bytes[at], b'\'' | 0xE2)
            && let Some(end) = detached_possessive(text, at, &mut tokens)
        {
            before = end;
            at = ascii::skip_blank(bytes, end);
            continue;
        }
        let mut token = match ascii::read(bytes, at) {
            Some(read) => {
                let form = read.folded.unwrap_or_else(|| fold_curly(&text[at..read.end], &mut folded));
                Token::new(Span::new(at, read.end), read.kind, read.case, form)
            }
            None => match thorough(text, at, &mut folded) {
                Ok(token) => token,
                Err(next) => {
                    at = ascii::skip_blank(bytes, next);
                    continue;
                }
            },
        };
        token.glued = before == at;
        before = token.span.end;
        tokens.push(token);
        at = ascii::skip_blank(bytes, before);
    }
    (tokens, folded)
}

/// Words fewer than these may all be names, or none.
const ENOUGH_WORDS: usize = 3;

/// Whether all words of two letters or more are written in small letters, or all in capitals, and there are enough of them.
pub(super) fn have_one_case(tokens: &[Token]) -> bool {
    let words = || tokens.iter().filter(|token| token.is_word() && token.span.len() > 1);
    let all = |case: Case| words().all(|token| token.case == case);
    words().nth(ENOUGH_WORDS - 1).is_some() && (all(Case::Lower) || all(Case::Upper))
}

/// As [`tokenize`], without the quick way.
#[cfg(test)]
pub(super) fn tokenize_thoroughly(text: &str) -> (Vec<Token>, String) {
    let (mut tokens, mut folded) = (Vec::<Token>::new(), String::new());
    let (mut at, mut before) = (0, usize::MAX);
    while at < text.len() {
        if let Some(end) = decoration::end(text, at) {
            (before, at) = past_decoration(text, end, before == at, &mut tokens).unwrap_or((before, end));
            continue;
        }
        if let Some(end) = detached_possessive(text, at, &mut tokens) {
            (before, at) = (end, end);
            continue;
        }
        at = match thorough(text, at, &mut folded) {
            Ok(mut token) => {
                token.glued = before == at;
                before = token.span.end;
                tokens.push(token);
                before
            }
            Err(next) => next,
        };
    }
    (tokens, folded)
}

/// Where the token before ends and where to go on, past what decorates up to `at`, if that is `joined` to the token. A possessive
/// ending belongs to it: `*Titanic*'s`.
fn past_decoration(text: &str, at: usize, joined: bool, tokens: &mut [Token]) -> Option<(usize, usize)> {
    let word = tokens.last_mut().filter(|_| joined)?;
    let Some(length) = possessive(&text[at..]).filter(|_| word.is_word()) else { return Some((at, at)) };
    word.span.end = at + length;
    Some((word.span.end, word.span.end))
}

/// Where the possessive ending at `at` ends, which is set apart from its word as published corpora do, and belongs to it: `Amess 's`.
fn detached_possessive(text: &str, at: usize, tokens: &mut [Token]) -> Option<usize> {
    let length = possessive(&text[at..])?;
    let word = tokens.last_mut().filter(|word| word.is_word() && word.span.end < at)?;
    let quoted = text[at + length..].starts_with(is_apostrophe);
    let apart = text[word.span.end..at].chars().all(|c| matches!(c, ' ' | '\u{A0}'));
    (apart && !quoted).then(|| {
        word.span.end = at + length;
        word.span.end
    })
}

/// The length of the possessive ending with which `rest` begins.
fn possessive(rest: &str) -> Option<usize> {
    let ending = ["'s", "’s"].into_iter().find(|ending| rest.starts_with(ending))?;
    (!rest[ending.len()..].starts_with(continues_word)).then_some(ending.len())
}

/// The folded form of a word with `’` within, put into the buffer.
fn fold_curly(word: &str, folded: &mut String) -> Range<usize> {
    let from = folded.len();
    for part in word.split('’') {
        let gap = if folded.len() > from { "'" } else { "" };
        folded.push_str(gap);
        folded.push_str(part);
    }
    folded[from..].make_ascii_lowercase();
    without_possessive(from, folded);
    from..folded.len()
}

/// The token that begins at `at`, character by character; where none does, where to look next.
fn thorough(text: &str, at: usize, folded: &mut String) -> Result<Token, usize> {
    let Some(first) = text[at..].chars().next() else { return Err(text.len()) };
    if first.is_whitespace() || is_invisible(first) || first.is_control() {
        return Err(at + first.len_utf8());
    }
    let (kind, end) = scan(text, at, first);
    let from = folded.len();
    fold_token(&text[at..end], kind, folded);
    Ok(Token::new(Span::new(at, end), kind, case_of(&text[at..end], kind), from..folded.len()))
}

/// Texts are refused above 4 GiB long before they come here.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{2032}')
}

/// Combining marks and joiners belong to the letter before.
fn continues_word(c: char) -> bool {
    c.is_alphanumeric() && !is_fraction(c) || is_mark(c)
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{00AD}' | '\u{200C}' | '\u{200D}')
}

fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '\u{2150}'..='\u{215E}' | '\u{2189}')
}

/// The kind of the token that begins at `at` with `first`, and where it ends.
fn scan(text: &str, at: usize, first: char) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        return (TokenKind::Number, ascii::number_end(text.as_bytes(), at));
    }
    if is_fraction(first) {
        return (TokenKind::Number, at + first.len_utf8());
    }
    if let Some(end) = address::end(text, at) {
        return (TokenKind::Symbol, end);
    }
    if let Some(end) = bracket_code_end(text, at) {
        return (TokenKind::Punctuation, end);
    }
    if first.is_alphanumeric() {
        let end = initials_end(text, at)
            .or_else(|| ascii::place_end(text.as_bytes(), at))
            .unwrap_or_else(|| word_end(text, at));
        return (TokenKind::Word, end);
    }
    let kind = if is_symbol(first) { TokenKind::Symbol } else { TokenKind::Punctuation };
    let mut end = at + first.len_utf8();
    while let Some(c) = text[end..].chars().next().filter(|&c| is_mark(c)) {
        end += c.len_utf8();
    }
    (kind, end)
}

fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '$' | '£'
            | '€'
            | '¥'
            | '₹'
            | '₽'
            | '₩'
            | '₺'
            | '₴'
            | '₦'
            | '¢'
            | '%'
            | '‰'
            | '°'
            | '&'
            | '+'
            | '='
            | '<'
            | '>'
            | '~'
            | '≈'
            | '±'
            | '≥'
            | '≤'
            | '×'
            | '#'
            | '@'
            | '§'
            | '©'
            | '®'
            | '™'
            | '^'
            | '|'
    )
}

/// `-LRB-` and its like, which published corpora write for brackets.
fn bracket_code_end(text: &str, at: usize) -> Option<usize> {
    let code = text.get(at..at + 5)?;
    matches!(code, "-LRB-" | "-RRB-" | "-LSB-" | "-RSB-" | "-LCB-" | "-RCB-").then_some(at + 5)
}

/// `U.S.`, `p.m.`, `J.K.`: two or more single letters, each with its full stop.
fn initials_end(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    let mut letters = 0;
    let mut rest = text[at..].chars();
    while let (Some(letter), Some('.')) = (rest.next(), rest.next()) {
        if !letter.is_alphabetic() {
            break;
        }
        letters += 1;
        end += letter.len_utf8() + 1;
    }
    let closed = !text[end..].chars().next().is_some_and(char::is_alphanumeric);
    (letters >= 2 && closed).then_some(end)
}

fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut rest = text[at..].chars().peekable();
    while let Some(c) = rest.next() {
        let inner_apostrophe = is_apostrophe(c) && rest.peek().is_some_and(|next| next.is_alphabetic());
        if !continues_word(c) && !inner_apostrophe {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn case_of(word: &str, kind: TokenKind) -> Case {
    if kind != TokenKind::Word || !word.chars().next().is_some_and(char::is_uppercase) {
        return Case::Lower;
    }
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let mut letters = stem.chars().filter(|c| c.is_alphabetic());
    let many = letters.clone().nth(1).is_some();
    if many && letters.all(char::is_uppercase) { Case::Upper } else { Case::Initial }
}

fn fold_token(word: &str, kind: TokenKind, out: &mut String) {
    match kind {
        TokenKind::Word => fold_word(word, out),
        TokenKind::Punctuation => out.push(fold_mark(word)),
        TokenKind::Number | TokenKind::Symbol => out.extend(word.chars().filter(|&c| !is_mark(c))),
    }
}

fn fold_word(word: &str, out: &mut String) {
    let from = out.len();
    fold_into(word, out);
    if out[from..].contains('.') {
        let plain: String = out[from..].chars().filter(|&c| c != '.').collect();
        out.truncate(from);
        out.push_str(&plain);
    }
    without_possessive(from, out);
}

fn without_possessive(from: usize, out: &mut String) {
    if out.len() > from + 2 && out.ends_with("'s") {
        out.truncate(out.len() - 2);
    }
}

fn fold_mark(mark: &str) -> char {
    match mark.chars().next().unwrap_or(' ') {
        '"' | '\u{201C}'..='\u{201F}' | '«' | '»' | '‹' | '›' => '"',
        c if is_apostrophe(c) || c == '`' => '\'',
        '-' if mark.len() > 1 => {
            if mark.starts_with("-L") {
                '('
            } else {
                ')'
            }
        }
        '-' | '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2012}'..='\u{2015}' => '–',
        c => c,
    }
}
