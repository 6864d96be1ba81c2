// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace awaitscope::test {

/// The text of a test's own source. The compiler may have been told a path that is relative to where it ran (ccache does
/// so), which is not where the tests run: only what follows "tests/" counts.
inline std::string readSource(const std::string& path)
{
    const std::size_t inTests = path.rfind("tests/");
    std::ifstream file{inTests == std::string::npos ? path : AWAITSCOPE_SOURCE_DIR "/" + path.substr(inTests)};
    if (!file)
        throw std::runtime_error{"The test cannot read its own source, " + path + '.'};
    std::stringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

} // namespace awaitscope::test
