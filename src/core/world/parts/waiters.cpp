// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/world/parts/waiters.hpp"

namespace awaitscope {

void WaitLine::completeFirst(boost::system::error_code error)
{
    m_context.complete(m_waiters.front(), error);
}

void WaitLine::completeAll(boost::system::error_code error)
{
    while (!empty())
        completeFirst(error);
}

} // namespace awaitscope
