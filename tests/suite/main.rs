//! The integration suite: the program as its users run it, and what holds for all of it.

#![allow(clippy::unwrap_used)]

mod archive;
mod bad_input;
mod cache;
mod case_folder;
mod cases;
mod claim_tests;
mod commands;
mod documents;
mod evaluate;
mod ferry;
mod forms;
mod help;
mod history;
mod hostile;
mod init;
mod inputs;
mod layers;
mod mangled;
mod origins;
mod output;
mod own_case;
mod pairs;
mod program;
mod quotes;
mod rule;
mod rulings;
mod schemas;
#[cfg(feature = "serve")]
mod serve;
mod snapshot;
mod stories;
mod tool_formats;
