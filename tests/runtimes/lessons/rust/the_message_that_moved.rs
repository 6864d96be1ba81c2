// SPDX-License-Identifier: GPL-3.0-or-later
//! Four messages, tokio's own channel with room for one, and a client that takes its time for each.
use crate::world::{listed, outside, pause, until_nothing_is_left, Outcome, World};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use tokio::sync::mpsc::{self, error::TrySendError, Permit};
use tokio::task::spawn_local;

const WRITTEN: [&str; 4] = ["A", "B", "C", "D"];

struct Outbox(RefCell<VecDeque<String>>);

impl Outbox {
    fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }
    fn take(&self) -> String {
        self.0.borrow_mut().pop_front().unwrap()
    }
    fn put_back(&self, message: String) {
        self.0.borrow_mut().push_back(message);
    }
}

struct Queue {
    world: Rc<World>,
    channel: mpsc::Sender<String>,
}

impl Queue {
    async fn send(&self, message: String) {
        self.world.await_begins();
        self.channel.send(message).await.unwrap();
    }
    async fn reserve(&self) -> Permit<'_, String> {
        self.world.await_begins();
        self.channel.reserve().await.unwrap()
    }
}

struct Server {
    world: Rc<World>,
    connect: u64,
    outbox: Outbox,
    queue: Queue,
}

impl Server {
    async fn buggy(&self) {
        self.connect().await;
        while !self.outbox.is_empty() {
            let m = self.outbox.take();
            self.world.println(format!("sending {m}"));
            self.queue.send(m).await;
            self.world.println("sent".into());
        }
    }

    async fn reserve(&self) {
        self.connect().await;
        while !self.outbox.is_empty() {
            let p = self.queue.reserve().await;
            let m = self.outbox.take();
            self.world.println(format!("sending {m}"));
            p.send(m);
            self.world.println("sent".into());
        }
    }

    async fn retry(&self) {
        self.connect().await;
        while !self.outbox.is_empty() {
            let m = self.outbox.take();
            self.world.println(format!("sending {m}"));
            match self.queue.channel.try_send(m) {
                Ok(()) => self.world.println("sent".into()),
                Err(TrySendError::Closed(_)) => panic!("nobody closes it"),
                Err(TrySendError::Full(m)) => {
                    self.outbox.put_back(m);
                    self.world.await_begins();
                    pause(120).await;
                }
            }
        }
    }

    async fn send_all(&self, variant: &str) {
        match variant {
            "buggy" => self.buggy().await,
            "reserve" => self.reserve().await,
            "retry" => self.retry().await,
            _ => panic!("there is no variant {variant}"),
        }
    }

    async fn connect(&self) {
        self.world.await_begins();
        outside(self.connect, || ()).await;
    }
}

pub async fn run(world: &Rc<World>, variant: &str, [client, connect]: [u64; 2]) -> Outcome {
    let (channel, mut incoming) = mpsc::channel(1);
    let received = Rc::new(RefCell::new(Vec::new()));
    let handled = received.clone();
    spawn_local(async move {
        while let Some(message) = incoming.recv().await {
            pause(client).await;
            handled.borrow_mut().push(message);
        }
    });
    let server = Server {
        world: world.clone(),
        connect,
        outbox: Outbox(RefCell::new(WRITTEN.map(String::from).into())),
        queue: Queue { world: world.clone(), channel },
    };

    let mut saved = Vec::new();
    let raced = world.race(world.limit, server.send_all(variant)).await;
    if raced.is_none() {
        world.println("timeout".into());
        saved.extend(server.outbox.0.borrow().iter().cloned());
    }

    until_nothing_is_left().await;
    let received = received.borrow();
    let places = |m: &str| received.iter().chain(&saved).filter(|other| *other == m).count();
    let with = |wrong: fn(usize) -> bool| -> Vec<String> {
        WRITTEN.iter().filter(|m| wrong(places(m))).map(|m| m.to_string()).collect()
    };
    let (lost, twice) = (with(|places| places == 0), with(|places| places > 1));
    let (verdict, why) = if !lost.is_empty() {
        ("violated", format!("Neither delivered nor kept: {}", listed(&lost)))
    } else if !twice.is_empty() {
        ("violated", format!("Kept and delivered too: {}", listed(&twice)))
    } else if saved.is_empty() {
        ("holds", "All delivered".into())
    } else {
        ("holds", format!("Kept: {}", listed(&saved)))
    };
    let client = if received.is_empty() { "gets nothing".into() } else { format!("gets {}", listed(&received)) };
    Outcome { timed_out: raced.is_none(), verdict, why, client }
}
