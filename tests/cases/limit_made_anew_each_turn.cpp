// SPDX-License-Identifier: GPL-3.0-or-later
// A limit that is set anew in each turn of a loop ends late; one expiry for all turns ends in time.
// On a plain io_context: 150 one limit: 1 rings | 750 made anew: 4 rings | 750 run returned
#include "case.hpp"

awaitable<void> rings(std::shared_ptr<asio::steady_timer> bell)
{
    for (int i = 0; i < 4; ++i) {
        co_await nap(100ms);
        bell->cancel();
    }
}

awaitable<int> turns(bool anew)
{
    auto executor = co_await asio::this_coro::executor;
    const auto bell = std::make_shared<asio::steady_timer>(executor, asio::steady_timer::time_point::max());
    asio::co_spawn(executor, rings(bell), asio::detached);
    asio::steady_timer limit{executor, 150ms};
    for (int heard = 0;; ++heard) {
        if (anew)
            limit.expires_after(150ms);
        error_code ignored;
        auto ring = bell->async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        const auto result = co_await (std::move(ring) || limit.async_wait(asio::use_awaitable));
        if (result.index() == 1)
            co_return heard;
    }
}

awaitable<void> run()
{
    const int once = co_await turns(false);
    println("one limit: ", once, " rings");
    co_await nap(50ms);
    const int anew = co_await turns(true);
    println("made anew: ", anew, " rings");
}
