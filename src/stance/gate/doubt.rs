//! Doubts whether two values that differ are of the same thing, as reasons name them: those that more than one part knows.

pub(super) const LITTLE_ELSE: &str = "little else of the claim";
pub(super) const OTHER_WORDS: &str = "other words around it";
pub(super) const ANOTHER_WORD: &str = "another word for it";
pub(super) const ANOTHER_WORD_OF_THE_KIND: &str = "another word of the kind";
pub(super) const BROADER_SUBJECT: &str = "a broader subject";
pub(super) const ANOTHER_VERB: &str = "another verb";
pub(super) const ANOTHER_SENTENCE: &str = "another sentence";
pub(super) const VERB_IN_ANOTHER_SENTENCE: &str = "the verb in another sentence";
pub(super) const ANOTHER_STRETCH: &str = "another stretch of time";
pub(super) const PART_OF_THE_TIME: &str = "of a part of the time";
pub(super) const STRETCH: &str = "of a stretch of time";
pub(super) const CHANGE: &str = "a change";
pub(super) const ANOTHER_TIME: &str = "another time or a plan";
pub(super) const NARROWER_SUBJECT: &str = "a narrower subject";
