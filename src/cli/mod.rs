//! The commands, one file each; only `main.rs` knows them.

mod archive;
mod ask;
mod cache;
mod case;
mod check;
mod choice;
mod completions;
mod evaluate;
mod explain;
mod graph;
mod history;
mod init;
mod interrupt;
mod known;
mod left_out;
mod listing;
mod man;
mod output;
mod progress;
mod read;
mod rule;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod snapshot;
mod status;
mod test;
mod threads;
mod today;
mod whole;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use crosscheck::Result;

use output::Color;
use status::Status;

/// Checks hand-curated claims against every source and says who agrees, who contradicts whom, and in which words.
#[derive(Debug, Parser)]
#[command(name = "crosscheck", version, after_long_help = AFTER_HELP)]
pub(crate) struct Cli {
    /// When to use colour
    ///
    /// With `auto`, where the output is a terminal; NO_COLOR and CLICOLOR_FORCE are honoured.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN", display_order = 100)]
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
  1  done, and --fail-on, --check or a test found what it was told to fail on
  2  could not be done: bad usage or bad input; standard error says what and where
  130  ended by Ctrl-C; what was written before is whole";

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    #[cfg(feature = "serve")]
    Serve(serve::Serve),
    Explain(explain::Explain),
    Graph(graph::Graph),
    Snapshot(snapshot::Snapshot),
    Rule(rule::Rule),
    Test(test::Test),
    Ask(ask::Ask),
    Evaluate(evaluate::Evaluate),
    Read(read::Read),
    Archive(archive::Keep),
    History(history::History),
    Schema(schema::Schema),
    Init(init::Init),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    fn run(&self) -> Result<Status> {
        match self {
            Self::Check(command) => command.run(),
            #[cfg(feature = "serve")]
            Self::Serve(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::Graph(command) => command.run(),
            Self::Snapshot(command) => command.run(),
            Self::Rule(command) => command.run(),
            Self::Test(command) => command.run(),
            Self::Ask(command) => command.run(),
            Self::Evaluate(command) => command.run(),
            Self::Read(command) => command.run(),
            Self::Archive(command) => command.run(),
            Self::History(command) => command.run(),
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
#[allow(clippy::unwrap_used)]
mod tests {
    use clap::{Command, CommandFactory};

    use super::Cli;

    /// Every command with what clap adds to it, the program itself first.
    fn commands() -> Vec<Command> {
        let mut program = Cli::command();
        program.build();
        let parts: Vec<_> =
            program.get_subcommands().filter(|part| part.get_name() != "help").cloned().collect();
        std::iter::once(program).chain(parts).collect()
    }

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_flag_and_argument_is_explained() {
        for command in commands() {
            for argument in command.get_arguments() {
                let place = format!("{} {}", command.get_name(), argument.get_id());
                let help = argument.get_help().unwrap_or_else(|| panic!("{place} has no help")).to_string();
                assert!(!help.ends_with('.') && help.starts_with(char::is_uppercase), "{place}: {help}");
                if let Some(long) = argument.get_long() {
                    assert!(long.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{place}: --{long}");
                }
            }
        }
    }

    #[test]
    fn every_command_says_what_it_does_and_shows_how() {
        for command in commands() {
            let name = command.get_name();
            assert!(command.get_about().is_some_and(|about| !about.to_string().is_empty()), "{name}");
            let after = command.get_after_long_help().unwrap_or_else(|| panic!("{name} shows no example"));
            assert!(after.to_string().starts_with("Examples:\n  crosscheck "), "{name}");
        }
    }

    #[test]
    fn a_flag_means_the_same_in_every_command() {
        let mut meanings = std::collections::BTreeMap::new();
        for command in commands() {
            for argument in command.get_arguments().filter(|a| a.get_id() != "help" && a.get_id() != "format")
            {
                if let Some(long) = argument.get_long() {
                    let meaning = (argument.get_short(), argument.get_help().map(ToString::to_string));
                    let known = meanings.entry(long.to_owned()).or_insert_with(|| meaning.clone());
                    assert_eq!(*known, meaning, "{} --{long}", command.get_name());
                }
            }
        }
    }
}
