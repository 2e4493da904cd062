//! What a command line names, looked up in the case.

use std::collections::BTreeSet;

use crosscheck::Error;
use crosscheck::Result;
use crosscheck::claim::ClaimSet;
use crosscheck::diagnostic::did_you_mean;
use crosscheck::source::{Source, Sources};

use super::left_out::LeftOut;

/// How many ids a message lists where none is near.
const LISTED: usize = 20;

/// The place of the claim with this id.
///
/// # Errors
/// Where there is none; says which may be meant.
pub(crate) fn claim(claims: &ClaimSet, id: &str) -> Result<usize> {
    claims.find(id).ok_or_else(|| unknown("claim", id, claims.claims().iter().map(|claim| claim.id())))
}

/// The source with this id.
///
/// # Errors
/// Where there is none, or one before it cannot be read and is not left out.
pub(crate) fn source(sources: &Sources, id: &str, left_out: &mut LeftOut) -> Result<Source> {
    let mut ids = Vec::new();
    for read in sources.read() {
        let Some(source) = left_out.pass(read)? else { continue };
        if source.metadata.id == id {
            return Ok(source);
        }
        ids.push(source.metadata.id);
    }
    Err(unknown("source", id, ids.iter().map(String::as_str)))
}

/// Checks that there is an outlet of this name.
///
/// # Errors
/// Where there is none; says which may be meant.
pub(crate) fn outlet(outlets: &BTreeSet<&str>, name: &str) -> Result<()> {
    if outlets.contains(name) { Ok(()) } else { Err(unknown("outlet", name, outlets.iter().copied())) }
}

/// There is no `what` of this id: which may be meant, or some of those there are.
pub(crate) fn unknown<'a>(what: &str, id: &str, ids: impl Iterator<Item = &'a str> + Clone) -> Error {
    let hint = did_you_mean(id, ids.clone()).unwrap_or_else(|| {
        let some: Vec<_> = ids.clone().take(LISTED).collect();
        let more = if ids.count() > LISTED { ", …" } else { "" };
        format!("there are: {}{more}", some.join(", "))
    });
    Error::Usage(format!("there is no {what} `{id}`; {hint}"))
}
