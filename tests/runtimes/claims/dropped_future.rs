// SPDX-License-Identifier: GPL-3.0-or-later
//! What runs of a future that loses to a timeout: its destructors, and nothing else.
use tokio::time::{sleep, timeout, Duration};

struct Local;

impl Drop for Local {
    fn drop(&mut self) {
        println!("destructor");
    }
}

async fn work() {
    let _local = Local;
    println!("before the await");
    sleep(Duration::from_millis(200)).await;
    println!("after the await");
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let raced = timeout(Duration::from_millis(100), work()).await;
        println!("{}", if raced.is_err() { "timeout" } else { "work" });
        sleep(Duration::from_millis(1000)).await;
    });
}
