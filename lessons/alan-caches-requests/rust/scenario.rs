// SPDX-License-Identifier: GPL-3.0-or-later
//! The world around a variant, on virtual time.
//!
//!     cargo run --bin buggy -- 200 100 150 250 350
//!
//! The downstream takes 200 ms, the client 100 ms; each further number is a timeout in ms, and gets a line of JSON.
#[path = "runtime.rs"]
mod runtime;
use runtime::{race, sleep, Duration, Instant};
use std::collections::HashMap;

pub struct Service {
    pub cache: Cache,
    pub http: Http,
    pub channel: Channel,
}

pub struct Cache {
    entries: HashMap<String, (String, bool)>, // with whether it is fresh
    start: Instant,
    written: Option<u128>,
}

impl Cache {
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.get(key).filter(|(_, fresh)| *fresh).map(|(value, _)| value.as_str())
    }

    fn get_any(&self, key: &str) -> Option<&str> {
        self.entries.get(key).map(|(value, _)| value.as_str())
    }

    pub fn set(&mut self, key: &str, value: &str) {
        self.entries.insert(key.to_string(), (value.to_string(), true));
        self.written = Some(self.start.elapsed().as_millis());
    }
}

pub struct Http {
    takes: Duration,
}

impl Http {
    pub async fn make_request(&self, _key: &str) -> String {
        sleep(self.takes).await;
        "v2".to_string()
    }
}

pub struct Channel {
    ready_in: Duration,
    received: Option<String>,
}

impl Channel {
    pub async fn send(&mut self, value: &str) {
        sleep(self.ready_in).await;
        self.received = Some(value.to_string());
    }
}

async fn handle_request(variant: &str, downstream: u64, client: u64, limit: u64) {
    let start = Instant::now();
    let mut service = Service {
        cache: Cache { entries: HashMap::new(), start, written: None },
        http: Http { takes: Duration::from_millis(downstream) },
        channel: Channel { ready_in: Duration::from_millis(client), received: None },
    };
    let three_weeks_old = ("v1".to_string(), false);
    service.cache.entries.insert("user/42".to_string(), three_weeks_old);

    let is_won = race(Duration::from_millis(limit), service.get_response("user/42")).await;

    let over = start.elapsed().as_millis();
    let winner = if is_won { "work" } else { "timeout" };
    if !is_won {
        service.channel.received = service.cache.get_any("user/42").map(str::to_string);
    }
    let received = service.channel.received.unwrap_or_default();
    let wrote = service.cache.written.is_some();
    let written = service.cache.written.map_or("null".to_string(), |ms| ms.to_string());
    println!(
        r#"{{"variant":"{variant}","timeout_ms":{limit},"winner":"{winner}","over_ms":{over},"wrote":{wrote},"wrote_ms":{written},"client":"{received}"}}"#
    );
}

pub fn main() {
    let numbers: Vec<u64> = std::env::args().skip(1).map(|text| text.parse().expect("milliseconds")).collect();
    for &limit in &numbers[2..] {
        runtime::run(handle_request(env!("CARGO_BIN_NAME"), numbers[0], numbers[1], limit));
    }
}
