# SPDX-License-Identifier: GPL-3.0-or-later
from scenario import Service, main


class Alan(Service):
    async def get_response(self, key):
        if hit := self.cache.get(key):
            await self.channel.send(hit)
            return
        response = await self.http.make_request(key)
        self.cache.set(key, response)  # mark: write
        await self.channel.send(response)


main(Alan)
