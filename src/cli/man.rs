//! `crosscheck man`: the manual, made from the commands themselves.

use std::io::{self, Write};

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man as Page;
use crosscheck::Result;

use super::Cli;
use super::output::{Content, OutputArgs};
use super::status::Status;

/// Print the manual page of crosscheck and of each of its commands
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  crosscheck man | man -l -
  crosscheck man -o ~/.local/share/man/man1/crosscheck.1")]
pub(crate) struct Man {
    #[command(flatten)]
    output: OutputArgs,
}

impl Man {
    pub(super) fn run(&self) -> Result<Status> {
        let mut command = Cli::command();
        command.build();
        self.output.write(Content::Plain, |out| pages(&command, out))?;
        Ok(Status::Done)
    }
}

/// The program's page, then a page for each command that is not hidden.
fn pages(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    Page::new(command.clone()).render(&mut *out)?;
    for part in command.get_subcommands().filter(|part| !part.is_hide_set() && part.get_name() != "help") {
        let name = format!("crosscheck-{}", part.get_name());
        Page::new(part.clone().display_name(&name)).title(name).render(&mut *out)?;
    }
    Ok(())
}
