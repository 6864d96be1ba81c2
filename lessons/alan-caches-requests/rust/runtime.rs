// SPDX-License-Identifier: GPL-3.0-or-later
//! tokio, on its paused clock: time jumps to the next timer when nothing else can run.
use std::future::Future;
pub use tokio::time::{sleep, Duration, Instant};

pub fn run(main: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(main);
}

/// Whether the work won. If not, it has been dropped where it waited.
pub async fn race(limit: Duration, work: impl Future<Output = ()>) -> bool {
    tokio::time::timeout(limit, work).await.is_ok()
}
