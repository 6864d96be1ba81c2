// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/phrasebook.hpp"

#include "lesson/text/text.hpp"
#include "lesson/text/toml_value.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

/// The number of the place that begins at `at`, such as {1}; 0 if none does.
int placeAt(std::string_view text, std::size_t at)
{
    const bool isPlace = at + 2 < text.size() && text[at] == '{' && text[at + 1] >= '1' && text[at + 1] <= '9'
                         && text[at + 2] == '}';
    return isPlace ? text[at + 1] - '0' : 0;
}

struct Cut
{
    std::vector<std::string> pieces{1};
    std::vector<int> places;
};

Cut cut(std::string_view text)
{
    Cut result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const int place = placeAt(text, at)) {
            result.places.push_back(place);
            result.pieces.emplace_back();
            at += 2;
        } else {
            result.pieces.back() += text[at];
        }
    }
    return result;
}

std::vector<int> sorted(std::vector<int> places)
{
    std::ranges::sort(places);
    return places;
}

/// What stands in the places; nothing if the text is another one. No place is empty.
std::optional<std::vector<std::string_view>> matched(std::string_view text, const std::vector<std::string>& pieces)
{
    if (!text.starts_with(pieces.front()))
        return std::nullopt;
    text.remove_prefix(pieces.front().size());
    std::vector<std::string_view> found;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool isLast = i + 1 == pieces.size();
        if (isLast && !text.ends_with(pieces[i]))
            return std::nullopt;
        const std::size_t end = isLast                ? text.size() - pieces[i].size()
                                // Two places side by side: nothing tells where the first ends, and so it gets one byte.
                                : pieces[i].empty() ? 1
                                                      : text.find(pieces[i], 1);
        if (end == 0 || end > text.size())
            return std::nullopt;
        found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + pieces[i].size()));
    }
    return found;
}

} // namespace

std::string Phrasebook::add(std::string phrase, std::string translation)
{
    if (trimmed(translation).empty())
        return "The phrase " + inQuotes(phrase) + " has no translation. Write one, or take the line out.";
    Cut source = cut(phrase);
    if (sorted(source.places) != sorted(cut(translation).places))
        return "The translation of " + inQuotes(phrase) + " has other places in braces. Give both the same, such as {1}.";
    // What is said within places is shorter than the phrase: else that could go on for ever.
    if (std::ranges::all_of(source.pieces, &std::string::empty))
        return "The phrase " + inQuotes(phrase) + " has no words of its own. Write some beside its places.";
    if (source.places.empty()) {
        const bool isNew = m_plain.try_emplace(phrase, std::move(translation)).second;
        return isNew ? std::string{} : "The phrase " + inQuotes(phrase) + " comes twice.";
    }
    m_patterns.push_back({std::move(source.pieces), std::move(source.places), std::move(translation)});
    return {};
}

std::optional<std::string> Phrasebook::find(std::string_view text, const Phrasebook& parts) const
{
    if (const auto plain = m_plain.find(text); plain != m_plain.end())
        return plain->second;
    for (const Pattern& pattern : m_patterns) {
        const auto found = matched(text, pattern.pieces);
        if (!found)
            continue;
        const Cut target = cut(pattern.translation);
        std::string said = target.pieces.front();
        for (std::size_t i = 0; i < target.places.size(); ++i) {
            const auto place = std::ranges::find(pattern.places, target.places[i]);
            const std::string_view part = (*found)[static_cast<std::size_t>(place - pattern.places.begin())];
            // Names and numbers have no translation, and stay.
            said += parts.find(part, parts).value_or(std::string{part});
            said += target.pieces[i + 1];
        }
        return said;
    }
    return std::nullopt;
}

std::optional<std::string> Phrasebook::find(std::string_view text) const { return find(text, {}); }

std::string Phrasebook::say(std::string_view text) const { return find(text).value_or(std::string{text}); }

Phrasebook readPhrasebook(std::string_view text, const std::string& file, std::vector<Diagnostic>& errors)
{
    Phrasebook phrases;
    const Result<TomlValue> document = parseToml(text, file);
    if (!document) {
        errors.push_back(document.error());
        return phrases;
    }
    for (const TomlMember& member : document->members) {
        std::string problem;
        if (member.value.kind != TomlValue::Kind::text)
            problem = "The phrase " + inQuotes(member.name) + " needs a text in quotes after its =.";
        else
            problem = phrases.add(member.name, member.value.text);
        if (!problem.empty())
            errors.push_back({std::move(problem), file, member.value.line});
    }
    return phrases;
}

} // namespace awaitscope
