// SPDX-License-Identifier: GPL-3.0-or-later

//! The programs of bench_runtime.cpp on tokio with its paused clock, under the same names and with the same JSON, so that
//! bench_compare can set them side by side. tokio's timers count milliseconds where ours count microseconds: the times
//! are virtual in both, only their order counts.
//!
//! usage: bench_tokio [--benchmark_filter=TEXT] [--benchmark_min_time=SECONDS]; other arguments mean nothing to it.

use std::future::Future;
use std::hint::black_box;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep;

fn paused() -> Runtime {
    Builder::new_current_thread().enable_time().start_paused(true).build().expect("a runtime")
}

/// A runtime of its own for every run, as the others have a context of their own.
fn run(program: impl Future<Output = ()>) {
    paused().block_on(program);
}

async fn sleeps(count: u64) {
    for _ in 0..count {
        sleep(Duration::from_millis(1)).await;
    }
}

async fn response() {
    sleep(Duration::from_millis(200)).await;
    sleep(Duration::from_millis(100)).await;
}

async fn tasks(count: u64) {
    let tasks: Vec<_> =
        (0..count).map(|i| tokio::spawn(async move { sleep(Duration::from_millis(i + 1)).await })).collect();
    for task in tasks {
        task.await.expect("a task that ends");
    }
}

/// The loser of a select! is dropped.
async fn race(milliseconds: u64) {
    tokio::select! {
        _ = sleep(Duration::from_millis(milliseconds)) => {}
        _ = response() => {}
    }
}

async fn served(number: u64) {
    if number % 20 == 0 {
        sleep(Duration::from_millis(200)).await;
    }
    sleep(Duration::from_millis(if number % 33 == 0 { 300 } else { 100 })).await;
}

async fn requests(count: u64) {
    let mut requests = Vec::new();
    for number in 0..count {
        requests.push(tokio::spawn(async move {
            tokio::select! {
                _ = sleep(Duration::from_millis(350)) => {}
                _ = served(number) => {}
            }
        }));
        sleep(Duration::from_millis(40)).await;
    }
    for request in requests {
        request.await.expect("a request that ends");
    }
}

/// Nanoseconds of one run: as many as fill the time, counted after as many as a tenth of it took.
fn measure(min_time: f64, mut once: impl FnMut()) -> (f64, u64) {
    let mut runs = 1;
    loop {
        let begin = Instant::now();
        for _ in 0..runs {
            once();
        }
        let seconds = begin.elapsed().as_secs_f64();
        if seconds >= min_time || runs >= 1 << 30 {
            return (seconds * 1e9 / runs as f64, runs);
        }
        let wanted = if seconds > min_time / 10.0 { 1.4 * min_time / seconds } else { 10.0 };
        runs = (runs as f64 * wanted).ceil() as u64;
    }
}

fn main() {
    let argument = |name: &str| {
        let prefix = format!("--benchmark_{name}=");
        std::env::args().find_map(|given| given.strip_prefix(&prefix).map(str::to_owned))
    };
    let filter = argument("filter").unwrap_or_default();
    let min_time: f64 = argument("min_time").map_or(0.5, |text| text.parse().expect("seconds"));

    let mut programs: Vec<(String, Box<dyn FnMut()>)> = vec![("empty".to_owned(), Box::new(|| run(async {})))];
    for count in [10, 100, 1_000, 10_000] {
        programs.push((format!("awaits/{count}"), Box::new(move || run(sleeps(black_box(count))))));
    }
    for count in [1, 10, 100, 1_000] {
        programs.push((format!("tasks/{count}"), Box::new(move || run(tasks(black_box(count))))));
    }
    for timeout in [250, 400] {
        programs.push((format!("races/{timeout}"), Box::new(move || run(race(black_box(timeout))))));
    }

    for count in [1_000, 10_000, 100_000] {
        programs.push((format!("requests/{count}"), Box::new(move || run(requests(black_box(count))))));
    }

    let figures: Vec<String> = programs
        .iter_mut()
        .filter(|(name, _)| name.contains(&filter))
        .map(|(name, program)| {
            let (nanoseconds, runs) = measure(min_time, program);
            format!(
                r#"{{"name": "{name}", "run_type": "iteration", "iterations": {runs}, "cpu_time": {nanoseconds:.1}, "time_unit": "ns"}}"#
            )
        })
        .collect();
    println!("{{\"benchmarks\": [\n{}\n]}}", figures.join(",\n"));
}
