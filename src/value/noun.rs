//! What a number counts, guessed from the words after it.

use std::ops::Range;

use crate::text::WordSet;

use super::lexicon;
use super::reader::Reader;

/// Words that end a noun phrase.
#[rustfmt::skip]
static STOPS: WordSet = WordSet::of(&[
    "a", "about", "above", "according", "across", "after", "again", "against", "ago", "all",
    "along", "alongside", "already", "also", "although", "always", "am", "amid", "among", "an",
    "and", "another", "any", "anyway", "apart", "are", "around", "as", "aside", "at", "away",
    "back", "be", "became", "because", "been", "before", "began", "begin", "begins", "behind",
    "being", "below", "beneath", "beside", "besides", "between", "beyond", "both", "but", "by",
    "came", "can", "cannot", "come", "could", "currently", "despite", "did", "died", "do", "does",
    "done", "down", "due", "during", "each", "earlier", "either", "else", "even", "ever", "every",
    "except", "far", "few", "followed", "following", "for", "found", "from", "further", "gave",
    "get", "gets", "given", "go", "goes", "going", "gone", "got", "had", "has", "have", "having",
    "he", "held", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however", "i",
    "if", "in", "including", "inside", "instead", "into", "is", "it", "its", "itself", "just",
    "kept", "knew", "last", "later", "least", "left", "less", "lost", "made", "make", "makes",
    "many", "may", "me", "might", "mine", "more", "most", "much", "must", "my", "near", "nearly",
    "need", "neither", "never", "next", "no", "nobody", "none", "nor", "not", "nothing", "now",
    "of", "off", "often", "on", "once", "one", "only", "onto", "opposite", "or", "other", "others",
    "our", "ours", "out", "outside", "over", "own", "paid", "per", "perhaps", "plus", "put", "ran",
    "rather", "really", "said", "same", "saw", "say", "says", "seen", "sent", "set", "several",
    "shall", "she", "should", "since", "so", "some", "someone", "soon", "spent", "still", "stood",
    "such", "take", "taken", "takes", "than", "that", "the", "their", "theirs", "them",
    "themselves", "then", "there", "therefore", "these", "they", "this", "those", "though",
    "through", "throughout", "thus", "till", "times", "to", "today", "together", "told", "tomorrow",
    "too", "took", "toward", "towards", "under", "unless", "until", "unto", "up", "upon", "us",
    "used", "very", "via", "was", "we", "well", "went", "were", "what", "when", "where", "whereas",
    "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without",
    "won", "would", "yesterday", "yet", "you", "your", "yours",
]);

/// Plurals without an "s", as news writes them.
#[rustfmt::skip]
static PLURALS: WordSet = WordSet::of(&[
    "aircraft", "cattle", "children", "craft", "crew", "feet", "fish", "folk", "geese", "media",
    "men", "mice", "offspring", "people", "personnel", "police", "sheep", "staff", "teeth",
    "troops", "women",
]);

/// The longest noun phrase looked for.
const LONGEST: usize = 4;

/// Whether `word` joins or points and names nothing.
pub(super) fn is_stop(word: &str) -> bool {
    STOPS.contains(word)
}

/// Whether `word` (folded) has the look of a plural noun.
pub(crate) fn is_plural(word: &str) -> bool {
    let s = word.len() > 3 && word.ends_with('s');
    let other = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    (s && !other || word == "mps" || PLURALS.contains(word)) && !is_stop(word)
}

/// The noun phrase from `at` on that a number before it counts; `one` where that number is one.
pub(super) fn counted(reader: &Reader, at: usize, one: bool) -> Option<Range<usize>> {
    let start = reader.past_hyphen(at);
    let start = match reader.word(start) {
        "of" => past_whole(reader, start + 1),
        "more" | "other" => start + 1,
        _ => start,
    };
    let mut end = start;
    while end < start + LONGEST && belongs(reader, end, start) {
        end += 1;
        if !one && is_plural(reader.word(end - 1)) && !is_plural(reader.word(end)) {
            return Some(start..end);
        }
    }
    // Without a plural the phrase may have run into the verb.
    let end = if one { end.min(start + 3) } else { end.min(start + 2) };
    (end > start).then_some(start..end)
}

/// Where the noun begins of the whole that a part is of: "three of *officers*", "three of the 20 *officers*".
fn past_whole(reader: &Reader, at: usize) -> usize {
    let pointed = matches!(
        reader.word(at),
        "all" | "her" | "his" | "its" | "my" | "our" | "the" | "their" | "these" | "those"
    );
    let at = at + usize::from(pointed);
    let is_number = reader.is_number(at)
        || matches!(lexicon::find(reader.word(at)), Some(lexicon::Word::Small(_) | lexicon::Word::Tens(_)));
    at + usize::from(pointed && is_number)
}

/// Whether the token at `at` can belong to a noun phrase that begins at `start`.
fn belongs(reader: &Reader, at: usize, start: usize) -> bool {
    let word = reader.word(at);
    let verb = at > start && word.len() > 4 && word.ends_with("ed");
    let number = matches!(
        lexicon::find(word),
        Some(
            lexicon::Word::Small(_)
                | lexicon::Word::Tens(_)
                | lexicon::Word::Weekday(_)
                | lexicon::Word::Article
        )
    );
    reader.is_word(at) && word.len() > 1 && !verb && !number && !is_stop(word)
}

#[cfg(test)]
mod tests {
    use super::is_plural;

    #[test]
    fn plurals_by_their_look() {
        for (word, plural) in
            [("sessions", true), ("people", true), ("bus", false), ("was", false), ("crash", false)]
        {
            assert_eq!(is_plural(word), plural, "{word}");
        }
    }
}
