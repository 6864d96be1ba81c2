// SPDX-License-Identifier: GPL-3.0-or-later
//! Three orders come one after the other, wait in a channel of tokio's, and are stored.
use crate::world::{listed, outside, pause, poll_fn, until_nothing_is_left, Limit, Outcome, World};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use tokio::sync::mpsc;
use tokio::task::spawn_local;

const ORDERED: [&str; 3] = ["A", "B", "C"];

struct Inbox {
    world: Rc<World>,
    channel: RefCell<mpsc::UnboundedReceiver<String>>,
    came: Rc<Cell<usize>>,
    taken: Cell<usize>,
}

impl Inbox {
    async fn pop(&self) -> String {
        self.world.await_begins();
        let order = poll_fn(|cx| self.channel.borrow_mut().poll_recv(cx)).await.unwrap();
        self.taken.set(self.taken.get() + 1);
        order
    }
}

struct Database {
    world: Rc<World>,
    takes: u64,
    orders: Rc<RefCell<Vec<String>>>,
}

impl Database {
    async fn store(&self, order: &str) {
        self.world.await_begins();
        let (orders, order) = (self.orders.clone(), order.to_string());
        outside(self.takes, move || orders.borrow_mut().push(order)).await;
    }
}

struct Worker {
    world: Rc<World>,
    inbox: Inbox,
    database: Database,
    in_hand: RefCell<Option<String>>,
}

impl Worker {
    async fn buggy(&self) {
        while self.more_to_come() {
            let order = self.inbox.pop().await;
            self.world.println(format!("got {order}"));
            self.database.store(&order).await;
            self.world.println(format!("stored {order}"));
        }
    }

    async fn receive(&self) {
        let order = self.inbox.pop().await;
        self.world.println(format!("got {order}"));
        *self.in_hand.borrow_mut() = Some(order);
    }

    async fn task(self: &Rc<Self>) {
        while self.more_to_come() {
            let order = self.inbox.pop().await;
            self.world.println(format!("got {order}"));
            let worker = self.clone();
            spawn_local(async move { worker.store(order).await });
        }
    }

    async fn keep(&self) {
        while self.more_to_come() {
            let order = self.inbox.pop().await;
            *self.in_hand.borrow_mut() = Some(order.clone());
            self.world.println(format!("got {order}"));
            self.database.store(&order).await;
            self.world.println(format!("stored {order}"));
            *self.in_hand.borrow_mut() = None;
        }
    }

    async fn take_orders(self: &Rc<Self>, variant: &str) {
        match variant {
            "buggy" => self.buggy().await,
            "receive" => self.receive().await,
            "task" => self.task().await,
            "keep" => self.keep().await,
            _ => panic!("there is no variant {variant}"),
        }
    }

    async fn store(&self, order: String) {
        self.database.store(&order).await;
        self.world.println(format!("stored {order}"));
    }

    fn more_to_come(&self) -> bool {
        self.inbox.came.get() < ORDERED.len() || self.inbox.taken.get() < self.inbox.came.get()
    }
}

pub async fn run(world: &Rc<World>, variant: &str, [store, next]: [u64; 2]) -> Outcome {
    let (sender, channel) = mpsc::unbounded_channel();
    let came = Rc::new(Cell::new(0));
    let inbox = Inbox { world: world.clone(), channel: RefCell::new(channel), came: came.clone(), taken: Cell::new(0) };
    spawn_local(async move {
        for (i, order) in ORDERED.iter().enumerate() {
            pause(if i == 0 { 50 } else { next }).await;
            sender.send(order.to_string()).unwrap();
            came.set(i + 1);
        }
        until_nothing_is_left().await; // or the channel would be closed
    });
    let orders = Rc::new(RefCell::new(Vec::new()));
    let database = Database { world: world.clone(), takes: store, orders: orders.clone() };
    let worker = Rc::new(Worker { world: world.clone(), inbox, database, in_hand: RefCell::new(None) });

    let caller = worker.clone();
    let (name, console, reloaded) = (variant.to_string(), world.clone(), Rc::new(Cell::new(false)));
    let reloads = reloaded.clone();
    spawn_local(async move {
        loop {
            let limit = if reloads.get() { Limit::Never } else { console.limit };
            if console.race(limit, caller.take_orders(&name)).await.is_none() {
                reloads.set(true);
                console.println("reload".into());
            }
            let left = caller.in_hand.take();
            if let Some(order) = left {
                caller.store(order).await;
            }
            if !caller.more_to_come() {
                break;
            }
        }
    });

    until_nothing_is_left().await;
    let orders = orders.borrow();
    let taken = worker.inbox.taken.get();
    let with = |wrong: fn(usize) -> bool| -> Vec<String> {
        let times = |order: &str| orders.iter().filter(|stored| *stored == order).count();
        ORDERED[..taken].iter().filter(|order| wrong(times(order))).map(|order| order.to_string()).collect()
    };
    let (lost, twice) = (with(|times| times == 0), with(|times| times > 1));
    let (verdict, why) = if taken == 0 {
        ("not-applicable", "No order was taken.".into())
    } else if !lost.is_empty() {
        ("violated", format!("Neither in the inbox nor stored: {}", listed(&lost)))
    } else if !twice.is_empty() {
        ("holds", format!("Stored twice: {}", listed(&twice)))
    } else {
        ("holds", "All stored".into())
    };
    let client =
        if orders.is_empty() { "finds nothing stored".into() } else { format!("finds {} stored", listed(&orders)) };
    Outcome { timed_out: reloaded.get(), verdict, why, client }
}
