//! Work that many threads do and one hands on, in order, with a bound on how much is in between.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

use rayon::Yield;

use crate::Result;

/// How many bytes may be in flight for each thread, and how many pieces of work. One piece always may.
const BYTES_A_THREAD: usize = 2 << 20;
const PIECES_A_THREAD: usize = 32;

/// Has every one of `items` worked on, by all threads, and hands what comes of each to `sink`, in the order of the items;
/// `size` tells how many bytes an item holds. Where `sink` breaks off or fails, no further item is taken.
///
/// # Errors
/// Whatever `sink` gives back.
pub(super) fn in_order<I: Send, T: Send>(
    items: impl Iterator<Item = I>,
    size: impl Fn(&I) -> usize,
    work: &(impl Fn(I) -> T + Sync),
    sink: &mut impl FnMut(T) -> Result<ControlFlow<()>>,
) -> Result<()> {
    rayon::in_place_scope(|scope| {
        let mut flight = Flight::new();
        for item in items {
            let size = size(&item);
            while flight.is_full(size) || flight.has_landed() {
                if flight.land(sink)?.is_break() {
                    return Ok(());
                }
            }
            let (done, result) = sync_channel(1);
            // Nobody waits for what comes after a break.
            scope.spawn(move |_| drop(done.send(work(item))));
            flight.start(result, size);
        }
        while !flight.is_empty() && flight.land(sink)?.is_continue() {}
        Ok(())
    })
}

/// Work that has been begun and not been handed on, in order.
struct Flight<T> {
    pieces: VecDeque<Piece<T>>,
    bytes: usize,
    threads: usize,
}

struct Piece<T> {
    result: Receiver<T>,
    size: usize,
    /// What came of it, once that has been looked for and found.
    done: Option<T>,
}

impl<T> Flight<T> {
    fn new() -> Self {
        Self { pieces: VecDeque::new(), bytes: 0, threads: rayon::current_num_threads() }
    }

    fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether there is no room for a piece of `size` bytes.
    fn is_full(&self, size: usize) -> bool {
        !self.pieces.is_empty()
            && (self.pieces.len() >= self.threads * PIECES_A_THREAD
                || self.bytes.saturating_add(size) > self.threads * BYTES_A_THREAD)
    }

    fn start(&mut self, result: Receiver<T>, size: usize) {
        self.bytes = self.bytes.saturating_add(size);
        self.pieces.push_back(Piece { result, size, done: None });
    }

    /// Whether the first piece is done.
    fn has_landed(&mut self) -> bool {
        let Some(first) = self.pieces.front_mut() else { return false };
        first.done = first.done.take().or_else(|| first.result.try_recv().ok());
        first.done.is_some()
    }

    /// Hands on what comes of the first piece; waits for it. A break where its thread panicked, as the scope then will.
    fn land(&mut self, sink: &mut impl FnMut(T) -> Result<ControlFlow<()>>) -> Result<ControlFlow<()>> {
        let Some(first) = self.pieces.pop_front() else { return Ok(ControlFlow::Break(())) };
        self.bytes = self.bytes.saturating_sub(first.size);
        first.done.or_else(|| wait(&first.result)).map_or(Ok(ControlFlow::Break(())), sink)
    }
}

/// What comes of a piece of work. A thread of the pool itself does other work meanwhile, or there might be nobody to do it.
fn wait<T>(result: &Receiver<T>) -> Option<T> {
    loop {
        match result.try_recv() {
            Ok(result) => return Some(result),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => match rayon::yield_now() {
                None => return result.recv().ok(),
                Some(Yield::Executed) => {}
                Some(Yield::Idle) => std::thread::yield_now(),
            },
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::Error;

    fn squares(count: usize) -> Vec<usize> {
        let mut given = Vec::new();
        // The first are the slowest.
        let work =
            |n: usize| (n * n, std::thread::sleep(std::time::Duration::from_micros(200 / (n as u64 + 1)))).0;
        in_order(0..count, |_| 1, &work, &mut |square| {
            given.push(square);
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
        given
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let expected: Vec<usize> = (0..500).map(|n| n * n).collect();
        assert_eq!(squares(500), expected);
    }

    #[test]
    fn a_thread_of_the_pool_may_run_it_alone() {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        assert_eq!(pool.install(|| squares(100)).len(), 100);
    }

    #[test]
    fn no_more_is_in_flight_than_may_be() {
        let (begun, handed_on, most) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
        let size = BYTES_A_THREAD / 4;
        let items = (0..200).inspect(|_| {
            let flying = begun.fetch_add(1, Ordering::SeqCst) - handed_on.load(Ordering::SeqCst);
            most.fetch_max(flying, Ordering::SeqCst);
        });
        in_order(items, |_| size, &|n: i32| n, &mut |_| {
            handed_on.fetch_add(1, Ordering::SeqCst);
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
        assert!(most.into_inner() <= 4 * rayon::current_num_threads() + 1);
        assert_eq!(handed_on.into_inner(), 200);
    }

    #[test]
    fn what_ends_it_ends_it() {
        let taken = AtomicUsize::new(0);
        let items = || {
            (0..100_000).inspect(|_| {
                taken.fetch_add(1, Ordering::SeqCst);
            })
        };
        let mut given = 0;
        in_order(items(), |_| 1, &|n: i32| n, &mut |n| {
            given += 1;
            Ok(if n == 9 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        })
        .unwrap();
        assert_eq!(given, 10);
        let failed = in_order(items(), |_| 1, &|n: i32| n, &mut |_| Err(Error::Usage("no".into())));
        assert!(failed.is_err() && taken.into_inner() < 100_000);
    }

    #[test]
    fn a_panic_is_no_deadlock() {
        let run =
            || in_order(0..100, |_| 1, &|n: i32| assert!(n != 50), &mut |()| Ok(ControlFlow::Continue(())));
        assert!(std::panic::catch_unwind(run).is_err());
    }
}
