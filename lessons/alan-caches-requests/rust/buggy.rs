// SPDX-License-Identifier: GPL-3.0-or-later
mod scenario;
use scenario::Service;

impl Service {
    async fn get_response(&mut self, key: &str) {
        if let Some(hit) = self.cache.get(key) {
            self.channel.send(hit).await;
            return;
        }
        let response = self.http.make_request(key).await;
        self.channel.send(&response).await;
        self.cache.set(key, &response); // mark: write
    }
}

fn main() {
    scenario::main();
}
