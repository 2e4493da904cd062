//! Finding: phrasings compiled, passages found that bear on them, tokens aligned.
//!
//! Fuzzy matching *finds*: it bridges spelling, inflection, word order, inserted and dropped words. It never
//! bridges digits, number words, comparators, negators or names; what those say is decided later.

mod acronym;
mod align;
mod aside;
mod candidate;
mod closeness;
mod compound;
mod index;
mod known_name;
mod lexicon;
mod mark;
mod phrasing;
#[cfg(test)]
mod tests;
mod vocabulary;
mod weight;

pub use acronym::ShortForm;
pub use align::{Alignment, Answer, SNIPPET_SENTENCES, align};
pub use candidate::{Candidate, candidates, candidates_around};
pub use closeness::{Passage, Pattern, closeness, letters};
pub use index::{Index, Reached};
pub use lexicon::{Lexicon, Likeness, WordId};
pub use mark::{Hit, Marked};
pub use phrasing::{FrameWord, Phrasing, Setting, Stems};
pub use vocabulary::{Lookup, Vocabulary};
pub use weight::is_reporting;
