// SPDX-License-Identifier: GPL-3.0-or-later
// Promise.race settles with the first; the other goes on, and an exception of its own is nobody's.
let wake;
const pending = new Promise((resolve) => (wake = resolve));

async function loser() {
  try {
    await pending;
    console.log("the loser went on");
    throw new Error("nobody asks for it");
  } finally {
    console.log("its finally ran");
  }
}

console.log(await Promise.race([Promise.resolve("timeout"), loser()]));
wake();
await new Promise(setImmediate);
console.log("end");
