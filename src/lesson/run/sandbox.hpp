// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/lesson.hpp"

#include <memory>
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

/// The page with another text, wherever that comes from; it is to run elsewhere likewise.
Lesson pageWith(const Lesson& page, std::string text);

/// A page whose text has not run yet, or does not compile: its runs are empty, and a second long.
Lesson blankPage(Lesson page);

/// What scenario strings call the version of a page that is kept beside the one that is typed on.
constexpr std::string_view keptVersion = "kept";

/// Whether the page has such a version.
bool hasKept(const Lesson& page);

/// The name of the version that is typed on: the page's last variant.
const std::string& typedVersion(const Lesson& page);

/// `page`, which has no such version, with one of this text before its own. `host` ran it when it was the typed one, and its traces
/// tell of that version's file; here they tell of the kept one's.
Lesson withKept(Lesson page, std::string text, std::shared_ptr<VariantHost> host);

} // namespace awaitscope
