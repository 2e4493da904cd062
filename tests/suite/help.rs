//! What the program says of itself.

use insta::{assert_snapshot, with_settings};

use crate::program::{repository, run};

const COMMANDS: [&str; 16] = [
    "check",
    "serve",
    "explain",
    "graph",
    "snapshot",
    "rule",
    "test",
    "ask",
    "evaluate",
    "read",
    "archive",
    "history",
    "schema",
    "init",
    "completions",
    "man",
];

#[test]
fn help_of_the_program() {
    assert_snapshot!(run(repository(), ["--help"]).ok());
}

#[test]
fn help_of_every_command() {
    for command in COMMANDS {
        with_settings!({ snapshot_suffix => command }, {
            assert_snapshot!(run(repository(), [command, "--help"]).ok());
        });
    }
}

#[test]
fn no_command_is_left_out_here() {
    let help = run(repository(), ["-h"]).ok();
    let listed: Vec<_> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|word| !word.is_empty()))
        .collect();
    assert_eq!(listed, [&COMMANDS[..], &["help"]].concat());
}

#[test]
fn help_fits_the_screen() {
    for command in COMMANDS {
        for line in run(repository(), [command, "--help"]).ok().lines() {
            // Examples are there to be copied, and so are not wrapped.
            assert!(line.chars().count() <= 100, "{command}: {line}");
        }
    }
}

#[test]
fn completions_and_the_manual_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(repository(), ["completions", shell]).ok();
        let missing: Vec<_> = COMMANDS.iter().filter(|command| !script.contains(**command)).collect();
        assert!(missing.is_empty(), "{shell}: {missing:?}");
    }
    let manual = run(repository(), ["man"]).ok();
    for command in COMMANDS {
        assert!(manual.contains(&format!(".TH crosscheck-{command} ")), "{command}");
    }
}

#[test]
fn the_version_is_the_crates() {
    let version = format!("crosscheck {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(repository(), ["--version"]).ok(), version);
}
