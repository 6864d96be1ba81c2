// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/teaching.hpp"

inline namespace AWAITSCOPE_VARIANT {

/// Alan's server, as far as it answers one request. Each variant is one definition of get_response.
class Service
{
public:
    explicit Service(World& world);

    awaitable<void> get_response(string key);

    Cache cache;
    Http http;
    Channel channel;
    Println println;
};

} // namespace AWAITSCOPE_VARIANT
