// SPDX-License-Identifier: GPL-3.0-or-later
//! abort() stops a task at its next await, not before.
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;
use tokio::time::{sleep, Duration};

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let own: Arc<Mutex<Option<JoinHandle<()>>>> = Arc::default();
        let inside = own.clone();
        let task = tokio::spawn(async move {
            inside.lock().unwrap().as_ref().unwrap().abort();
            println!("aborted, and still running");
            sleep(Duration::from_millis(1)).await;
            println!("after the await");
        });
        *own.lock().unwrap() = Some(task);
        sleep(Duration::from_millis(1000)).await;
        println!("end");
    });
}
