//! crosscheck checks hand-curated claims against every source and says who agrees, who contradicts whom,
//! and in which words.

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
