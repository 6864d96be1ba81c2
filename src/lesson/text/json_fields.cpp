// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/json_fields.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <set>

namespace awaitscope {

namespace {

using Json = nlohmann::ordered_json;

// What find() gives for a key that is not there, so that it need not give a pointer.
const Json null;

/// Where the text is nested deeper than deepestJson; npos if it nowhere is.
std::size_t findTooDeep(std::string_view text)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isInString && c == '\\')
            ++at;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '[' || c == '{') && ++depth > deepestJson)
            return at;
        else if (!isInString && (c == ']' || c == '}'))
            --depth;
    }
    return std::string_view::npos;
}

/// The library's own words without its number, position and the like: "invalid literal; last read: 'x'".
std::string reasonOf(std::string_view message)
{
    constexpr std::string_view mark = " - ";
    if (const std::size_t at = message.find(mark); at != std::string_view::npos)
        message.remove_prefix(at + mark.size());
    else if (const std::size_t end = message.find("] "); end != std::string_view::npos)
        message.remove_prefix(end + 2);
    return printable(message, 120);
}

/// What no parser has to reject: keys that are there twice, and more of them than anybody needs. A pass of its own, which
/// builds nothing: the library's callback, which could watch while it builds, takes quadratic time for a long list.
class KeyWatch : public nlohmann::json_sax<Json>
{
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool start_object(std::size_t) override
    {
        m_open.emplace_back();
        return true;
    }
    bool key(string_t& name) override { return see(name); }
    bool end_object() override
    {
        m_open.pop_back();
        return true;
    }
    /// Who builds the value finds the same, and says where.
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    const std::string& problem() const { return m_problem; }

private:
    bool see(const std::string& key)
    {
        std::set<std::string>& keys = m_open.back();
        const bool isNew = keys.insert(key).second;
        if (m_problem.empty() && !isNew)
            m_problem = "The key " + inQuotes(key) + " is there twice in one object. Allowed: each key once.";
        else if (m_problem.empty() && keys.size() > mostJsonKeys)
            m_problem = "There are too many keys in one object, such as " + inQuotes(key) + ". Allowed: up to "
                        + std::to_string(mostJsonKeys) + '.';
        return m_problem.empty();
    }

    std::vector<std::set<std::string>> m_open; ///< the keys of each object that is not closed
    std::string m_problem;
};

/// A value as messages show it.
std::string shown(const Json& value)
{
    if (value.is_null())
        return "missing or null";
    if (value.is_object())
        return "an object";
    if (value.is_array())
        return "a list of " + std::to_string(value.size());
    return value.is_string() ? inQuotes(value.get_ref<const std::string&>()) : value.dump();
}

std::string rangeText(std::int64_t least, std::int64_t most)
{
    return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
}

std::optional<std::int64_t> integerOf(const Json& value)
{
    if (!value.is_number_integer())
        return std::nullopt;
    // The library would give it as a negative number.
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX)
        return std::nullopt;
    return value.get<std::int64_t>();
}

} // namespace

Result<Json> parseJson(std::string_view text, const std::string& file, std::string_view allowed)
{
    const auto problem = [&](std::string message, std::size_t position) {
        return Diagnostic{std::move(message), file, lineAt(text, std::min(position, text.size()))};
    };
    if (!isUtf8(text))
        return Diagnostic{"The file is not UTF-8. Allowed: " + std::string{allowed} + '.', file, 1};
    if (const std::size_t control = findControl(text); control != std::string_view::npos)
        return problem(controlMessage(text, control), control);
    if (const std::size_t deep = findTooDeep(text); deep != std::string_view::npos)
        return problem("This is nested too deep. Allowed: up to " + std::to_string(deepestJson)
                           + " brackets inside each other.",
                       deep);
    try {
        KeyWatch watch;
        Json::sax_parse(text, &watch);
        if (!watch.problem().empty())
            return Diagnostic{watch.problem(), file, 0};
        return Result<Json>{boost::system::in_place_value, Json::parse(text)};
    } catch (const Json::parse_error& error) {
        return problem("This is not JSON: " + reasonOf(error.what()) + ". Allowed: " + std::string{allowed} + '.',
                       error.byte == 0 ? 0 : error.byte - 1);
    } catch (const Json::out_of_range& error) { // a number that no double holds
        return Diagnostic{"This is not JSON: " + reasonOf(error.what()) + ". Allowed: " + std::string{allowed} + '.',
                          file, 0};
    }
}

JsonFields::JsonFields(const Json& json, std::string path, std::optional<std::string>& problem)
    : m_json{&json},
      m_path{std::move(path)},
      m_problem{&problem}
{}

std::string JsonFields::placeOf(std::string_view key) const
{
    const std::string shownKey = printable(key, 60);
    return m_path.empty() ? shownKey : m_path + '.' + shownKey;
}

const Json& JsonFields::find(std::string_view key) const
{
    if (!m_json->is_object())
        return null;
    const auto found = m_json->find(std::string{key});
    return found == m_json->end() ? null : *found;
}

void JsonFields::reject(std::string_view key, const std::string& allowed)
{
    // The first alone: what comes after it is read from defaults, and may be wrong only for that.
    if (!*m_problem)
        *m_problem = placeOf(key) + " cannot be " + shown(find(key)) + ". Allowed: " + allowed + '.';
}

bool JsonFields::has(std::string_view key) const { return !find(key).is_null(); }

std::string JsonFields::text(std::string_view key)
{
    const Json& value = find(key);
    if (!value.is_string()) {
        reject(key, "a text");
        return {};
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > longestJsonText)
        reject(key, "a text of up to " + std::to_string(longestJsonText) + " bytes");
    if (findControl(text) != std::string::npos)
        reject(key, "a text without control characters");
    return *m_problem ? std::string{} : text;
}

std::int64_t JsonFields::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const std::optional<std::int64_t> value = integerOf(find(key));
    if (value && *value >= least && *value <= most)
        return *value;
    reject(key, rangeText(least, most));
    return least;
}

std::optional<std::int64_t> JsonFields::optionalInteger(std::string_view key, std::int64_t least, std::int64_t most)
{
    if (m_json->is_object() && m_json->contains(std::string{key}) && find(key).is_null())
        return std::nullopt;
    const std::optional<std::int64_t> value = integerOf(find(key));
    if (!value || *value < least || *value > most) {
        reject(key, "null, or " + rangeText(least, most));
        return std::nullopt;
    }
    return value;
}

bool JsonFields::flag(std::string_view key)
{
    const Json& value = find(key);
    if (!value.is_boolean())
        reject(key, "true or false");
    return value.is_boolean() && value.get<bool>();
}

std::size_t JsonFields::word(std::string_view key, const std::vector<std::string>& words)
{
    const Json& value = find(key);
    const auto found =
        value.is_string() ? std::find(words.begin(), words.end(), value.get_ref<const std::string&>()) : words.end();
    if (found == words.end()) {
        reject(key, listed(words, "or"));
        return 0;
    }
    return static_cast<std::size_t>(found - words.begin());
}

std::optional<std::size_t> JsonFields::optionalWord(std::string_view key, const std::vector<std::string>& words)
{
    if (m_json->is_object() && m_json->contains(std::string{key}) && find(key).is_null())
        return std::nullopt;
    return word(key, words);
}

JsonFields JsonFields::object(std::string_view key)
{
    const Json& value = find(key);
    if (!value.is_object())
        reject(key, "an object");
    return {value, placeOf(key), *m_problem};
}

std::vector<JsonFields> JsonFields::objects(std::string_view key, std::size_t most)
{
    const Json& value = find(key);
    std::vector<JsonFields> items;
    if (!value.is_array() || value.size() > most) {
        reject(key, "a list of up to " + std::to_string(most) + " objects");
        return items;
    }
    items.reserve(value.size());
    for (std::size_t index = 0; index < value.size(); ++index)
        items.push_back({value[index], placeOf(key) + '[' + std::to_string(index) + ']', *m_problem});
    return items;
}

std::vector<std::string> JsonFields::keys() const
{
    std::vector<std::string> keys;
    for (const auto& [key, value] : m_json->items())
        keys.push_back(key);
    return keys;
}

} // namespace awaitscope
