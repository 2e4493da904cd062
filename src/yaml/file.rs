//! Reading a file of the user's as text.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Input};

/// Largest YAML file read, in bytes: 16 MiB, some 100,000 claims.
pub(crate) const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Reads a YAML file of at most [`MAX_BYTES`] in UTF-8, with or without a byte-order mark.
///
/// # Errors
/// The problem, where it cannot be read, is too large, or is not in UTF-8.
pub(crate) fn read_input(path: &Path) -> Result<Input, Box<Diagnostic>> {
    let bytes = read_bytes(path).map_err(Box::new)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Input::new(path, text)),
        Err(error) => Err(Box::new(not_utf8(path, error.as_bytes(), error.utf8_error().valid_up_to()))),
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        // Opening a pipe would wait for somebody to write to it.
        let problem = Diagnostic::of_file(Code::Unreadable, path, "this is not a file that can be read");
        return Err(problem.help("take it away, or put the file itself in its place"));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    // What a file claims to be long and what it gives are not always the same.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        let mebibytes = MAX_BYTES / (1024 * 1024);
        let problem =
            Diagnostic::of_file(Code::TooLarge, path, format!("this file is larger than {mebibytes} MiB"));
        return Err(
            problem.help("divide it into several files; an article belongs into the folder of sources")
        );
    }
    Ok(bytes)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    if error.kind() == ErrorKind::NotFound {
        return Diagnostic::of_file(Code::NotFound, path, "there is no such file").help("check the name");
    }
    Diagnostic::of_file(Code::Unreadable, path, format!("this cannot be read: {error}"))
        .help("check who may read it")
}

fn not_utf8(path: &Path, bytes: &[u8], valid: usize) -> Diagnostic {
    let line = bytes.iter().take(valid).filter(|&&byte| byte == b'\n').count() + 1;
    let message = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "this file is in UTF-16, not in UTF-8".to_owned(),
        _ => format!("this file is not in UTF-8: see line {line}"),
    };
    Diagnostic::of_file(Code::NotUtf8, path, message).help("save it as UTF-8 in your editor")
}
