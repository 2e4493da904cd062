//! Ctrl-C: what can be ended in good order is, and a second one ends the program at once.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use crosscheck::Error;
use signal_hook::consts::SIGINT;
use signal_hook::flag;

/// What shells take for "ended by Ctrl-C".
pub(crate) const EXIT_STATUS: u8 = 130;

/// What Ctrl-C does.
struct Interrupt {
    /// Set by the first: who works in good order looks at it.
    asked: Arc<AtomicBool>,
    /// Whether the next ends the program at once.
    at_once: Arc<AtomicBool>,
}

/// How many sources have been checked.
static CHECKED: AtomicUsize = AtomicUsize::new(0);

/// From the first need of it on; `None` where the system does not let us listen: Ctrl-C is then what it always is.
fn interrupt() -> Option<&'static Interrupt> {
    static INTERRUPT: OnceLock<Option<Interrupt>> = OnceLock::new();
    INTERRUPT.get_or_init(|| listen().ok()).as_ref()
}

fn listen() -> io::Result<Interrupt> {
    let interrupt = Interrupt { asked: Arc::default(), at_once: Arc::new(AtomicBool::new(true)) };
    // The order counts: the first one sets what the second one looks at.
    flag::register_conditional_shutdown(SIGINT, i32::from(EXIT_STATUS), Arc::clone(&interrupt.at_once))?;
    flag::register(SIGINT, Arc::clone(&interrupt.asked))?;
    flag::register(SIGINT, Arc::clone(&interrupt.at_once))?;
    Ok(interrupt)
}

/// For as long as it lives, Ctrl-C only asks for the end: whoever holds it looks whether it was asked for.
#[derive(Debug)]
pub(crate) struct InGoodOrder(());

impl InGoodOrder {
    /// From now on.
    pub(crate) fn begin() -> Self {
        if let Some(interrupt) = interrupt() {
            interrupt.at_once.store(interrupt.asked.load(Ordering::SeqCst), Ordering::SeqCst);
        }
        Self(())
    }

    /// What is set once the end is asked for.
    pub(crate) fn asked(&self) -> Arc<AtomicBool> {
        interrupt().map_or_else(Arc::default, |interrupt| Arc::clone(&interrupt.asked))
    }
}

impl Drop for InGoodOrder {
    fn drop(&mut self) {
        if let Some(interrupt) = interrupt() {
            interrupt.at_once.store(true, Ordering::SeqCst);
        }
    }
}

/// An error where the end has been asked for.
///
/// # Errors
/// [`Error::Stopped`].
pub(crate) fn go_on() -> crosscheck::Result<()> {
    let asked = interrupt().is_some_and(|interrupt| interrupt.asked.load(Ordering::Relaxed));
    if asked { Err(Error::Stopped) } else { Ok(()) }
}

/// One more source has been checked.
pub(crate) fn count_checked() {
    CHECKED.fetch_add(1, Ordering::Relaxed);
}

/// How many sources have been checked.
pub(crate) fn checked() -> usize {
    CHECKED.load(Ordering::Relaxed)
}
