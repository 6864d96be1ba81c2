// SPDX-License-Identifier: GPL-3.0-or-later
//! Work and timeout are due at the same instant: tokio asks the work first.
use tokio::time::{sleep, timeout, Duration};

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let raced = timeout(Duration::from_millis(100), sleep(Duration::from_millis(100))).await;
        println!("{}", if raced.is_err() { "timeout" } else { "work" });
    });
}
