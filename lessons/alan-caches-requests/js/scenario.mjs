// SPDX-License-Identifier: GPL-3.0-or-later
// The world around a variant, on a clock of its own.
//
//     node buggy.mjs 200 100 150 250 350
//
// The downstream takes 200 ms, the client 100 ms; each further number is a timeout in ms, and gets a line of JSON.
import { basename } from "node:path";

/** Real promises, but time only passes when nothing else can run: then it jumps to the next timer. */
export class Clock {
  now = 0;
  #timers = [];

  sleep(ms) {
    return new Promise((wake) => {
      this.#timers.push({ at: this.now + ms, wake });
      this.#timers.sort((a, b) => a.at - b.at); // stable: of one instant in the order in which they were started
    });
  }

  async runUntilNothingIsLeft() {
    for (;;) {
      await new Promise(setImmediate); // every promise that can go on has done so
      const next = this.#timers.shift();
      if (!next) return;
      this.now = next.at;
      next.wake();
    }
  }
}

class Cache {
  #entries = new Map([["user/42", { value: "v1", fresh: false }]]); // three weeks old
  written = null;

  constructor(clock) {
    this.clock = clock;
  }

  get(key) {
    const entry = this.#entries.get(key);
    return entry?.fresh ? entry.value : undefined;
  }

  getAny(key) {
    return this.#entries.get(key)?.value;
  }

  set(key, value) {
    this.#entries.set(key, { value, fresh: true });
    this.written = this.clock.now;
  }
}

class Channel {
  received = "";

  constructor(clock, readyIn) {
    this.clock = clock;
    this.readyIn = readyIn;
  }

  async send(value) {
    await this.clock.sleep(this.readyIn);
    this.received ||= value; // the client keeps the first answer
  }
}

export class Service {
  constructor(clock, downstream, client) {
    this.cache = new Cache(clock);
    this.channel = new Channel(clock, client);
    this.http = {
      async makeRequest() {
        await clock.sleep(downstream);
        return "v2";
      },
    };
  }
}

async function handleRequest(service, clock, limit) {
  const winner = await Promise.race([
    clock.sleep(limit).then(() => "timeout"),
    service.getResponse("user/42").then(() => "work"),
  ]);
  if (winner === "timeout") service.channel.received = service.cache.getAny("user/42");
  return { winner, over_ms: clock.now };
}

export async function main(Variant) {
  const variant = basename(process.argv[1], ".mjs");
  const [downstream, client, ...timeouts] = process.argv.slice(2).map(Number);
  for (const timeout_ms of timeouts) {
    const clock = new Clock();
    const service = new Variant(clock, downstream, client);
    const raced = handleRequest(service, clock, timeout_ms);
    await clock.runUntilNothingIsLeft(); // the loser too
    const wrote_ms = service.cache.written;
    const wrote = wrote_ms !== null;
    console.log(JSON.stringify({ variant, timeout_ms, ...(await raced), wrote, wrote_ms, client: service.channel.received }));
  }
}
