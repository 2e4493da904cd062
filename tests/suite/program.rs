//! Runs the built program in a folder.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// What `output` shows of a run.
    pub(crate) fn of(output: Output) -> Self {
        Self {
            status: output.status.code().expect("the program was not killed"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The output of a run that must have gone well, with nothing to say on standard error.
    pub(crate) fn ok(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// What a run that could not be done said; it must have written nothing else.
    pub(crate) fn refused(self) -> String {
        assert_eq!((self.status, self.out.as_str()), (2, ""), "{}", self.err);
        self.err
    }
}

/// The program, to be run in `folder`, with an environment that does not depend on the machine.
pub(crate) fn crosscheck(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
        command.env_remove(name);
    }
    command.env("NO_COLOR", "1").env("COLUMNS", "80");
    command
}

/// Runs the program in `folder` with `args`.
pub(crate) fn run<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Ran {
    Ran::of(crosscheck(folder).args(args).output().unwrap())
}

/// Runs the program with `input` on its standard input.
pub(crate) fn run_with_input<A: AsRef<OsStr>>(
    folder: &Path,
    args: impl IntoIterator<Item = A>,
    input: &[u8],
) -> Ran {
    let mut command = crosscheck(folder);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || {
        // A program that refuses its input need not read all of it.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Ran::of(output)
}

/// The repository itself, which is a case.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program in `folder` a hundred times and kills it, each time a little later than the time before, up to the
/// time that a whole run takes; `check` is called after each. Nothing is killed gently: there is no signal to catch.
pub(crate) fn kill_at_a_hundred_moments(folder: &Path, args: &[&str], mut check: impl FnMut()) {
    let started = std::time::Instant::now();
    crosscheck(folder).args(args).output().unwrap();
    let whole = started.elapsed();
    for moment in 0..100 {
        let mut child =
            crosscheck(folder).args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(f64::from(moment) / 95.0));
        // A run that is over already cannot be killed any more.
        let _ = child.kill();
        child.wait().unwrap();
        check();
    }
}
