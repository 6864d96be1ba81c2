// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/compiler_output.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

namespace awaitscope {

namespace {

constexpr std::size_t longestText = 300;     ///< bytes of a message
constexpr std::size_t mostOutput = 4 << 20; ///< bytes that are looked at

/// "path:line:column: rest" or "path:line: rest"; or, of an included file, "from path:line".
struct Place
{
    std::string_view path;
    int line = 0;
    int column = 0;
    std::string_view rest;
};

std::optional<int> readNumber(std::string_view& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end == text.data())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

std::optional<Place> readPlace(std::string_view line)
{
    for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
        std::string_view rest = line.substr(colon + 1);
        const std::optional<int> number = readNumber(rest);
        if (!number || colon == 0 || !(rest.starts_with(':') || rest.starts_with(',')))
            continue;
        Place place{line.substr(0, colon), *number, 0, {}};
        rest.remove_prefix(1);
        std::string_view behind = rest;
        if (const std::optional<int> column = readNumber(behind); column && behind.starts_with(':')) {
            place.column = *column;
            rest = behind.substr(1);
        }
        place.rest = trimmed(rest);
        return place;
    }
    return std::nullopt;
}

std::string shortPath(std::string_view path)
{
    // "/usr/include/boost/asio/awaitable.hpp": what stands before says nothing to a learner.
    for (const std::string_view folder : {"/include/", "/src/"}) {
        if (const std::size_t at = path.rfind(folder); at != std::string_view::npos)
            return std::string{path.substr(at + folder.size())};
    }
    return std::filesystem::path{path}.filename().string();
}

class Reader
{
public:
    explicit Reader(std::string_view file) : m_file(file) {}

    void take(std::string_view line)
    {
        // What leads to a message stands before it: "In file included from my.cpp:3:", "my.cpp:12:5:   required from here".
        // clang tells it behind, as notes.
        std::optional<Place> place = readPlace(line);
        if (!place) {
            if (line.find(": In ") != std::string_view::npos || line.starts_with("In file included"))
                m_cause = 0; // another message begins
            return;
        }
        constexpr std::string_view included = "In file included from ";
        if (place->path.starts_with(included)) {
            place->path.remove_prefix(included.size());
            m_cause = 0;
        }
        const bool isOurs = isLearners(place->path);
        const auto message = [&](std::string_view word, CompilerMessage::Kind kind) {
            if (!place->rest.starts_with(word))
                return false;
            begin(*place, kind, trimmed(place->rest.substr(word.size())), isOurs);
            return true;
        };
        if (message("fatal error:", CompilerMessage::Kind::error) || message("error:", CompilerMessage::Kind::error)
            || message("warning:", CompilerMessage::Kind::warning))
            return;
        if (place->rest.starts_with("note:")) {
            // The first note in the learner's file that says from where it was asked for.
            if (isOurs && m_open && m_messages.back().line == 0)
                m_messages.back().line = place->line;
            return;
        }
        if (isOurs)
            m_cause = place->line; // "required from here"
    }

    std::vector<CompilerMessage> finish()
    {
        std::vector<CompilerMessage> kept;
        for (CompilerMessage& message : m_messages) {
            const bool isKnown = std::ranges::any_of(kept, [&](const CompilerMessage& other) {
                // An avalanche: one line of the learner's, and many things that do not hold because of it.
                const bool isSameFall = !message.elsewhere.empty() && !other.elsewhere.empty() && message.line == other.line;
                return message.kind == other.kind
                       && (isSameFall || (message.line == other.line && message.text == other.text));
            });
            // A warning somewhere else that no line of the learner's led to is not theirs.
            const bool isForeign = message.kind == CompilerMessage::Kind::warning && message.line == 0;
            if (!isKnown && !isForeign)
                kept.push_back(std::move(message));
        }
        std::ranges::sort(kept, {}, [](const CompilerMessage& message) {
            // What has no line comes last of its kind.
            return std::tuple{message.kind, message.line == 0 ? 1 << 30 : message.line, message.column, message.text};
        });
        if (kept.size() > mostCompilerMessages)
            kept.resize(mostCompilerMessages);
        return kept;
    }

private:
    bool isLearners(std::string_view path) const
    {
        return path == m_file || (path.ends_with(m_file) && path[path.size() - m_file.size() - 1] == '/');
    }

    void begin(const Place& place, CompilerMessage::Kind kind, std::string_view text, bool isOurs)
    {
        CompilerMessage message;
        message.kind = kind;
        // Cut before as well: names of templates can be very long, and get much shorter by their usual names.
        message.text = printable(withUsualNames(text.substr(0, 4 * longestText)), longestText);
        if (isOurs) {
            message.line = place.line;
            message.column = place.column;
        } else {
            message.line = m_cause;
            message.elsewhere = shortPath(place.path) + ':' + std::to_string(place.line);
        }
        m_messages.push_back(std::move(message));
        m_open = true;
    }

    std::string m_file;
    std::vector<CompilerMessage> m_messages;
    int m_cause = 0; ///< the line of the learner's file that leads to what comes next
    bool m_open = false;
};

} // namespace

std::string withUsualNames(std::string_view text)
{
    // In this order: what is part of a longer name stands behind it.
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string"},
        {"std::__cxx11::basic_string<char>", "std::string"},
        {"std::basic_string<char>", "std::string"},
        {"std::__cxx11::string", "std::string"},
        {", boost::asio::any_io_executor>", ">"},
        {"boost::asio::awaitable<", "awaitable<"},
        {"edited::", ""}, // AWAITSCOPE_VARIANT
        {"awaitscope::", ""},
    };
    std::string result{text};
    for (const auto& [name, usual] : names) {
        for (std::size_t at = result.find(name); at != std::string::npos; at = result.find(name, at + usual.size()))
            result.replace(at, name.size(), usual);
    }
    return result;
}

std::vector<CompilerMessage> readCompilerOutput(std::string_view output, std::string_view file)
{
    Reader reader{file};
    output = output.substr(0, mostOutput);
    while (!output.empty()) {
        const std::size_t end = output.find('\n');
        reader.take(output.substr(0, end));
        output = end == std::string_view::npos ? std::string_view{} : output.substr(end + 1);
    }
    return reader.finish();
}

} // namespace awaitscope
