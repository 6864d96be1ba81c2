// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/slide.hpp"

#include "lesson/text/text.hpp"

#include <algorithm>
#include <set>

namespace awaitscope {

namespace {

constexpr std::string_view allPanes = "caller, scopes, code, console, map and table";

class ScopeReader
{
public:
    ScopeReader(const std::string& file, int line, std::vector<Diagnostic>& errors)
        : m_file{file},
          m_line{line},
          m_errors{errors}
    {}

    ScopeBlock read(std::string_view content)
    {
        for (const std::string_view each : linesOf(content)) {
            ++m_line;
            const std::string_view text = trimmed(each);
            if (text.empty())
                continue;
            if (m_block.scenario.empty())
                m_block.scenario = text;
            else
                readKey(text);
        }
        return std::move(m_block);
    }

private:
    void reject(std::string message) { m_errors.push_back({std::move(message), m_file, m_line}); }

    void readKey(std::string_view text)
    {
        const std::size_t colon = std::min(text.find(':'), text.size());
        const std::string key{trimmed(text.substr(0, colon))};
        const std::string_view value = trimmed(text.substr(std::min(colon + 1, text.size())));
        const bool isOfView = key == "shows" || key == "titles";
        if (colon == text.size() || (key != "presents" && key != "subtitle" && !isOfView)) {
            reject("Below its scenario a scope block cannot have " + inQuotes(text)
                   + ". Allowed: presents: PANES, subtitle: WORDS, shows: PANES and titles: VARIANT = WORDS.");
            return;
        }
        if (!m_keys.insert(key).second) {
            reject("The scope block has " + key + " twice. Allowed: once.");
            return;
        }
        if (value.empty()) {
            reject(key + ": says nothing. " + (key == "subtitle"  ? "Write a line for the room, or leave it out."
                                               : key == "titles" ? "Write VARIANT = WORDS, or leave it out."
                                                                 : "Allowed: " + std::string{allPanes} + "."));
            return;
        }
        int& line = isOfView ? m_block.view.line : m_block.slide.line;
        line = line > 0 ? line : m_line;
        if (key == "presents")
            m_block.slide.panes = readPanes(value, "What is presented");
        else if (key == "shows")
            m_block.view.panes = readPanes(value, "What the scene shows");
        else if (key == "titles")
            readTitles(value);
        else
            m_block.slide.subtitle = value;
    }

    void readTitles(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t comma = std::min(text.find(','), text.size());
            const std::string_view pair = trimmed(text.substr(0, comma));
            text.remove_prefix(std::min(comma + 1, text.size()));
            const std::size_t equals = std::min(pair.find('='), pair.size());
            const std::string variant{trimmed(pair.substr(0, equals))};
            const std::string_view words = trimmed(pair.substr(std::min(equals + 1, pair.size())));
            if (variant.empty() || words.empty())
                reject("titles cannot have " + inQuotes(pair) + ". Write VARIANT = WORDS, such as buggy = Alan's version.");
            else if (!m_block.view.titles.emplace(variant, words).second)
                reject("titles has the variant " + variant + " twice. Allowed: once.");
        }
    }

    SlidePanes readPanes(std::string_view names, const std::string& what)
    {
        SlidePanes panes;
        panes.code = false;
        bool scopes = false;
        const std::pair<std::string_view, bool*> known[] = {{"caller", &panes.caller}, {"scopes", &scopes},
                                                            {"code", &panes.code},     {"console", &panes.console},
                                                            {"map", &panes.map},       {"table", &panes.table}};
        while (!names.empty()) {
            const std::size_t comma = std::min(names.find(','), names.size());
            const std::string_view name = trimmed(names.substr(0, comma));
            names = names.substr(std::min(comma + 1, names.size()));
            const auto pane = std::ranges::find(known, name, &std::pair<std::string_view, bool*>::first);
            if (pane == std::end(known))
                reject("There is no pane " + inQuotes(name) + ". Allowed: " + std::string{allPanes} + ".");
            else
                *pane->second = true;
        }
        if (!scopes)
            reject(what + " lacks scopes: without a timeline there is nothing to step through. Add it.");
        return panes;
    }

    const std::string& m_file;
    int m_line;
    std::vector<Diagnostic>& m_errors;
    ScopeBlock m_block;
    std::set<std::string> m_keys;
};

} // namespace

ScopeBlock readScopeBlock(std::string_view content, const std::string& file, int line, std::vector<Diagnostic>& errors)
{
    return ScopeReader{file, line, errors}.read(content);
}

} // namespace awaitscope
