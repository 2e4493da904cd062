//! Watching claims and sources for changes.
//!
//! Editors write in many ways: in place, beside the file and renamed, with files of their own around it; and folders go
//! and come back, as when a branch is changed. So folders are watched and not files, each together with the folder that
//! it lies in, and what was watched is watched anew whenever it may be another.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf, absolute};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crosscheck::one_line;
use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// A change is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(150);

/// A change that goes on and on is taken for over after so long.
const LONGEST: Duration = Duration::from_secs(2);

/// How often to look where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(1);

/// What has changed, as its user names it: "claims/a.yaml and 2 more".
#[derive(Debug, Default)]
pub(super) struct Change {
    paths: BTreeSet<PathBuf>,
    /// Those of the paths where nothing was before.
    created: BTreeSet<PathBuf>,
    /// Whether there may be more than that.
    is_open: bool,
    /// Whether other folders are there now.
    is_whole: bool,
}

impl Change {
    fn add(&mut self, seen: Seen) {
        self.is_whole |= seen.whole;
        if seen.created {
            self.created.insert(seen.path.clone());
        }
        self.paths.insert(seen.path);
    }

    /// Forgets what has come and gone: editors try whether they may write, or write beside a file and rename.
    fn settle(&mut self) {
        self.paths.retain(|path| !self.created.contains(path) || path.exists());
        // A folder changes with what is in it, which comes right after it in the order of paths.
        let pairs = self.paths.iter().zip(self.paths.iter().skip(1));
        let folders: Vec<_> =
            pairs.filter(|(path, next)| next.starts_with(path)).map(|(path, _)| path).cloned().collect();
        self.paths.retain(|path| folders.binary_search(path).is_err());
    }

    fn is_nothing(&self) -> bool {
        self.paths.is_empty() && !self.is_open
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.paths.first() else { return f.write_str("something") };
        f.write_str(&one_line(&first.to_string_lossy()))?;
        match self.paths.len() - 1 {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

/// A folder or file of the user's.
#[derive(Debug)]
struct Root {
    /// As its user names it.
    named: PathBuf,
    /// As changes in it are told.
    places: Vec<PathBuf>,
}

impl Root {
    fn new(named: &Path) -> Self {
        let place = absolute(named).unwrap_or_else(|_| named.to_owned());
        // Some systems tell of the place that a link leads to.
        let behind = place.canonicalize().ok().filter(|behind| *behind != place);
        Self { named: named.to_owned(), places: std::iter::once(place).chain(behind).collect() }
    }

    /// What a change at `path` is to this root.
    fn sees(&self, path: &Path, created: bool) -> Option<Seen> {
        let whole = || Seen { path: self.named.clone(), whole: true, created: false };
        self.places.iter().find_map(|place| match path.strip_prefix(place) {
            Ok(rest) if rest.as_os_str().is_empty() => Some(whole()),
            Ok(rest) if is_an_editors_own(rest) => None,
            Ok(rest) => Some(Seen { path: self.named.join(rest), whole: false, created }),
            Err(_) => place.starts_with(path).then(whole),
        })
    }
}

/// A change that matters.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    /// What has changed, as its user names it.
    path: PathBuf,
    /// Whether the root itself, or what it lies in, may be another now.
    whole: bool,
    /// Whether nothing was there before.
    created: bool,
}

/// Hidden files and backups are no part of a case: the swap file that appears when a claim is opened is no change.
fn is_an_editors_own(rest: &Path) -> bool {
    rest.iter().any(|name| {
        let name = name.as_encoded_bytes();
        name.starts_with(b".") || name.starts_with(b"#") || name.ends_with(b"~")
    })
}

/// What the watchers tell.
enum Told {
    Seen(Seen),
    /// Some changes were not told.
    Lost,
    /// The system cannot watch all of it.
    Failed,
}

/// A watch on claims and sources.
pub(super) struct Watch {
    roots: Arc<[Root]>,
    poll: bool,
    sender: Sender<Told>,
    told: Receiver<Told>,
    /// Watches as long as it is kept.
    watcher: Option<Box<dyn Watcher + Send>>,
}

impl Watch {
    /// Watches `paths`, folders or files that need not be there; where the system cannot, or with `poll`, by looking.
    pub(super) fn new(paths: &[&Path], poll: bool) -> Self {
        let (sender, told) = mpsc::channel();
        let roots = paths.iter().map(|path| Root::new(path)).collect();
        let mut watch = Self { roots, poll, sender, told, watcher: None };
        watch.renew();
        watch
    }

    /// Waits until something has changed and is quiet again. What changes after that is told by the next call.
    pub(super) fn wait(&mut self) -> Change {
        loop {
            let mut change = self.next();
            // Before the files are read: what comes into a folder that nobody watches yet is read then.
            if change.is_whole || change.is_open {
                self.renew();
            }
            change.settle();
            if !change.is_nothing() {
                return change;
            }
        }
    }

    fn next(&mut self) -> Change {
        let mut change = Change::default();
        if let Ok(told) = self.told.recv() {
            self.take(told, &mut change);
        }
        let started = Instant::now();
        while started.elapsed() < LONGEST {
            match self.told.recv_timeout(QUIET) {
                Ok(told) => self.take(told, &mut change),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        change
    }

    fn take(&mut self, told: Told, change: &mut Change) {
        match told {
            Told::Seen(seen) => change.add(seen),
            Told::Lost => change.is_open = true,
            // What the system cannot watch now it will hardly be able to later. Later failures are of the same watch.
            Told::Failed => {
                change.is_open |= !self.poll;
                self.poll = true;
            }
        }
    }

    /// Watches what there is now, with nothing left of what was watched before.
    fn renew(&mut self) {
        self.watcher = None;
        let wanted = wanted(&self.roots);
        if !self.poll {
            self.watcher = watcher::<RecommendedWatcher>(&self.roots, &self.sender, &wanted, false).ok();
            self.poll = self.watcher.is_none();
        }
        if self.poll {
            self.watcher = watcher::<PollWatcher>(&self.roots, &self.sender, &wanted, true).ok();
        }
    }
}

/// Each root with all that is in it, and the folder that it lies in, or would lie in, without.
fn wanted(roots: &[Root]) -> BTreeMap<PathBuf, RecursiveMode> {
    let mut wanted = BTreeMap::new();
    for place in roots.iter().filter_map(|root| root.places.first()) {
        if place.is_dir() {
            wanted.insert(place.clone(), RecursiveMode::Recursive);
        }
        if let Some(folder) = place.ancestors().skip(1).find(|folder| folder.is_dir()) {
            wanted.entry(folder.to_owned()).or_insert(RecursiveMode::NonRecursive);
        }
    }
    wanted
}

fn watcher<W: Watcher + Send + 'static>(
    roots: &Arc<[Root]>,
    sender: &Sender<Told>,
    wanted: &BTreeMap<PathBuf, RecursiveMode>,
    polls: bool,
) -> notify::Result<Box<dyn Watcher + Send>> {
    let (roots, sender) = (Arc::clone(roots), sender.clone());
    let tell = move |event: notify::Result<Event>| {
        // Whoever looks again and again meets a file that is just going away, and that is no failure.
        let told = match event {
            Ok(event) => told(&roots, &event),
            Err(_) if polls => Vec::new(),
            Err(_) => vec![Told::Failed],
        };
        // After the last watch has gone there is nobody to tell.
        told.into_iter().for_each(|told| drop(sender.send(told)));
    };
    // Times are compared to the second: of two saves in one, only the content tells.
    let config = Config::default().with_poll_interval(POLL).with_compare_contents(true);
    let mut watcher = W::new(tell, config)?;
    for (path, mode) in wanted {
        watcher.watch(path, *mode)?;
    }
    Ok(Box::new(watcher))
}

fn told(roots: &[Root], event: &Event) -> Vec<Told> {
    if event.need_rescan() {
        return vec![Told::Lost];
    }
    // To read a file is not to change it.
    let is_change = !matches!(event.kind, EventKind::Access(_))
        || event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    let paths = event.paths.iter().filter(|_| is_change);
    let created = event.kind.is_create();
    paths
        .flat_map(|path| roots.iter().filter_map(move |root| root.sees(path, created)))
        .map(Told::Seen)
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::*;

    /// What is told next, where that happens in time.
    fn told_of(mut watch: Watch, act: impl FnOnce()) -> (String, Watch) {
        let (sender, receiver) = mpsc::channel();
        act();
        std::thread::spawn(move || {
            let change = watch.wait();
            // The test may have given up.
            let _ = sender.send((change.to_string(), watch));
        });
        receiver.recv_timeout(Duration::from_secs(60)).expect("a change is told")
    }

    /// A folder with a claim, and a watch on it; `poll` as on the command line.
    fn watched(poll: bool) -> (tempfile::TempDir, PathBuf, Watch) {
        let case = tempfile::tempdir().unwrap();
        let claims = case.path().join("claims");
        fs::create_dir(&claims).unwrap();
        fs::write(claims.join("a.yaml"), "a").unwrap();
        let watch = Watch::new(&[&claims], poll);
        (case, claims, watch)
    }

    #[test]
    fn however_a_file_is_written_it_is_told_as_one_change() {
        for poll in [false, true] {
            let (_case, claims, watch) = watched(poll);
            let (a, b) = (claims.join("a.yaml"), claims.join("b.yaml"));
            let check = |told: &str, file: &Path| {
                // Who polls may see by the folder's own time that something in it has changed.
                let by_folder = poll && told == claims.display().to_string();
                assert!(by_folder || told == file.display().to_string(), "polling: {poll}: {told}");
            };
            let (told, watch) = told_of(watch, || fs::write(&a, "in place").unwrap());
            check(&told, &a);
            let (told, watch) = told_of(watch, || {
                fs::write(claims.join("a.new"), "beside it, and renamed").unwrap();
                fs::rename(claims.join("a.new"), &a).unwrap();
            });
            check(&told, &a);
            let (told, watch) = told_of(watch, || fs::write(&b, "new").unwrap());
            check(&told, &b);
            let (told, _) = told_of(watch, || fs::remove_file(&b).unwrap());
            check(&told, &b);
        }
    }

    #[test]
    fn folders_that_go_and_come_back_are_still_watched() {
        for poll in [false, true] {
            let (case, claims, watch) = watched(poll);
            let name = claims.display().to_string();
            let (told, watch) = told_of(watch, || fs::rename(&claims, case.path().join("away")).unwrap());
            assert!(told.starts_with(&name), "polling: {poll}: {told}");
            let (told, watch) = told_of(watch, || {
                fs::create_dir(&claims).unwrap();
                fs::write(claims.join("a.yaml"), "another").unwrap();
            });
            assert!(told.starts_with(&name), "polling: {poll}: {told}");
            let (told, _) = told_of(watch, || fs::write(claims.join("a.yaml"), "and one more").unwrap());
            assert!(told.starts_with(&name), "polling: {poll}: {told}");
        }
    }

    #[test]
    fn what_editors_leave_around_and_what_is_read_is_no_change() {
        let root =
            Root { named: "claims".into(), places: vec!["/case/claims".into(), "/real/claims".into()] };
        let seen = |path: &str| root.sees(Path::new(path), false).map(|seen| (seen.path, seen.whole));
        for own in [".a.yaml.swp", "a.yaml~", "#a.yaml#", ".git/index", "sub/.a.yaml.swx"] {
            assert_eq!(seen(&format!("/case/claims/{own}")), None, "{own}");
        }
        assert_eq!(seen("/case/claims/sub/a.yaml"), Some(("claims/sub/a.yaml".into(), false)));
        assert_eq!(seen("/real/claims/a.yaml"), Some(("claims/a.yaml".into(), false)));
        assert_eq!(seen("/case/claims"), Some(("claims".into(), true)));
        assert_eq!(seen("/case"), Some(("claims".into(), true)));
        assert_eq!(seen("/case/claims.yaml"), None);
        assert_eq!(seen("/case/target/a"), None);
        let read = Event::new(EventKind::Access(AccessKind::Close(AccessMode::Read)));
        assert!(told(std::slice::from_ref(&root), &read.add_path("/case/claims/a.yaml".into())).is_empty());
    }
}
