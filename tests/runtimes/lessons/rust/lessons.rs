// SPDX-License-Identifier: GPL-3.0-or-later
//! Lessons told again in tokio, on its paused clock: time jumps to the next timer when nothing else can run.
//!
//!     cargo run -- the-message-that-moved buggy 100 100 none 150 4+ -- retry 100 100 150
//!
//! The lesson's parameters in ms, in the order of its lesson.toml. What follows are points to cancel at, each of which gets a line
//! of JSON: never, after 150 ms, or when await 4 has been woken and was not polled again. Then the same of another variant.
mod dequeued_then_dropped;
mod someone_elses_reply;
mod the_message_that_moved;
mod world;

use std::rc::Rc;
use tokio::task::LocalSet;
use world::{Limit, World};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ms = |text: &str| text.parse().expect("milliseconds");
    for job in arguments[1..].split(|argument| argument == "--") {
        let times = [ms(&job[1]), ms(&job[2])];
        for point in &job[3..] {
            let limit = match point.strip_suffix('+') {
                Some(number) => Limit::Woken(number.parse().expect("the number of an await")),
                None if point == "none" => Limit::Never,
                None => Limit::At(ms(point)),
            };
            println!("{}", line(&arguments[0], &job[0], times, point, limit));
        }
    }
}

fn line(lesson: &str, variant: &str, times: [u64; 2], point: &str, limit: Limit) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(LocalSet::new().run_until(async {
        let world = Rc::new(World::new(limit));
        let outcome = match lesson {
            "the-message-that-moved" => the_message_that_moved::run(&world, variant, times).await,
            "dequeued-then-dropped" => dequeued_then_dropped::run(&world, variant, times).await,
            "someone-elses-reply" => someone_elses_reply::run(&world, variant, times).await,
            _ => panic!("there is no lesson {lesson} here"),
        };
        world.told(point, &outcome)
    }))
}
