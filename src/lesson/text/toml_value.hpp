// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

struct TomlMember;

/// What a TOML text says, with the line of every value. The one place that knows the TOML library is toml_value.cpp.
struct TomlValue
{
    enum class Kind { table, array, text, integer, number, flag, other };

    Kind kind = Kind::other;
    int line = 0; ///< in the file
    std::string text;
    std::int64_t integer = 0;
    double number = 0; ///< with a decimal point
    bool flag = false;
    std::vector<TomlValue> items;    ///< of an array
    std::vector<TomlMember> members; ///< of a table, in the order of their lines
};

struct TomlMember
{
    std::string name;
    TomlValue value;
};

/// The most bytes of a document, and how deep its brackets and the dots of one key may go. The library descends once for
/// each, on the stack: deeper it would end the program. It also counts the lines before each value again and again.
constexpr std::size_t largestToml = 32 * 1024;
constexpr int deepestToml = 16;
constexpr int mostTomlKeys = 500; ///< the library takes quadratic time for those of an inline table

/// Reads a whole TOML document. `file` is for errors; `firstLine` is the line of the file on which `text` starts.
Result<TomlValue> parseToml(std::string_view text, const std::string& file, int firstLine = 1);

/// Takes values out of a table and remembers what was wrong with them: each reading function returns a value
/// that is empty if there was an error.
class TomlTable
{
public:
    /// `what` is how messages call the table ("A [[variant]]"). `value` and `errors` outlive the reader.
    TomlTable(const TomlValue& value, std::string what, std::string file, std::vector<Diagnostic>& errors);

    int line() const { return m_value.line; }
    int lineOf(std::string_view key) const; ///< the table's own where the key is missing

    std::string text(std::string_view key);                      ///< required, not empty
    std::string optionalText(std::string_view key);              ///< empty if missing
    int integer(std::string_view key);                           ///< required
    int optionalInteger(std::string_view key);                   ///< 0 if missing, else as integer()
    /// Empty if missing; else from `least` to `most`, with or without a decimal point.
    std::optional<double> optionalNumber(std::string_view key, double least, double most);
    double number(std::string_view key, double least, double most); ///< required, likewise
    bool optionalFlag(std::string_view key, bool missing = false); ///< `missing` if missing
    std::vector<std::string> texts(std::string_view key);        ///< required, an array of strings, not empty
    std::vector<std::string> optionalTexts(std::string_view key); ///< empty if missing, else as texts()
    const TomlValue* optionalTable(std::string_view key);         ///< [key]; null if missing. Lives as long as the value
    std::vector<TomlTable> optionalTables(std::string_view key); ///< [[key]]
    std::vector<TomlTable> tables(std::string_view key);         ///< [[key]], at least one

    /// An error for each key that was not asked for, naming those that were.
    void rejectOtherKeys();

    void reject(std::string_view key, std::string message); ///< an error on the key's line

private:
    const TomlValue* find(std::string_view key, bool required);
    const TomlValue* find(std::string_view key, bool required, TomlValue::Kind kind, std::string_view kindName);

    const TomlValue& m_value;
    std::string m_what;
    std::string m_file;
    std::vector<Diagnostic>* m_errors;
    std::vector<std::string> m_keys;
};

} // namespace awaitscope
