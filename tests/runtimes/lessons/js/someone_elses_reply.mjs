// SPDX-License-Identifier: GPL-3.0-or-later
// Three users and one connection, in which replies come in the order of requests.
//
//     node someone_elses_reply.mjs buggy 100 50 none 100 -- drain 100 50 100
//
// The store answers in 100 ms, to connect takes 50 ms; what follows are timeouts in ms, or none, each of which gets a line of JSON.
// Then the same of another variant.
import { Clock } from "../../../../lessons/alan-caches-requests/js/scenario.mjs";

/** First come, first served. */
class Queue {
  #items = [];
  #waiting = [];

  push(item) {
    const next = this.#waiting.shift();
    if (next) next(item);
    else this.#items.push(item);
  }

  async pop() {
    if (this.#items.length > 0) return this.#items.shift();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

class Connection {
  isOpen = false;
  isClosed = false;
  requests = new Queue();
  replies = new Queue();
  unread = 0;

  constructor(clock, answer, connect) {
    Object.assign(this, { clock, answer, connect });
  }

  async open() {
    if (this.isOpen) return;
    await this.clock.sleep(this.connect);
    if (!this.isOpen) this.listen();
  }

  async listen() {
    this.isOpen = true;
    for (;;) {
      const request = await this.requests.pop();
      await this.clock.sleep(this.answer);
      if (this.isClosed) return;
      this.replies.push(request.toUpperCase());
    }
  }

  send(request) {
    this.requests.push(request);
  }
}

class Client {
  log = [];
  shown = [];
  waiting = [];
  hasOwner = false;

  constructor(clock, answer, connect) {
    Object.assign(this, { clock, answer, connect });
    this.connection = new Connection(clock, answer, connect);
  }

  async buggy(who) {
    const connection = this.connection;
    await connection.open();
    this.println(`ask for ${who}`);
    connection.send(who);
    return await connection.replies.pop();
  }

  async discard(who) {
    const connection = this.connection;
    await connection.open();
    this.println(`ask for ${who}`);
    let wasRead = false;
    try {
      connection.send(who);
      const reply = await connection.replies.pop();
      wasRead = true;
      return reply;
    } finally {
      if (!wasRead) this.reconnect();
    }
  }

  async owner(who) {
    if (!this.hasOwner) {
      this.hasOwner = true;
      this.readReplies();
    }
    const connection = this.connection;
    await connection.open();
    this.println(`ask for ${who}`);
    const own = new Queue();
    this.waiting.push(own);
    connection.send(who);
    return await own.pop();
  }

  async readReplies() {
    for (;;) {
      const reply = await this.connection.replies.pop();
      this.waiting.shift().push(reply);
    }
  }

  async drain(who) {
    const connection = this.connection;
    await connection.open();
    while (connection.unread > 0) {
      const stale = await connection.replies.pop();
      --connection.unread;
      this.println(`skip ${stale}`);
    }
    this.println(`ask for ${who}`);
    connection.send(who);
    ++connection.unread;
    const reply = await connection.replies.pop();
    --connection.unread;
    return reply;
  }

  reconnect() {
    this.println("discard");
    this.connection.isClosed = true;
    this.connection = new Connection(this.clock, this.answer, this.connect);
  }

  println(text) {
    this.log.push(`${this.clock.now} ${text}`);
  }

  show(who, reply) {
    this.shown.push({ who, reply });
    this.println(reply === null ? `${who} gives up` : `${who} gets ${reply}`);
  }
}

async function serve(client, variant, limit) {
  const work = () => client[variant]("ann");
  const reply =
    limit === "none" ? await work() : await Promise.race([client.clock.sleep(Number(limit)).then(() => null), work()]);
  client.show("ann", reply);
  for (const who of ["bob", "cid"]) {
    const next = await client[variant](who);
    client.show(who, next);
  }
}

function outcomeOf({ shown, log }) {
  const told = shown.filter(({ reply }) => reply !== null);
  const wrong = told.find(({ who, reply }) => reply !== who.toUpperCase());
  const verdict = wrong ? "violated" : told.length > 0 ? "holds" : "not-applicable";
  const whys = {
    violated: `${wrong?.who} was shown ${wrong?.reply}.`,
    holds: "Everybody was shown what is theirs.",
    "not-applicable": "Nobody was shown anything.",
  };
  const client = told.map(({ who, reply }) => `${who} gets ${reply}`).join(", ") || "nobody gets anything";
  return { winner: shown[0]?.reply === null ? "timeout" : "work", verdict, why: whys[verdict], client, log };
}

for (const job of process.argv.slice(2).join(" ").split(" -- ")) {
  const [variant, answer, connect, ...points] = job.split(" ");
  for (const at of points) {
    const clock = new Clock();
    const client = new Client(clock, Number(answer), Number(connect));
    serve(client, variant, at);
    await clock.runUntilNothingIsLeft(); // the loser too
    console.log(JSON.stringify({ at, ...outcomeOf(client) }));
  }
}
