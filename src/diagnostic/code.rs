//! The kinds of problem, each with a stable name.

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// A kind of problem. Its name is stable: scripts may look for it in the output.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $variant,)+ }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name, in kebab-case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

codes! {
    /// A folder or file that does not exist.
    NotFound = "not-found",
    /// A folder or file that cannot be read.
    Unreadable = "unreadable",
    /// A folder without a file of the kind looked for.
    EmptyFolder = "empty-folder",
    /// A file larger than its kind may be.
    TooLarge = "too-large",
    /// A file that is not text in UTF-8.
    NotUtf8 = "not-utf8",
    /// A file that is not text at all.
    NotText = "not-text",
    /// A file with nothing in it but, perhaps, comments.
    EmptyFile = "empty-file",
    /// Text that is not YAML.
    Syntax = "syntax",
    /// YAML nested or repeated beyond what any file written by hand needs.
    TooComplex = "too-complex",
    /// A file in a form that this version does not read.
    UnknownFormat = "unknown-format",
    /// A file with the marks of a merge that was not finished.
    Unmerged = "unmerged",
    /// A YAML tag that is not one of YAML's own.
    UnknownTag = "unknown-tag",
    /// A line of a `.jsonl` file that is not a JSON object of the right shape.
    BadJson = "bad-json",
    /// A packed file that breaks off, is damaged, or is not packed as its name says.
    BadArchive = "bad-archive",
    /// A field that nothing reads.
    UnknownField = "unknown-field",
    /// A field given twice.
    DuplicateField = "duplicate-field",
    /// A field that must be there and is not.
    MissingField = "missing-field",
    /// A value of the wrong type.
    WrongType = "wrong-type",
    /// A text with nothing in it.
    EmptyText = "empty-text",
    /// A question without claims.
    NoClaims = "no-claims",
    /// An id that is not in kebab-case.
    BadId = "bad-id",
    /// An id given twice.
    DuplicateId = "duplicate-id",
    /// Two claims of one question that are worded the same.
    DuplicateClaim = "duplicate-claim",
    /// One question asked in two documents.
    RepeatedQuestion = "repeated-question",
    /// Something in a list twice.
    Repeated = "repeated",
    /// A reference to a claim that does not exist.
    UnknownClaim = "unknown-claim",
    /// A claim that refers to itself.
    SelfReference = "self-reference",
    /// Claims that imply one another in a circle.
    ImplicationCycle = "implication-cycle",
    /// A claim that implies claims which exclude each other.
    ImpliedContradiction = "implied-contradiction",
    /// A claim that implies more claims than can be followed.
    TooManyImplications = "too-many-implications",
    /// A word that is not a stance.
    UnknownStance = "unknown-stance",
    /// A date that does not exist, or is written in another form.
    BadDate = "bad-date",
    /// A SHA-256 that is none.
    BadHash = "bad-hash",
    /// Two rulings of one claim on one source that differ.
    ConflictingRulings = "conflicting-rulings",
    /// One sentence in a claim's tests that must say two things.
    ConflictingTests = "conflicting-tests",
    /// A ruling on a source that does not exist.
    UnknownSource = "unknown-source",
    /// Two entries for one file.
    DuplicateFile = "duplicate-file",
    /// A file outside the folder it must be in.
    OutsideFolder = "outside-folder",
    /// A kept file whose name does not say what was kept.
    BadName = "bad-name",
    /// A kept file that is not what was kept any more.
    ChangedFile = "changed-file",
    /// Words that `begins_at` or `ends_at` look for and the text does not hold.
    WordsNotFound = "words-not-found",
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_in_kebab_case() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for name in names {
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()), "{name}");
        }
    }
}
