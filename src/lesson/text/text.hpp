// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace awaitscope {

/// Letters, digits, signs and spaces of ASCII, and nothing else.
bool isPrintableAscii(std::string_view text);

/// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
bool isUtf8(std::string_view bytes);

/// One character of UTF-8 text. Invalid bytes are taken one at a time, as the replacement character.
struct Utf8Character
{
    char32_t code = 0;
    std::size_t length = 1; ///< bytes
};

/// `bytes` is not empty.
Utf8Character firstCharacter(std::string_view bytes);

/// Columns the text takes on a terminal: 2 for wide East Asian characters and emoji, 0 for combining marks and controls.
std::size_t displayWidth(std::string_view text);

/// The text with spaces appended up to `width` columns; longer text stays as it is.
std::string paddedRight(std::string_view text, std::size_t width);
/// The same with spaces before it.
std::string paddedLeft(std::string_view text, std::size_t width);

/// At most `width` columns (at least 1), the last of them "…" if something was cut off.
std::string shortened(std::string_view text, std::size_t width);

/// The text as lines of at most `firstWidth` and then `width` columns, broken at blanks, and inside of words only where a
/// word is too long. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t firstWidth, std::size_t width);

/// For error messages: control characters and bytes that are not UTF-8 as \xNN, shortened to about 40 columns, in quotes.
std::string inQuotes(std::string_view text);

/// The same without quotes, up to `width` columns: for the words of a library that quotes its input as it is.
std::string printable(std::string_view text, std::size_t width);

/// As `text` may stand in a trace: the same characters and bytes as \xNN, but for tabs and line ends; what is longer than
/// `longest` bytes is cut and ends in "…".
std::string plainText(std::string_view text, std::size_t longest);

/// Where the first character stands that no file of a lesson needs: a control character but tab and line end, or one that
/// turns the direction of a line. npos if there is none.
std::size_t findControl(std::string_view text);

/// What to say of the character at `position`, which findControl() gave.
std::string controlMessage(std::string_view text, std::size_t position);

/// What keeps a source from being text.
struct NoText
{
    int line = 1;
    std::string message;
};

/// Empty if it is UTF-8 without control characters.
std::optional<NoText> whyNoText(std::string_view source);

/// The number of the line, from 1, that `position` stands on.
int lineAt(std::string_view text, std::size_t position);

/// "a, b and c" for people; the last two joined by `conjunction`.
std::string listed(const std::vector<std::string>& words, std::string_view conjunction = "and");

/// Without spaces, tabs and line ends at either side.
std::string_view trimmed(std::string_view text);
template <std::same_as<std::string> Temporary>
std::string_view trimmed(Temporary&& text) = delete; // the view would outlive it

/// The lines without their ends ("\n" or "\r\n"); a last line without an end counts, an empty one after the last end does not.
std::vector<std::string_view> linesOf(std::string_view text);
template <std::same_as<std::string> Temporary>
std::vector<std::string_view> linesOf(Temporary&& text) = delete; // the views would outlive it

/// What `lessons`, variants, parameters and checks may be called: small letters, digits and single '-' or '_' between them.
bool isPlainName(std::string_view text);

} // namespace awaitscope
