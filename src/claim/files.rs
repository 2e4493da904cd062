//! Reading claim files into a set of claims.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::validate::{Document, validate};
use super::{ClaimSet, raw, read};
use crate::Result;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Input};
use crate::span::Span;
use crate::yaml::{At, Reader, parse, read_input};

/// Deepest folder below the one given in which claim files are looked for.
const MAX_DEPTH: usize = 32;

const WRITE_A_FILE: &str = "write a question and its claims into a file there that ends in `.yaml`; `crosscheck init DIR` makes a case to start from";

impl ClaimSet {
    /// Reads every `.yaml` and `.yml` file of `folder` and of the folders in it, in order of their paths; or the
    /// one file that `folder` is. Names that start with a dot are passed over, and so are snapshots (`.snap.yaml`); links
    /// to folders are not followed.
    ///
    /// A file may be 16 MiB large.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every problem of every file.
    pub fn load(folder: &Path) -> Result<Self> {
        let mut problems = Diagnostics::new();
        let mut files = Vec::new();
        if folder.is_file() {
            files.push(folder.to_owned());
        } else {
            find(folder, 0, &mut files, &mut problems);
            files.sort();
        }
        if files.is_empty() && problems.is_empty() {
            let problem = Diagnostic::of_file(Code::EmptyFolder, folder, "this folder holds no claim files");
            problems.push(problem.help(WRITE_A_FILE));
        }
        let mut whole = !problems.has_errors();
        let mut inputs = Vec::new();
        for file in files {
            match read_input(&file) {
                Ok(input) => inputs.push(input),
                Err(problem) => {
                    whole = false;
                    problems.push(*problem);
                }
            }
        }
        let set = Self::from_inputs(&inputs, whole, problems)?;
        let parent = folder.parent().filter(|_| folder.is_file());
        Ok(Self { folder: parent.unwrap_or(folder).to_owned(), ..set })
    }

    /// Reads a claim file from memory; `name` is what diagnostics call it.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) with every problem of the file.
    pub fn from_yaml(name: &str, text: &str) -> Result<Self> {
        Self::from_inputs(&[Input::new(name, text)], true, Diagnostics::new())
    }

    /// A set of one claim, typed at the prompt. Its question has no text.
    #[must_use]
    pub fn of_one(claim: &str) -> Self {
        let input = Input::new("", claim);
        let claim = At { value: claim.trim().to_owned(), span: Span::new(0, claim.len()) };
        let question = raw::Question {
            question: At { value: String::new(), span: Span::default() },
            about: None,
            claims: vec![raw::Item::Text(claim)],
            compatible: None,
        };
        validate(vec![Document { input, question }], true, &mut Diagnostics::new())
    }

    /// `whole` is whether these are all the files there are.
    pub(super) fn from_inputs(inputs: &[Input], mut whole: bool, mut problems: Diagnostics) -> Result<Self> {
        let mut documents = Vec::new();
        for input in inputs {
            let parsed = parse(input, &mut problems);
            whole &= parsed.whole;
            if parsed.whole && parsed.nodes.is_empty() {
                let problem =
                    Diagnostic::of_file(Code::EmptyFile, input.path(), "this file holds no question");
                problems.push(problem.help("write `question:` and `claims:` into it, or take it away"));
            }
            let mut reader = Reader { input, problems: &mut problems };
            let questions = parsed.nodes.iter().filter_map(|node| read::question(&mut reader, node));
            documents.extend(questions.map(|question| Document { input: input.clone(), question }));
        }
        let set = validate(documents, whole, &mut problems);
        let (mut set, warnings) = problems.or(set)?;
        set.warnings = warnings;
        Ok(set)
    }
}

/// Adds the claim files in `folder` to `files`.
fn find(folder: &Path, depth: usize, files: &mut Vec<PathBuf>, problems: &mut Diagnostics) {
    let entries = match std::fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return problems.push(unreadable(folder, &error)),
    };
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") || name.as_encoded_bytes().ends_with(b".snap.yaml") {
            continue;
        }
        // The type of the entry itself: a link to a folder could lead in a circle.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && depth < MAX_DEPTH {
            find(&path, depth + 1, files, problems);
        } else if is_claim_file(&path) && !path.is_dir() {
            files.push(path);
        }
    }
}

fn is_claim_file(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    matches!(extension.as_deref(), Some("yaml" | "yml"))
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Diagnostic {
    match error.kind() {
        ErrorKind::NotFound => Diagnostic::of_file(Code::NotFound, folder, "there is no such folder").help(
            "`--claims` names the folder of claim files; `crosscheck init DIR` makes a case to start from",
        ),
        ErrorKind::NotADirectory => Diagnostic::of_file(
            Code::Unreadable,
            folder,
            "this is neither a folder nor a file that can be read",
        )
        .help("name a folder of claim files"),
        _ => Diagnostic::of_file(Code::Unreadable, folder, format!("this folder cannot be read: {error}"))
            .help("check who may read it"),
    }
}
