// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"

#include <string>
#include <string_view>

namespace awaitscope {

/// What scenario strings call every sandbox, as they do not say which file it is.
constexpr std::string_view sandboxSlug = "sandbox";

/// Whether `text` calls timeout(), and so knows of the run's timeout itself.
bool callsTimeout(std::string_view text);

/// The file `name` ("refund.cpp", without folders) as a lesson of one variant, which is to run elsewhere: withHosts(). Its root is
/// the file's run(), and its checks are what the file expects. If it does not call timeout(), the run's timeout cancels run()
/// from outside.
Lesson sandboxOf(const std::string& name, std::string text);

} // namespace awaitscope
