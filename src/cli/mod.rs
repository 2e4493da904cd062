//! The commands, one file each; only `main.rs` knows them.

mod ask;
mod case;
mod check;
mod completions;
mod evaluate;
mod explain;
mod graph;
mod init;
mod listing;
mod man;
mod output;
mod progress;
mod read;
mod schema;
mod status;
mod threads;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use crosscheck::Result;

use output::Color;
use status::Status;

/// Checks hand-curated claims against every source and says who agrees, who contradicts whom, and in which words.
#[derive(Debug, Parser)]
#[command(name = "crosscheck", version, propagate_version = true, after_long_help = AFTER_HELP)]
pub(crate) struct Cli {
    /// When to use colour
    ///
    /// With `auto`, where the output is a terminal; NO_COLOR and CLICOLOR_FORCE are honoured.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  crosscheck init flood            start with a small case of your own
  crosscheck check                 the consistency report on claims/ and seeds/
  crosscheck explain CLAIM SOURCE  why a source has its stance on a claim

Exit status:
  0  done
  1  done, and --fail-on found what it was told to fail on
  2  could not be done: bad usage or bad input; standard error says what and where";

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Explain(explain::Explain),
    Graph(graph::Graph),
    Ask(ask::Ask),
    Evaluate(evaluate::Evaluate),
    Read(read::Read),
    Schema(schema::Schema),
    Init(init::Init),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    fn run(&self) -> Result<Status> {
        match self {
            Self::Check(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::Graph(command) => command.run(),
            Self::Ask(command) => command.run(),
            Self::Evaluate(command) => command.run(),
            Self::Read(command) => command.run(),
            Self::Schema(command) => command.run(),
            Self::Init(command) => command.run(),
            Self::Completions(command) => command.run(),
            Self::Man(command) => command.run(),
        }
    }
}

/// Parses the command line, does what it asks for and says how that went.
pub(crate) fn main() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => {
            cli.color.apply();
            status::of(cli.command.run())
        }
        Err(usage) => status::of_usage(&usage),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Cli::command().debug_assert();
    }
}
