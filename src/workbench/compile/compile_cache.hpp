// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace awaitscope {

/// A name for a text: 36 characters, the same for the same text only.
std::string digestOf(const std::string& text);

/// Files that were compiled, by what they were compiled from. Several programs may use one folder at once.
class CompileCache
{
public:
    explicit CompileCache(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    const std::filesystem::path& folder() const { return m_folder; }

    /// Makes the file NAME in the folder of `key`, if it is not there: `make` writes to the path that it is given, which
    /// becomes the file in one step. Of several who want the same at once one makes it and the others wait. Returns the
    /// path; empty, and no error, when it was stopped. Errors: those of `make`, and a folder that cannot be written.
    using Make = std::function<std::optional<Diagnostic>(const std::filesystem::path& to)>;
    Result<std::filesystem::path> provide(const std::string& key, const std::string& name, const Make& make,
                                          const std::stop_token& stop) const;

    bool has(const std::string& key, const std::string& name) const;

    std::uintmax_t size() const; ///< bytes of all of it
    std::optional<Diagnostic> clear() const;

    /// Removes all but the `most` keys used last whose folders begin with `prefix`.
    /// A module that a worker has loaded stays with it: what is mapped is there until it is let go.
    void keepNewest(const std::string& prefix, std::size_t most) const;

private:
    std::filesystem::path m_folder;
};

} // namespace awaitscope
