// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

inline namespace AWAITSCOPE_VARIANT {

/// Alan's server, as far as it answers one request. Each variant is one definition of get_response.
class Service
{
public:
    Service(World& world, Cache& cache, Downstream downstream, VirtualDuration client);

    awaitable<void> get_response(string key);

    awaitable<void> keep(string key, string response);

    Cache& cache; // all requests have one
    Http http;
    Channel channel;
    Println println;
    Spawn spawn;
};

} // namespace AWAITSCOPE_VARIANT
