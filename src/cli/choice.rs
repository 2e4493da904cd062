//! Choosing members of the library's registries by their names.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Parses the name of one of `all` to that member; help and completions list the names.
pub(crate) fn one_of<T>(all: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    parsed(all, name, move |member| PossibleValue::new(name(member)))
}

/// The same, with what each of `all` is for.
pub(crate) fn one_of_described<T>(
    all: &'static [T],
    name: fn(T) -> &'static str,
    purpose: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    parsed(all, name, move |member| PossibleValue::new(name(member)).help(purpose(member)))
}

fn parsed<T>(
    all: &'static [T],
    name: fn(T) -> &'static str,
    shown: impl Fn(T) -> PossibleValue,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|&member| shown(member)))
        .try_map(move |word| all.iter().copied().find(|&member| name(member) == word).ok_or("no such name"))
}
