//! Work on several threads whose results come back in the order of the input.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// How many results may wait for an earlier one, for each thread.
const AHEAD: usize = 4;

/// How long nothing may come before that is said.
const PAUSE: Duration = Duration::from_millis(300);

struct State<R> {
    /// How many inputs were taken.
    taken: usize,
    /// Whether there are no more.
    is_end: bool,
    /// Results that wait for earlier ones.
    done: BTreeMap<usize, R>,
    /// The input whose result is handed over next.
    wanted: usize,
    stopped: bool,
}

/// Applies `work` to each of `inputs` on `jobs` threads and hands the results to `take` on the
/// calling thread, in the order of the inputs. Few inputs are taken ahead. Stops early where `take` returns
/// false.
pub fn in_order<T, R: Send>(
    inputs: impl Iterator<Item = T> + Send,
    jobs: NonZeroUsize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> bool,
) {
    in_order_with_pauses(inputs, jobs, work, |result| result.is_none_or(&mut take));
}

/// As [`in_order`]; where nothing comes for a while, `take` gets `None`, which may happen again and again.
pub fn in_order_with_pauses<T, R: Send>(
    inputs: impl Iterator<Item = T> + Send,
    jobs: NonZeroUsize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(Option<R>) -> bool,
) {
    let state = Mutex::new(State {
        taken: 0,
        is_end: false,
        done: BTreeMap::new(),
        wanted: 0,
        stopped: false,
    });
    let changed = Condvar::new();
    let lock = || {
        state
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    };
    let ahead = jobs.get() * AHEAD;
    // Apart from the state: an input may be long in coming, and results are handed over meanwhile.
    let inputs = Mutex::new(inputs);
    let next = || {
        let mut inputs = inputs
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let full = |now: &mut State<R>| !now.stopped && now.taken >= now.wanted + ahead;
        let now = changed
            .wait_while(lock(), full)
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if now.stopped || now.is_end {
            return None;
        }
        drop(now);
        let input = inputs.next();
        let mut now = lock();
        let index = now.taken;
        now.taken += usize::from(input.is_some());
        now.is_end = input.is_none();
        Some((index, input?))
    };
    let worker = || {
        while let Some((index, input)) = next() {
            let result = work(input);
            lock().done.insert(index, result);
            changed.notify_all();
        }
        changed.notify_all();
    };
    std::thread::scope(|scope| {
        for _ in 0..jobs.get() {
            scope.spawn(worker);
        }
        let mut index = 0;
        loop {
            let is_over = |now: &State<R>| now.is_end && index >= now.taken;
            let waits = |now: &mut State<R>| !now.done.contains_key(&index) && !is_over(now);
            let (mut now, _) = changed
                .wait_timeout_while(lock(), PAUSE, waits)
                .unwrap_or_else(|poisoned| poisoned.into_inner());
            if is_over(&now) {
                return;
            }
            let result = now.done.remove(&index);
            index += usize::from(result.is_some());
            now.wanted = index;
            drop(now);
            let go_on = take(result);
            lock().stopped |= !go_on;
            changed.notify_all();
            if !go_on {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_whatever_the_number_of_threads() {
        let inputs: Vec<u64> = (0..200).collect();
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let square = |n: u64| {
                // Uneven work, so that later inputs finish first.
                (0..(n * 7919) % 1000).fold(0u64, |sum, i| sum ^ i.wrapping_mul(n));
                n * n
            };
            in_order(
                inputs.iter().copied(),
                NonZeroUsize::new(jobs).unwrap(),
                square,
                |result| {
                    taken.push(result);
                    true
                },
            );
            assert_eq!(taken, inputs.iter().map(|n| n * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_pause_is_said_and_nothing_is_lost_by_it() {
        let slow = |n: u32| {
            if n == 1 {
                std::thread::sleep(3 * PAUSE);
            }
            n
        };
        let (mut taken, mut pauses) = (Vec::new(), 0);
        in_order_with_pauses(0..3, NonZeroUsize::MIN, slow, |result| {
            pauses += u32::from(result.is_none());
            taken.extend(result);
            true
        });
        assert_eq!(taken, [0, 1, 2]);
        assert!(pauses > 0);
    }

    #[test]
    fn it_stops_when_told() {
        let mut taken = 0;
        in_order(
            0..,
            NonZeroUsize::new(3).unwrap(),
            |n| n,
            |n| {
                taken = n;
                n < 10
            },
        );
        assert_eq!(taken, 10);
    }
}
