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
        if (colon == text.size() || (key != "presents" && key != "subtitle")) {
            reject("Below its scenario a scope block cannot have " + inQuotes(text)
                   + ". Allowed: presents: PANES and subtitle: WORDS.");
            return;
        }
        if (!m_keys.insert(key).second) {
            reject("The scope block has " + key + " twice. Allowed: once.");
            return;
        }
        if (value.empty()) {
            reject(key + ": says nothing. " + (key == "presents" ? "Allowed: " + std::string{allPanes} + "."
                                                              : "Write a line for the room, or leave it out."));
            return;
        }
        m_block.slide.line = m_block.slide.line > 0 ? m_block.slide.line : m_line;
        if (key == "presents")
            readPanes(value);
        else
            m_block.slide.subtitle = value;
    }

    void readPanes(std::string_view names)
    {
        SlidePanes& panes = m_block.slide.panes;
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
            reject("What is presented lacks scopes: without a timeline there is nothing to step through. Add it.");
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
