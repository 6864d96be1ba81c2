// SPDX-License-Identifier: GPL-3.0-or-later
import { Service, main } from "./scenario.mjs";

class Alan extends Service {
  async getResponse(key) {
    const hit = this.cache.get(key);
    if (hit) {
      await this.channel.send(hit);
      return;
    }
    const response = await this.http.makeRequest(key);
    await this.channel.send(response);
    this.cache.set(key, response); // mark: write
  }
}

main(Alan);
