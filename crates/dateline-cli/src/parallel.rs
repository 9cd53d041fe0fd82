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
    /// The next input to be taken.
    next: usize,
    /// Results that wait for earlier ones.
    done: BTreeMap<usize, R>,
    /// The input whose result is handed over next.
    wanted: usize,
    stopped: bool,
}

/// Applies `work` to each of `inputs` on `jobs` threads and hands the results to `take` on the
/// calling thread, in the order of the inputs. Stops early where `take` returns false.
pub fn in_order<T: Sync, R: Send>(
    inputs: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> bool,
) {
    in_order_with_pauses(inputs, jobs, work, |result| result.is_none_or(&mut take));
}

/// As [`in_order`]; where nothing comes for a while, `take` gets `None`, which may happen again and again.
pub fn in_order_with_pauses<T: Sync, R: Send>(
    inputs: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(Option<R>) -> bool,
) {
    let state = Mutex::new(State {
        next: 0,
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
    let worker = || {
        loop {
            let mut now = lock();
            while !now.stopped && now.next >= now.wanted + ahead && now.next < inputs.len() {
                now = changed
                    .wait(now)
                    .unwrap_or_else(|poisoned| poisoned.into_inner());
            }
            if now.stopped || now.next >= inputs.len() {
                return;
            }
            let index = now.next;
            now.next += 1;
            drop(now);
            let result = work(&inputs[index]);
            lock().done.insert(index, result);
            changed.notify_all();
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..jobs.get().min(inputs.len()) {
            scope.spawn(worker);
        }
        let mut index = 0;
        while index < inputs.len() {
            let waits = |now: &mut State<R>| !now.done.contains_key(&index);
            let (mut now, _) = changed
                .wait_timeout_while(lock(), PAUSE, waits)
                .unwrap_or_else(|poisoned| poisoned.into_inner());
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
            let square = |n: &u64| {
                // Uneven work, so that later inputs finish first.
                (0..(n * 7919) % 1000).fold(0u64, |sum, i| sum ^ i.wrapping_mul(*n));
                n * n
            };
            in_order(
                &inputs,
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
        let slow = |n: &u32| {
            if *n == 1 {
                std::thread::sleep(3 * PAUSE);
            }
            *n
        };
        let (mut taken, mut pauses) = (Vec::new(), 0);
        in_order_with_pauses(&[0, 1, 2], NonZeroUsize::MIN, slow, |result| {
            pauses += u32::from(result.is_none());
            taken.extend(result);
            true
        });
        assert_eq!(taken, [0, 1, 2]);
        assert!(pauses > 0);
    }

    #[test]
    fn it_stops_when_told() {
        let inputs: Vec<usize> = (0..1000).collect();
        let mut taken = 0;
        in_order(
            &inputs,
            NonZeroUsize::new(3).unwrap(),
            |n| *n,
            |n| {
                taken = n;
                n < 10
            },
        );
        assert_eq!(taken, 10);
    }
}
