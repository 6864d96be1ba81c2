// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/toml_value.hpp"

#include "lesson/text/text.hpp"

#include <toml.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <sstream>

namespace awaitscope {

namespace {

// toml11 3 and 4 differ in how they say where something stands; all that is used of the library is in these few functions.
#if TOML11_VERSION_MAJOR >= 4

int lineOf(const toml::value& value) { return static_cast<int>(value.location().first_line_number()); }

int lineOf(const toml::syntax_error& error)
{
    if (error.errors().empty() || error.errors().front().locations().empty())
        return 1;
    return static_cast<int>(error.errors().front().locations().front().first.first_line_number());
}

std::string messageOf(const toml::syntax_error& error)
{
    return error.errors().empty() ? std::string{error.what()} : error.errors().front().title();
}

#else

int lineOf(const toml::value& value) { return static_cast<int>(value.location().line()); }

int lineOf(const toml::syntax_error& error) { return static_cast<int>(error.location().line()); }

std::string messageOf(const toml::syntax_error& error) { return error.what(); }

#endif

/// "[error] toml::parse_value: what is wrong\n --> file…" without its frame.
std::string bare(std::string_view message)
{
    message = message.substr(0, message.find('\n'));
    constexpr std::string_view prefix = "[error] ";
    if (message.starts_with(prefix))
        message.remove_prefix(prefix.size());
    if (message.starts_with("toml::") || message.starts_with("bad_")) {
        if (const std::size_t colon = message.find(": "); colon != std::string_view::npos)
            message.remove_prefix(colon + 2);
    }
    return printable(message, 160); // it quotes what it found, whatever that is
}

/// Skips the string at the start of `text`. One that does not end goes as far as the library would look at it.
std::size_t lengthOfString(std::string_view text)
{
    const char quote = text.front();
    const std::string_view triple = quote == '"' ? R"(""")" : "'''";
    const bool isLong = text.starts_with(triple);
    for (std::size_t end = isLong ? 3 : 1; end < text.size(); ++end) {
        if (quote == '"' && text[end] == '\\')
            ++end;
        else if (isLong && text.substr(end).starts_with(triple))
            return end + 3;
        else if (!isLong && (text[end] == quote || text[end] == '\n'))
            return end + 1;
    }
    return text.size();
}

/// What no parser has to look at, and the line on which it begins to be too much.
struct TooMuch
{
    int line = 1;
    std::string message;
};

std::optional<TooMuch> findTooMuch(std::string_view text)
{
    int line = 1;
    int keys = 0;
    int brackets = 0;
    int dots = 0;
    // A scan that knows strings and comments, and nothing else of TOML: what it lets pass the parser can refuse, but it must
    // let nothing pass that the parser would descend into.
    while (!text.empty()) {
        std::size_t length = 1;
        switch (text.front()) {
        case '"':
        case '\'':
            length = lengthOfString(text);
            break;
        case '#':
            length = std::min(text.find('\n'), text.size());
            break;
        case '[':
        case '{':
            ++brackets;
            dots = 0;
            break;
        case ']':
        case '}':
            // One too many is the parser's to tell.
            brackets = std::max(brackets - 1, 0);
            dots = 0;
            break;
        case '.':
            // The point of a number too: one does not matter.
            ++dots;
            break;
        case '=':
            ++keys;
            dots = 0;
            break;
        case ',':
        case '\n':
            dots = 0;
            break;
        default:
            break;
        }
        if (brackets > deepestToml || dots > deepestToml)
            return TooMuch{line, "This is nested too deep. Allowed: up to " + std::to_string(deepestToml)
                                     + " brackets inside each other, and as many dots in a key."};
        if (keys > mostTomlKeys)
            return TooMuch{line, "There are too many keys. Allowed: up to " + std::to_string(mostTomlKeys) + '.'};
        length = std::min(length, text.size());
        line += static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        text.remove_prefix(length);
    }
    return std::nullopt;
}

std::optional<Diagnostic> whyNotToBeParsed(std::string_view text, const std::string& file, int firstLine)
{
    // All of this before the library sees the text: its stack and its time are what is guarded.
    if (text.size() > largestToml)
        return Diagnostic{"This is too long. Allowed: up to " + std::to_string(largestToml) + " bytes.", file,
                          firstLine};
    if (!isUtf8(text))
        return Diagnostic{"The file is not UTF-8. Save it as UTF-8.", file, firstLine};
    if (const std::size_t control = findControl(text); control != std::string_view::npos)
        return Diagnostic{controlMessage(text, control), file, firstLine - 1 + lineAt(text, control)};
    if (std::optional<TooMuch> problem = findTooMuch(text))
        return Diagnostic{std::move(problem->message), file, firstLine - 1 + problem->line};
    return std::nullopt;
}

/// As deep as the text is nested, which whyNotToBeParsed() limits. Numbers with a point and dates have no use in these files:
/// they stay Kind::other, and whoever asks for the key refuses them.
TomlValue converted(const toml::value& value, int lineOffset)
{
    TomlValue result;
    result.line = lineOf(value) + lineOffset;
    if (value.is_table()) {
        result.kind = TomlValue::Kind::table;
        for (const auto& [key, member] : value.as_table())
            result.members.push_back({key, converted(member, lineOffset)});
        // The library's table is unordered.
        std::sort(result.members.begin(), result.members.end(), [](const auto& a, const auto& b) {
            return std::pair{a.value.line, a.name} < std::pair{b.value.line, b.name};
        });
    } else if (value.is_array()) {
        result.kind = TomlValue::Kind::array;
        for (const toml::value& item : value.as_array())
            result.items.push_back(converted(item, lineOffset));
    } else if (value.is_string()) {
        result.kind = TomlValue::Kind::text;
        result.text = static_cast<const std::string&>(value.as_string());
    } else if (value.is_integer()) {
        result.kind = TomlValue::Kind::integer;
        result.integer = value.as_integer();
    } else if (value.is_floating()) {
        result.kind = TomlValue::Kind::number;
        result.number = value.as_floating();
    } else if (value.is_boolean()) {
        result.kind = TomlValue::Kind::flag;
        result.flag = value.as_boolean();
    }
    return result;
}

} // namespace

Result<TomlValue> parseToml(std::string_view text, const std::string& file, int firstLine)
{
    if (std::optional<Diagnostic> error = whyNotToBeParsed(text, file, firstLine))
        return *std::move(error);
    try {
        std::istringstream stream{std::string{text}};
        return converted(toml::parse(stream, file), firstLine - 1);
    } catch (const toml::syntax_error& error) {
        return Diagnostic{"This is not TOML: " + bare(messageOf(error)) + '.', file, lineOf(error) + firstLine - 1};
    } catch (const std::exception& error) { // the library reports a few mistakes of the writer by other types
        return Diagnostic{"This is not TOML: " + bare(error.what()) + '.', file, firstLine};
    }
}

TomlTable::TomlTable(const TomlValue& value, std::string what, std::string file, std::vector<Diagnostic>& errors)
    : m_value{value},
      m_what{std::move(what)},
      m_file{std::move(file)},
      m_errors{&errors}
{}

int TomlTable::lineOf(std::string_view key) const
{
    for (const auto& [name, member] : m_value.members) {
        if (name == key)
            return member.line;
    }
    return m_value.line;
}

void TomlTable::reject(std::string_view key, std::string message)
{
    m_errors->push_back({std::move(message), m_file, lineOf(key)});
}

const TomlValue* TomlTable::find(std::string_view key, bool required)
{
    // Whether it is there or not: rejectOtherKeys() names all that could have been.
    m_keys.emplace_back(key);
    for (const auto& [name, member] : m_value.members) {
        if (name == key)
            return &member;
    }
    if (required)
        reject({}, m_what + " needs the key " + std::string{key} + '.');
    return nullptr;
}

const TomlValue* TomlTable::find(std::string_view key, bool required, TomlValue::Kind kind, std::string_view kindName)
{
    const TomlValue* const value = find(key, required);
    if (value == nullptr || value->kind == kind)
        return value;
    reject(key, std::string{key}.append(" must be ").append(kindName).append("."));
    return nullptr;
}

std::string TomlTable::text(std::string_view key)
{
    const TomlValue* const value = find(key, true, TomlValue::Kind::text, "a text in quotes");
    if (value == nullptr)
        return {};
    if (trimmed(value->text).empty())
        reject(key, std::string{key} + " must not be empty.");
    return value->text;
}

std::string TomlTable::optionalText(std::string_view key)
{
    const TomlValue* const value = find(key, false, TomlValue::Kind::text, "a text in quotes");
    return value == nullptr ? std::string{} : value->text;
}

int TomlTable::integer(std::string_view key)
{
    const TomlValue* const value = find(key, true, TomlValue::Kind::integer, "a whole number");
    if (value == nullptr)
        return 0;
    if (value->integer < 0 || value->integer > std::numeric_limits<int>::max()) {
        reject(key, std::string{key} + " is out of range.");
        return 0;
    }
    return static_cast<int>(value->integer);
}

int TomlTable::optionalInteger(std::string_view key)
{
    return find(key, false) == nullptr ? 0 : integer(key);
}

std::optional<double> TomlTable::optionalNumber(std::string_view key, double least, double most)
{
    const TomlValue* const value = find(key, false);
    if (value == nullptr)
        return std::nullopt;
    const bool isWhole = value->kind == TomlValue::Kind::integer;
    const double number = isWhole ? static_cast<double>(value->integer) : value->number;
    // Not written as "outside of", which what is no number is not either.
    if ((isWhole || value->kind == TomlValue::Kind::number) && number >= least && number <= most)
        return number;
    std::ostringstream allowed;
    allowed << key << " is out of range. Allowed: a number from " << least << " to " << most << '.';
    reject(key, std::move(allowed).str());
    return std::nullopt;
}

double TomlTable::number(std::string_view key, double least, double most)
{
    const std::size_t before = m_errors->size();
    const std::optional<double> number = optionalNumber(key, least, most);
    if (!number && m_errors->size() == before)
        reject({}, m_what + " needs the key " + std::string{key} + '.');
    return number.value_or(least);
}

bool TomlTable::optionalFlag(std::string_view key, bool missing)
{
    const TomlValue* const value = find(key, false, TomlValue::Kind::flag, "true or false");
    return value == nullptr ? missing : value->flag;
}

std::vector<std::string> TomlTable::texts(std::string_view key)
{
    std::vector<std::string> texts;
    const TomlValue* const value =
        find(key, true, TomlValue::Kind::array, "a list of texts, such as [\"asio\", \"drop\"]");
    if (value == nullptr)
        return texts;
    for (const TomlValue& item : value->items) {
        if (item.kind == TomlValue::Kind::text)
            texts.push_back(item.text);
        else
            reject(key, "Every item of " + std::string{key} + " must be a text in quotes.");
    }
    if (value->items.empty())
        reject(key, std::string{key} + " must not be empty.");
    return texts;
}

std::vector<std::string> TomlTable::optionalTexts(std::string_view key)
{
    return find(key, false) == nullptr ? std::vector<std::string>{} : texts(key);
}

const TomlValue* TomlTable::optionalTable(std::string_view key)
{
    return find(key, false, TomlValue::Kind::table, "a table, [" + std::string{key} + "]");
}

std::vector<TomlTable> TomlTable::optionalTables(std::string_view key)
{
    std::vector<TomlTable> tables;
    const std::string heading = "[[" + std::string{key} + "]]";
    const TomlValue* const value = find(key, false);
    if (value == nullptr)
        return tables;
    for (const TomlValue& item : value->items) {
        if (item.kind == TomlValue::Kind::table)
            tables.emplace_back(item, heading, m_file, *m_errors);
    }
    if (value->kind != TomlValue::Kind::array || tables.size() != value->items.size())
        reject(key, std::string{key} + " must be written as " + heading + ", once for each.");
    return tables;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key)
{
    const bool isThere = std::any_of(m_value.members.begin(), m_value.members.end(),
                                     [&](const auto& member) { return member.name == key; });
    if (!isThere)
        reject({}, m_what + " needs at least one [[" + std::string{key} + "]].");
    return optionalTables(key);
}

void TomlTable::rejectOtherKeys()
{
    for (const auto& [name, member] : m_value.members) {
        if (std::find(m_keys.begin(), m_keys.end(), name) == m_keys.end())
            reject(name, m_what + " has no key " + inQuotes(name) + ". Allowed: " + listed(m_keys) + '.');
    }
}

} // namespace awaitscope
