// SPDX-License-Identifier: GPL-3.0-or-later
//! futures-lite's `or`, the maintained successor of async-std's `race`, on a clock of our own: a future is polled until it waits,
//! and then time jumps to the next timer.
use futures_lite::future::{poll_fn, FutureExt};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;
use std::task::{Context, Poll, Wake};
pub use std::time::Duration;

thread_local! {
    static NOW: Cell<Duration> = Cell::default();
    static TIMERS: RefCell<BTreeSet<Duration>> = RefCell::default();
}

fn now() -> Duration {
    NOW.with(Cell::get)
}

#[derive(Clone, Copy)]
pub struct Instant(Duration);

impl Instant {
    pub fn now() -> Instant {
        Instant(now())
    }

    pub fn elapsed(&self) -> Duration {
        now() - self.0
    }
}

pub async fn sleep(takes: Duration) {
    let due = now() + takes;
    TIMERS.with(|timers| timers.borrow_mut().insert(due));
    poll_fn(|_| if now() < due { Poll::Pending } else { Poll::Ready(()) }).await;
}

/// Whoever waits is polled at each timer.
struct Nobody;

impl Wake for Nobody {
    fn wake(self: Arc<Self>) {}
}

pub fn run(main: impl Future<Output = ()>) {
    let waker = Arc::new(Nobody).into();
    let mut main = Box::pin(main);
    while main.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
        let next = TIMERS.with(|timers| timers.borrow().iter().find(|due| **due > now()).copied());
        NOW.with(|clock| clock.set(next.expect("everything waits, and no timer will end it")));
    }
}

/// Whether the work won. If not, it has been dropped where it waited. The timeout comes first, as in the sandbox.
pub async fn race(limit: Duration, work: impl Future<Output = ()>) -> bool {
    let timeout = async {
        sleep(limit).await;
        false
    };
    let won = async {
        work.await;
        true
    };
    timeout.or(won).await
}
