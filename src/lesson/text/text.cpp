// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/text.hpp"

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr bool isIn(char32_t code, const auto& ranges)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](Range range) { return range.first <= code && code <= range.last; });
}

// Coarse blocks rather than the Unicode tables: what people write in a lesson or mistype in a string.
constexpr std::array wideRanges = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};
constexpr std::array emptyRanges = {
    Range{0x0000, 0x001F}, Range{0x007F, 0x009F}, Range{0x0300, 0x036F}, Range{0x1AB0, 0x1AFF}, Range{0x200B, 0x200F},
    Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
};
// Characters that turn the direction of a line or end it: a quoted value must not rearrange the message around it.
constexpr std::array unprintableRanges = {
    Range{0x0000, 0x001F}, Range{0x007F, 0x009F}, Range{0x200B, 0x200F},
    Range{0x2028, 0x202E}, Range{0x2060, 0x206F}, Range{0xFEFF, 0xFEFF},
};

std::size_t widthOf(char32_t code)
{
    if (isIn(code, emptyRanges))
        return 0;
    return isIn(code, wideRanges) ? 2 : 1;
}

std::string hexEscape(char byte)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(byte);
    return {'\\', 'x', digits[value >> 4U], digits[value & 15U]};
}

/// The length of the well-formed character at the start of `bytes`, 0 if there is none.
std::size_t decode(std::string_view bytes, char32_t& code)
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        code = lead;
        return 1;
    }
    // Bytes that begin nothing or only overlong forms (80 to C1), and what lies beyond Unicode (F5 and above), are refused at
    // once; overlong forms of three and four bytes and surrogates at the end.
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length)
        return 0;
    code = lead & (0xFFU >> (length + 1));
    for (std::size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xC0U) != 0x80)
            return 0;
        code = (code << 6U) | (byte(index) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < smallest[length] || code > 0x10FFFF || isSurrogate ? 0 : length;
}

} // namespace

bool isPrintableAscii(std::string_view text)
{
    // Without a way out of the loop, as compilers then look at many bytes at a time.
    bool isAll = true;
    for (const char letter : text)
        isAll &= letter >= ' ' && letter <= '~';
    return isAll;
}

bool isUtf8(std::string_view bytes)
{
    for (char32_t code = 0; !bytes.empty();) {
        if (static_cast<unsigned char>(bytes.front()) < 0x80) {
            bytes.remove_prefix(1);
            continue;
        }
        const std::size_t length = decode(bytes, code);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

Utf8Character firstCharacter(std::string_view bytes)
{
    Utf8Character character;
    character.length = decode(bytes, character.code);
    // One byte of rubbish at a time, so that whoever goes through a text always gets on.
    return character.length == 0 ? Utf8Character{replacement, 1} : character;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const Utf8Character character = firstCharacter(text);
        width += widthOf(character.code);
        text.remove_prefix(character.length);
    }
    return width;
}

std::string paddedRight(std::string_view text, std::size_t width)
{
    std::string padded{text};
    padded.append(width - std::min(width, displayWidth(text)), ' ');
    return padded;
}

std::string paddedLeft(std::string_view text, std::size_t width)
{
    return std::string(width - std::min(width, displayWidth(text)), ' ').append(text);
}

std::string shortened(std::string_view text, std::size_t width)
{
    if (displayWidth(text) <= width)
        return std::string{text};
    std::string cut;
    for (std::size_t used = 1; !text.empty();) { // 1 for the ellipsis
        const Utf8Character character = firstCharacter(text);
        used += widthOf(character.code);
        if (used > width)
            break;
        cut.append(text.substr(0, character.length));
        text.remove_prefix(character.length);
    }
    return cut + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t firstWidth, std::size_t width)
{
    std::vector<std::string> lines(1);
    std::size_t room = firstWidth;
    bool isAtStart = true; // blanks there are the text's own
    const auto nextLine = [&] {
        lines.emplace_back();
        room = width;
        isAtStart = true;
    };
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        const std::size_t blank = isAtStart ? 0 : 1;
        if (displayWidth(word) + blank <= room) {
            lines.back().append(blank, ' ').append(word);
            room -= displayWidth(word) + blank;
            isAtStart = false;
            continue;
        }
        if (!isAtStart)
            nextLine();
        for (std::string_view rest = word; !rest.empty();) {
            const std::string_view character = rest.substr(0, firstCharacter(rest).length);
            if (displayWidth(character) > room && !isAtStart)
                nextLine();
            lines.back().append(character);
            room -= std::min(room, displayWidth(character));
            isAtStart = false;
            rest.remove_prefix(character.size());
        }
    }
    return lines;
}

std::string inQuotes(std::string_view text) { return '"' + printable(text, 40) + '"'; }

std::string printable(std::string_view text, std::size_t width)
{
    std::string shown;
    while (!text.empty() && shown.size() < 10 * width) { // far more than will be shown
        const Utf8Character character = firstCharacter(text);
        const bool isInvalid = character.code == replacement && character.length == 1;
        for (const char byte : text.substr(0, character.length)) {
            if (isInvalid || isIn(character.code, unprintableRanges))
                shown += hexEscape(byte);
            else
                shown += byte;
        }
        text.remove_prefix(character.length);
    }
    return shortened(shown, width);
}

namespace {

bool isUnwanted(char32_t code)
{
    constexpr std::array turning = {Range{0x202A, 0x202E}, Range{0x2066, 0x2069}};
    constexpr std::array controls = {Range{0x00, 0x08}, Range{0x0B, 0x0C}, Range{0x0E, 0x1F}, Range{0x7F, 0x9F}};
    return isIn(code, controls) || isIn(code, turning);
}

} // namespace

std::string plainText(std::string_view text, std::size_t longest)
{
    constexpr std::string_view ellipsis = "…";
    std::string plain;
    while (!text.empty() && plain.size() <= longest) {
        const Utf8Character character = firstCharacter(text);
        const bool isInvalid = character.code == replacement && character.length == 1;
        for (const char byte : text.substr(0, character.length)) {
            if (isInvalid || isUnwanted(character.code))
                plain += hexEscape(byte);
            else
                plain += byte;
        }
        text.remove_prefix(character.length);
    }
    if (plain.size() <= longest)
        return plain;
    std::size_t end = longest - ellipsis.size();
    while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80U) // in the middle of a character
        --end;
    plain.resize(end);
    return plain.append(ellipsis);
}

std::size_t findControl(std::string_view text)
{
    for (std::size_t position = 0; position < text.size();) {
        if (text[position] >= ' ' && text[position] <= '~') {
            ++position;
            continue;
        }
        const Utf8Character character = firstCharacter(text.substr(position));
        if (isUnwanted(character.code))
            return position;
        position += character.length;
    }
    return std::string_view::npos;
}

std::string controlMessage(std::string_view text, std::size_t position)
{
    const std::string_view rest = text.substr(position);
    return "There is the invisible character " + inQuotes(rest.substr(0, firstCharacter(rest).length))
           + ". Allowed: text, tabs and line ends.";
}

int lineAt(std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, position);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

std::string listed(const std::vector<std::string>& words, std::string_view conjunction)
{
    std::string list;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (index > 0)
            list += index + 1 == words.size() ? ' ' + std::string{conjunction} + ' ' : ", ";
        list += words[index];
    }
    return list;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool isPlainName(std::string_view text)
{
    const auto isWordCharacter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    bool wasWord = false;
    for (const char c : text) {
        const bool isJoiner = (c == '-' || c == '_') && wasWord;
        if (!isWordCharacter(c) && !isJoiner)
            return false;
        wasWord = !isJoiner;
    }
    // Names become folders, files and keys of scenario strings: 64 bytes fit everywhere.
    return wasWord && text.size() <= 64;
}

std::optional<NoText> whyNoText(std::string_view source)
{
    if (!isUtf8(source))
        return NoText{1, "The file is not UTF-8. Save it as UTF-8."};
    if (const std::size_t control = findControl(source); control != std::string_view::npos)
        return NoText{lineAt(source, control), controlMessage(source, control)};
    return std::nullopt;
}

} // namespace awaitscope
