// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// How deep brackets may stand inside each other, how many keys an object may have, and how long a text may be.
constexpr int deepestJson = 16;
constexpr std::size_t mostJsonKeys = 64;
constexpr std::size_t longestJsonText = 4096;

/// Reads JSON whose text somebody else may have written: UTF-8 without control characters, within the limits above, no
/// key twice. `file` is for errors, `allowed` what to say is meant ("what awaitscope-cli run --json prints").
Result<nlohmann::ordered_json> parseJson(std::string_view text, const std::string& file, std::string_view allowed);

/// Takes values out of an object. The first mistake is kept, with its place such as awaits[2].end; from then on what is
/// read means nothing.
class JsonFields
{
public:
    using Json = nlohmann::ordered_json;

    /// `path` is the object's place, empty for the whole. `json` and `problem` outlive the reader.
    JsonFields(const Json& json, std::string path, std::optional<std::string>& problem);

    std::string text(std::string_view key);
    /// Whether there is such a key, and it is not null.
    bool has(std::string_view key) const;
    std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> optionalInteger(std::string_view key, std::int64_t least,
                                                std::int64_t most); ///< or null
    bool flag(std::string_view key);

    /// One of `words`; its position in them.
    std::size_t word(std::string_view key, const std::vector<std::string>& words);
    std::optional<std::size_t> optionalWord(std::string_view key, const std::vector<std::string>& words); ///< or null

    JsonFields object(std::string_view key);
    std::vector<JsonFields> objects(std::string_view key, std::size_t most);
    std::vector<std::string> keys() const;

    void reject(std::string_view key, const std::string& allowed); ///< says what the value is, and what it should be

private:
    const Json& find(std::string_view key) const;
    std::string placeOf(std::string_view key) const;

    const Json* m_json;
    std::string m_path;
    std::optional<std::string>* m_problem;
};

} // namespace awaitscope
