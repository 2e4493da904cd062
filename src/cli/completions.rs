//! `crosscheck completions`: what a shell needs to complete commands and flags.

use clap::{Args, CommandFactory};
use clap_complete::{Generator, Shell};
use crosscheck::Result;

use super::Cli;
use super::output::{Content, OutputArgs};
use super::status::Status;

/// Print a script that lets a shell complete commands and flags
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck
  crosscheck completions fish > ~/.config/fish/completions/crosscheck.fish")]
pub(crate) struct Completions {
    /// The shell to complete for
    #[arg(value_enum)]
    shell: Shell,
    #[command(flatten)]
    output: OutputArgs,
}

impl Completions {
    pub(super) fn run(&self) -> Result<Status> {
        let mut command = Cli::command();
        command.set_bin_name("crosscheck");
        command.build();
        self.output.write(Content::Plain, |out| self.shell.try_generate(&command, out))?;
        Ok(Status::Done)
    }
}
