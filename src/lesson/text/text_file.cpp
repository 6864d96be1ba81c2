// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/text/text_file.hpp"

#include "lesson/text/text.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace awaitscope {

namespace {

constexpr std::size_t longestPath = 250; ///< columns

} // namespace

std::string printablePath(const std::filesystem::path& path) { return printable(path.string(), longestPath); }

Result<std::string> readTextFile(const std::filesystem::path& path, std::size_t most)
{
    const auto problem = [&](std::string message) { return Diagnostic{std::move(message), printablePath(path), 0}; };
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure))
        return problem("This is a folder. Name a file.");
    // A stream does not say why it failed; errno may, if nobody else has left something there.
    errno = 0;
    std::ifstream stream{path, std::ios::binary};
    std::string text;
    while (stream && text.size() <= most) { // by parts: what it says of its size need not be true, as in /proc
        constexpr std::size_t part = 64 * 1024;
        const std::size_t begin = text.size();
        text.resize(begin + part);
        stream.read(text.data() + begin, part);
        text.resize(begin + static_cast<std::size_t>(stream.gcount()));
    }
    if (text.size() > most)
        return problem("The file is too long. Allowed: up to " + std::to_string(most) + " bytes.");
    if (!stream.eof())
        return problem("The file cannot be read: " + std::generic_category().message(errno == 0 ? EIO : errno) + '.');
    return Result<std::string>{boost::system::in_place_value, std::move(text)};
}

std::optional<Diagnostic> whyNoSource(std::string_view text, const std::string& file)
{
    if (text.size() > largestSource)
        return Diagnostic{"The file is too long. Allowed: up to " + std::to_string(largestSource) + " bytes.", file, 0};
    if (const std::optional<NoText> problem = whyNoText(text))
        return Diagnostic{problem->message, file, problem->line};
    return std::nullopt;
}

} // namespace awaitscope
