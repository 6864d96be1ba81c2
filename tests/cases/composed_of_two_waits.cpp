// SPDX-License-Identifier: GPL-3.0-or-later
// async_compose: an operation of steps that is cancelled between them, with any token, and its handler runs where it is bound to.
// On a plain io_context: 30 handler in the strand: yes | 30 both | 50 cut after 1 steps: operation_aborted | 100 run returned
#include "case.hpp"

struct TwoWaits
{
    std::shared_ptr<asio::steady_timer> timer;
    std::shared_ptr<int> steps;

    template <class Self>
    void operator()(Self& self, error_code error = {})
    {
        if (error || *steps == 2) {
            self.complete(error, *steps);
            return;
        }
        ++*steps;
        timer->expires_after(15ms);
        timer->async_wait(std::move(self));
    }
};

template <class Token>
auto asyncTwoWaits(asio::any_io_executor executor, Token&& token)
{
    auto timer = std::make_shared<asio::steady_timer>(executor);
    return asio::async_compose<Token, void(error_code, int)>(TwoWaits{timer, std::make_shared<int>(0)}, token, *timer);
}

awaitable<void> run()
{
    auto executor = co_await asio::this_coro::executor;
    auto strand = asio::make_strand(executor);
    asyncTwoWaits(executor, asio::bind_executor(strand, [strand](error_code, int) {
                      println("handler in the strand: ", strand.running_in_this_thread() ? "yes" : "no");
                  }));
    co_await asyncTwoWaits(executor, asio::use_awaitable);
    println("both");
    const auto signal = std::make_shared<asio::cancellation_signal>(); // it must outlive what is bound to it
    asyncTwoWaits(executor, asio::bind_cancellation_slot(signal->slot(), [signal](error_code error, int steps) {
                      println("cut after ", steps - 1, " steps: ", nameOf(error));
                  }));
    co_await nap(20ms);
    signal->emit(asio::cancellation_type::terminal);
    co_await nap(50ms);
}
