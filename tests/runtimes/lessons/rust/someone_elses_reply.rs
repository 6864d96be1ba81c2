// SPDX-License-Identifier: GPL-3.0-or-later
//! Three users and one connection, in which replies come in the order of requests.
use crate::world::{outside, pause, poll_fn, until_nothing_is_left, Outcome, World};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use tokio::sync::{mpsc, oneshot};
use tokio::task::spawn_local;

struct Connection {
    world: Rc<World>,
    times: [u64; 2],
    is_open: Cell<bool>,
    is_closed: Cell<bool>,
    requests: mpsc::UnboundedSender<String>,
    incoming: RefCell<Option<mpsc::UnboundedReceiver<String>>>, // until the store listens
    answers: mpsc::UnboundedSender<String>,
    replies: RefCell<mpsc::UnboundedReceiver<String>>,
    unread: Cell<usize>,
}

impl Connection {
    fn new(world: &Rc<World>, times: [u64; 2]) -> Rc<Connection> {
        let (requests, incoming) = mpsc::unbounded_channel();
        let (answers, replies) = mpsc::unbounded_channel();
        Rc::new(Connection {
            world: world.clone(),
            times,
            is_open: Cell::new(false),
            is_closed: Cell::new(false),
            requests,
            incoming: RefCell::new(Some(incoming)),
            answers,
            replies: RefCell::new(replies),
            unread: Cell::new(0),
        })
    }

    async fn open(self: &Rc<Self>) {
        self.world.await_begins();
        if !self.is_open.get() {
            let opened = self.clone();
            outside(self.times[1], move || opened.listen()).await;
        }
    }

    fn listen(self: Rc<Self>) {
        self.is_open.set(true);
        let mut incoming = self.incoming.take().unwrap();
        spawn_local(async move {
            while let Some(request) = incoming.recv().await {
                pause(self.times[0]).await;
                if self.is_closed.get() {
                    break;
                }
                self.answers.send(request.to_uppercase()).unwrap();
            }
        });
    }

    fn send(&self, request: &str) {
        self.requests.send(request.to_string()).unwrap();
    }

    async fn reply(&self) -> String {
        self.world.await_begins();
        poll_fn(|cx| self.replies.borrow_mut().poll_recv(cx)).await.unwrap()
    }
}

struct Client {
    world: Rc<World>,
    connection: RefCell<Rc<Connection>>,
    waiting: RefCell<VecDeque<oneshot::Sender<String>>>,
    has_owner: Cell<bool>,
}

/// Discards the connection, unless it is told that all went well.
struct Discard<'a>(Option<&'a Client>);

impl Drop for Discard<'_> {
    fn drop(&mut self) {
        if let Some(client) = self.0 {
            client.discard();
        }
    }
}

impl Client {
    async fn buggy(&self, who: &str) -> String {
        let connection = self.connection();
        connection.open().await;
        self.world.println(format!("ask for {who}"));
        connection.send(who);
        connection.reply().await
    }

    async fn discarding(&self, who: &str) -> String {
        let connection = self.connection();
        connection.open().await;
        self.world.println(format!("ask for {who}"));
        let mut discard = Discard(Some(self));
        connection.send(who);
        let reply = connection.reply().await;
        discard.0 = None;
        reply
    }

    async fn owner(self: &Rc<Self>, who: &str) -> String {
        if !self.has_owner.replace(true) {
            spawn_local(self.clone().read_replies());
        }
        let connection = self.connection();
        connection.open().await;
        self.world.println(format!("ask for {who}"));
        let (place, own) = oneshot::channel();
        self.waiting.borrow_mut().push_back(place);
        connection.send(who);
        self.world.await_begins();
        own.await.unwrap()
    }

    async fn read_replies(self: Rc<Self>) {
        loop {
            let reply = self.connection().reply().await;
            let place = self.waiting.borrow_mut().pop_front().unwrap();
            let _nobody_waits = place.send(reply);
        }
    }

    async fn drain(&self, who: &str) -> String {
        let connection = self.connection();
        connection.open().await;
        while connection.unread.get() > 0 {
            let stale = connection.reply().await;
            connection.unread.set(connection.unread.get() - 1);
            self.world.println(format!("skip {stale}"));
        }
        self.world.println(format!("ask for {who}"));
        connection.send(who);
        connection.unread.set(connection.unread.get() + 1);
        let reply = connection.reply().await;
        connection.unread.set(connection.unread.get() - 1);
        reply
    }

    async fn query(self: &Rc<Self>, variant: &str, who: &str) -> String {
        match variant {
            "buggy" => self.buggy(who).await,
            "discard" => self.discarding(who).await,
            "owner" => self.owner(who).await,
            "drain" => self.drain(who).await,
            _ => panic!("there is no variant {variant}"),
        }
    }

    fn connection(&self) -> Rc<Connection> {
        self.connection.borrow().clone()
    }

    fn discard(&self) {
        self.world.println("discard".into());
        let old = self.connection();
        old.is_closed.set(true);
        *self.connection.borrow_mut() = Connection::new(&self.world, old.times);
    }
}

pub async fn run(world: &Rc<World>, variant: &str, times: [u64; 2]) -> Outcome {
    let client = Rc::new(Client {
        world: world.clone(),
        connection: RefCell::new(Connection::new(world, times)),
        waiting: RefCell::default(),
        has_owner: Cell::new(false),
    });
    let shown: Rc<RefCell<Vec<(&str, Option<String>)>>> = Rc::default();
    let (page, console, name) = (shown.clone(), world.clone(), variant.to_string());
    spawn_local(async move {
        let show = |who, reply: Option<String>| {
            console.println(match &reply {
                Some(reply) => format!("{who} gets {reply}"),
                None => format!("{who} gives up"),
            });
            page.borrow_mut().push((who, reply));
        };
        let raced = console.race(console.limit, client.query(&name, "ann")).await;
        show("ann", raced);
        for who in ["bob", "cid"] {
            let reply = client.query(&name, who).await;
            show(who, Some(reply));
        }
    });

    until_nothing_is_left().await;
    let shown = shown.borrow();
    let told: Vec<(&str, &str)> = shown.iter().filter_map(|(who, reply)| Some((*who, reply.as_deref()?))).collect();
    let (verdict, why) = match told.iter().find(|(who, reply)| *reply != who.to_uppercase()) {
        Some((who, reply)) => ("violated", format!("{who} was shown {reply}.")),
        None if told.is_empty() => ("not-applicable", "Nobody was shown anything.".into()),
        None => ("holds", "Everybody was shown what is theirs.".into()),
    };
    let all: Vec<String> = told.iter().map(|(who, reply)| format!("{who} gets {reply}")).collect();
    let client = if all.is_empty() { "nobody gets anything".into() } else { all.join(", ") };
    Outcome { timed_out: shown.first().map_or(false, |(_, reply)| reply.is_none()), verdict, why, client }
}
