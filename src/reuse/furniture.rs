//! What pages carry around their articles.
//!
//! Furniture tells the reader what to do with the page ("Please use Chrome browser for a more accessible video
//! player", "You can also follow @SkyNews", "Sign up to our newsletter") or whose it is ("All rights reserved"). News is
//! told about others, so a line is furniture where it both turns to the reader and speaks of the page. What pages
//! carry without a word to the reader ("Most read") is not recognised here; it is short, and so is no copied text either.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::span::Span;
use crate::text;

/// A longer line is a paragraph of something told.
const LONGEST: usize = 80;

/// Words that turn to the reader.
const TO_THE_READER: &str = "you your please yourself our";
/// What only the reader of a page is told to do, as a line's first word.
const COMMANDS: &str = "accept allow change click contact download email enable follow get join like listen log read \
    register share sign stay subscribe tap watch";
/// Of what furniture speaks: the page, what it shows and what it wants.
const OF_THE_PAGE: &str = "ad adblocker ads advert advertisement advertising adverts alerts app apps article browser chrome \
    comment comments consent content cookie cookies facebook firefox homepage inbox instagram javascript \
    login newsletter newsletters notifications page password player podcast podcasts preferences privacy \
    safari subscribe subscriber subscribers subscription tiktok twitter website whatsapp";
/// Whose a text is, said as only such lines say it.
const RIGHTS: [&str; 2] = ["all rights reserved", "may not be published, broadcast"];

/// The lines of the `article` in `text` that are furniture: what its page carries around it.
#[must_use]
pub fn furniture(text: &str, article: Span) -> Vec<Span> {
    let (start, within) = match text.get(article.start..article.end) {
        Some(within) => (article.start, within),
        None => (0, text),
    };
    let place = |line: Span| Span::new(line.start + start, line.end + start);
    lines(within).into_iter().map(place).collect()
}

fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_furniture(line) {
            found.push(Span::new(start, start + line.len()));
        }
        start += line.len();
    }
    found
}

fn is_furniture(line: &str) -> bool {
    let (mut to_the_reader, mut of_the_page) = (false, line.contains(" @"));
    for (number, word) in text::words(line).enumerate() {
        // What is long is told without reading all of it: a text may be one line.
        if number == LONGEST {
            return false;
        }
        let Some(says) = LISTED.get(word.folded.as_ref()) else { continue };
        to_the_reader |= says.to_the_reader || says.commands && number == 0;
        of_the_page |= says.of_the_page;
    }
    to_the_reader && of_the_page || is_of_rights(line)
}

fn is_of_rights(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    RIGHTS.iter().any(|claim| lower.contains(claim))
}

/// What a word does in furniture.
#[derive(Default)]
struct Says {
    to_the_reader: bool,
    commands: bool,
    of_the_page: bool,
}

static LISTED: LazyLock<FxHashMap<&str, Says>> = LazyLock::new(|| {
    let mut listed: FxHashMap<&str, Says> = FxHashMap::default();
    TO_THE_READER.split(' ').for_each(|word| listed.entry(word).or_default().to_the_reader = true);
    COMMANDS.split(' ').for_each(|word| listed.entry(word).or_default().commands = true);
    OF_THE_PAGE.split(' ').for_each(|word| listed.entry(word).or_default().of_the_page = true);
    listed
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_lines() {
        for (line, furniture) in [
            ("Please use Chrome browser for a more accessible video player", true),
            ("You can also follow @SkyNews on Twitter or subscribe to our channel.", true),
            ("You can also follow @SkyNews", true),
            ("Sign up to our free Brexit newsletter", true),
            ("Sign up for the newsletter", true),
            ("We use cookies and your consent to show adverts. To see this, change your preferences.", true),
            ("© 2024 A News Group. All rights reserved.", true),
            ("This material may not be published, broadcast or redistributed without permission.", true),
            ("Read the full article here", true),
            ("The regulator fined the newspaper over the cookies on its website.", false),
            ("You would not believe the noise, a neighbour said.", false),
            ("Follow the river for two miles and the village comes into sight.", false),
            ("Police said the suspect had posted on Facebook and Twitter.", false),
            ("The union turned down the new terms and conditions, which may not be published.", false),
            ("", false),
        ] {
            assert_eq!(is_furniture(line), furniture, "{line}");
        }
    }

    #[test]
    fn only_the_lines_that_are() {
        let text = "The ferry sank.\nFollow us on Facebook.\r\n\nNobody was hurt.\nShare this article";
        let found: Vec<_> = lines(text).iter().map(|span| &text[span.start..span.end]).collect();
        assert_eq!(found, ["Follow us on Facebook.\r\n", "Share this article"]);
    }
}
