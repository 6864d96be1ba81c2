// SPDX-License-Identifier: GPL-3.0-or-later
//! What the lessons' programs have in common: a console, a race, and what goes on outside of a program.
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use tokio::task::{spawn_local, JoinHandle};
use tokio::time::{sleep, timeout, Duration, Instant};

/// When the caller's race is to be over.
#[derive(Clone, Copy)]
pub enum Limit {
    Never,
    At(u64),      // ms of the run
    Woken(usize), // the await of this number was woken, and has not been polled since
}

/// How a run went, in the words of the lesson's scenario.cpp.
pub struct Outcome {
    pub timed_out: bool,
    pub verdict: &'static str,
    pub why: String,
    pub client: String,
}

pub struct World {
    pub limit: Limit,
    start: Instant,
    log: RefCell<Vec<String>>,
    awaits: Cell<usize>, // of the work, that have begun
    in_work: Cell<bool>,
}

impl World {
    pub fn new(limit: Limit) -> World {
        World { limit, start: Instant::now(), log: RefCell::default(), awaits: Cell::new(0), in_work: Cell::new(false) }
    }

    pub fn now(&self) -> u64 {
        self.start.elapsed().as_millis() as u64
    }

    pub fn println(&self, text: String) {
        self.log.borrow_mut().push(format!("{} {text}", self.now()));
    }

    /// Each operation that a lesson awaits says so as it begins. Only those of what is raced have a number.
    pub fn await_begins(&self) {
        self.awaits.set(self.awaits.get() + usize::from(self.in_work.get()));
    }

    /// What the work returned; None if the timeout won, and then the work has been dropped where it waited.
    pub async fn race<T>(&self, limit: Limit, work: impl Future<Output = T>) -> Option<T> {
        let mut work = Box::pin(work);
        match limit {
            Limit::Never => Some(poll_fn(|cx| self.poll(&mut work, cx)).await),
            Limit::At(at) => {
                let left = Duration::from_millis(at.saturating_sub(self.now()));
                timeout(left, poll_fn(move |cx| self.poll(&mut work, cx))).await.ok()
            }
            Limit::Woken(number) => {
                let bell = Arc::new(Bell { rung: AtomicBool::new(true), outer: Mutex::default() });
                let waker = Waker::from(bell.clone());
                let mut waits_at = 0;
                poll_fn(move |cx| {
                    *bell.outer.lock().unwrap() = Some(cx.waker().clone());
                    while bell.rung.swap(false, Ordering::SeqCst) {
                        if waits_at == number {
                            return Poll::Ready(None);
                        }
                        if let Poll::Ready(value) = self.poll(&mut work, &mut Context::from_waker(&waker)) {
                            return Poll::Ready(Some(value));
                        }
                        waits_at = self.awaits.get();
                    }
                    Poll::Pending
                })
                .await
            }
        }
    }

    fn poll<F: Future>(&self, work: &mut Pin<Box<F>>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.in_work.set(true);
        let polled = work.as_mut().poll(cx);
        self.in_work.set(false);
        polled
    }

    pub fn told(&self, point: &str, outcome: &Outcome) -> String {
        let Outcome { timed_out, verdict, why, client } = outcome;
        let winner = if *timed_out { "timeout" } else { "work" };
        let log = self.log.borrow().iter().map(|line| format!("{line:?}")).collect::<Vec<_>>().join(",");
        format!(
            r#"{{"at":"{point}","winner":"{winner}","verdict":"{verdict}","why":"{why}","client":"{client}","log":[{log}]}}"#
        )
    }
}

/// Knows whether the work was woken: whoever polls it besides, as a LocalSet does when another task was, has not woken it.
struct Bell {
    rung: AtomicBool,
    outer: Mutex<Option<Waker>>,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.store(true, Ordering::SeqCst);
        if let Some(waker) = self.outer.lock().unwrap().as_ref() {
            waker.wake_by_ref();
        }
    }
}

/// What somebody else does meanwhile, such as a database. When it is done, it is, whoever still hears of it; dropped before, it is
/// not done at all.
pub async fn outside(takes: u64, done: impl FnOnce() + 'static) {
    struct AbortOnDrop(JoinHandle<()>);
    impl Drop for AbortOnDrop {
        fn drop(&mut self) {
            self.0.abort();
        }
    }
    let timer = sleep(Duration::from_millis(takes));
    let mut task = AbortOnDrop(spawn_local(async move {
        timer.await;
        done();
    }));
    (&mut task.0).await.expect("nobody else aborts it");
}

pub async fn pause(ms: u64) {
    sleep(Duration::from_millis(ms)).await;
}

/// As std has it from Rust 1.64 on.
pub fn poll_fn<T>(poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> impl Future<Output = T> {
    struct PollFn<F>(F);
    impl<F> Unpin for PollFn<F> {}
    impl<T, F: FnMut(&mut Context<'_>) -> Poll<T>> Future for PollFn<F> {
        type Output = T;
        fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
            (self.get_mut().0)(cx)
        }
    }
    PollFn(poll)
}

/// What runs on when the caller is done: nothing in a lesson takes longer.
pub async fn until_nothing_is_left() {
    pause(100_000).await;
}

/// "C, D"
pub fn listed(words: &[String]) -> String {
    words.join(", ")
}
