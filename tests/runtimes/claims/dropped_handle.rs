// SPDX-License-Identifier: GPL-3.0-or-later
//! A timeout that drops a JoinHandle has not stopped the task.
use tokio::time::{sleep, timeout, Duration};

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let handle = tokio::spawn(async {
            sleep(Duration::from_millis(200)).await;
            println!("the task went on");
        });
        let raced = timeout(Duration::from_millis(100), handle).await;
        println!("{}", if raced.is_err() { "timeout" } else { "work" });
        sleep(Duration::from_millis(1000)).await;
    });
}
