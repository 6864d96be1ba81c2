// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/repository.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace awaitscope::architecture {

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path)
{
    std::ifstream stream{path, std::ios::binary};
    if (!stream)
        throw std::runtime_error{"cannot read " + path.string()};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace

std::vector<SourceFile> readRepository(const fs::path& root)
{
    const std::string ignored = read(root / ".gitignore");
    std::vector<SourceFile> files;
    for (fs::recursive_directory_iterator at{root}, end; at != end; ++at) {
        const std::string name = at->path().filename().string();
        if (name == ".git" || isIgnored(ignored, name))
            at.disable_recursion_pending();
        else if (at->is_regular_file())
            files.push_back({at->path().lexically_relative(root).generic_string(), read(at->path())});
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

bool isIgnored(std::string_view gitignore, std::string_view name)
{
    std::istringstream lines{std::string{gitignore}};
    for (std::string line; std::getline(lines, line);) {
        std::string_view pattern = line;
        if (pattern.starts_with('/'))
            pattern.remove_prefix(1);
        if (pattern.ends_with('/'))
            pattern.remove_suffix(1);
        if (pattern.empty() || pattern.starts_with('#'))
            continue;
        if (pattern.starts_with('*') ? name.ends_with(pattern.substr(1)) : name == pattern)
            return true;
    }
    return false;
}

bool isSource(const SourceFile& file)
{
    const fs::path path{file.path};
    const std::string ending = path.extension().string();
    const std::string_view endings[] = {".cpp", ".hpp", ".cmake", ".toml", ".sh"};
    return std::ranges::find(endings, ending) != std::end(endings) || path.filename() == "CMakeLists.txt"
        || file.text.starts_with("#!");
}

bool hasLicenceLine(std::string_view text)
{
    std::istringstream lines{std::string{text}};
    std::string line;
    for (int i = 0; i < 3 && std::getline(lines, line); ++i) {
        if (line == "// SPDX-License-Identifier: GPL-3.0-or-later" || line == "# SPDX-License-Identifier: GPL-3.0-or-later")
            return true;
    }
    return false;
}

bool isVariant(std::string_view path)
{
    const fs::path whole{path};
    return path.starts_with("lessons/") && std::ranges::distance(whole) == 3 && whole.extension() == ".cpp"
        && whole.filename() != "scenario.cpp";
}

std::vector<std::string> typesIn(const std::string& text)
{
    static const std::regex opening{R"(^namespace ([\w:]+) \{$)"};
    static const std::regex type{R"(^(?:class|struct|enum class|enum) (\w+)(?: [^;]*| \{.*)?$)"};
    std::vector<std::string> types;
    std::vector<std::string> namespaces;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, opening)) {
            namespaces.push_back(match.str(1) + "::");
        } else if (line.starts_with("} // namespace") && !namespaces.empty()) {
            namespaces.pop_back();
        } else if (std::regex_match(line, match, type)) {
            std::string name;
            for (const std::string& space : namespaces)
                name += space;
            types.push_back(name + match.str(1));
        }
    }
    return types;
}

int countLines(std::string_view text)
{
    const auto lineEnds = std::ranges::count(text, '\n');
    return static_cast<int>(lineEnds) + (text.empty() || text.ends_with('\n') ? 0 : 1);
}

} // namespace awaitscope::architecture
