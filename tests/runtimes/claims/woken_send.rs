// SPDX-License-Identifier: GPL-3.0-or-later
//! A send that was woken, as there is room for its message, has sent nothing until it is polled again.
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::task::{Context, Wake};
use tokio::sync::mpsc;

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

fn main() {
    let (sender, mut receiver) = mpsc::channel(1);
    sender.try_send("first").unwrap();
    let woken = Arc::new(Woken(AtomicBool::new(false)));
    let waker = woken.clone().into();
    let mut send = Box::pin(sender.send("second"));
    println!("waits: {}", send.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    println!("received {}", receiver.try_recv().unwrap());
    println!("woken: {}", woken.0.load(Ordering::SeqCst));
    drop(send);
    println!("nothing left: {}", receiver.try_recv().is_err());
}
