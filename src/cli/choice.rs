//! Choosing members of the library's registries by their names.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Parses the name of one of `all` to that member; help and completions list the names.
pub(crate) fn one_of<T>(all: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|&member| name(member)))
        .try_map(move |word| all.iter().copied().find(|&member| name(member) == word).ok_or("no such name"))
}
