// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostic.hpp"

#include <boost/throw_exception.hpp>

#include <stdexcept>

namespace awaitscope {

void throw_exception_from_error(const Diagnostic& diagnostic, const boost::source_location& where)
{
    boost::throw_with_location(std::logic_error("the value of a Result that holds an error: " + diagnostic.toText()), where);
}

} // namespace awaitscope
