//! crosscheck checks hand-curated claims against every source and says who agrees, who contradicts whom,
//! and in which words. It never says what is true.
//!
//! A claim against one text:
//!
//! ```
//! use crosscheck::claim::Stance;
//! use crosscheck::stance::judge;
//!
//! let judged = judge("Three people died in the fire.", "Five people died in the fire, police said.");
//! assert_eq!(judged.stance, Stance::Contradicts);
//! assert_eq!(judged.because, "Five, where the claim says Three");
//! ```
//!
//! A whole case, as `crosscheck check` does it: [claims](claim::ClaimSet) and [sources](source::Sources) in, a
//! [report](report::Report) out, which an [export](export::Format) writes.
//!
//! ```no_run
//! use std::path::Path;
//!
//! use crosscheck::check::check;
//! use crosscheck::claim::ClaimSet;
//! use crosscheck::source::{Source, Sources};
//! use crosscheck::stance::Settings;
//!
//! let claims = ClaimSet::load(Path::new("claims"))?;
//! let sources = Sources::open(Path::new("seeds"))?;
//! let report = check(&claims, Settings::default(), sources.batches(), &mut |_: &Source| {})?;
//! for claim in &report.claims {
//!     println!("{}: {:?}", claim.id, claim.verdict);
//! }
//! # Ok::<(), crosscheck::Error>(())
//! ```
//!
//! The modules follow the way of the data: [`source`] and [`claim`] are read, [`text`], [`english`] and [`value`] say what
//! stands in them, [`matcher`] finds the passages, [`stance`] decides, [`verdict`] and [`graph`] sum up.

pub mod attribution;
pub mod cache;
pub mod check;
pub mod claim;
pub mod diagnostic;
pub mod english;
pub mod error;
pub mod export;
pub mod graph;
mod hash;
pub mod history;
pub mod matcher;
mod neutral;
pub mod report;
pub mod reuse;
pub mod snapshot;
pub mod source;
pub mod span;
pub mod stance;
pub mod text;
pub mod trial;
pub mod value;
pub mod verdict;
mod yaml;

pub use error::{Error, Result};
pub use neutral::one_line;

/// The engine's version, as reports carry it.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
