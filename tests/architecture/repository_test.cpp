// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/repository.hpp"

#include "workbench/compile/traps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace awaitscope::architecture {
namespace {

const std::vector<SourceFile>& repository()
{
    static const std::vector<SourceFile> files = readRepository(AWAITSCOPE_SOURCE_DIR);
    return files;
}

bool isCpp(const SourceFile& file)
{
    return file.path.ends_with(".cpp") || file.path.ends_with(".hpp");
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

TEST(Repository, IncludesOnlyWhatTheLayersAllow)
{
    std::vector<SourceFile> sources;
    std::ranges::copy_if(repository(), std::back_inserter(sources), isCpp);
    ASSERT_GT(sources.size(), 10U) << "the sources were not found below " AWAITSCOPE_SOURCE_DIR;
    const std::vector<std::string> found = violations(projectRules(), sources);
    EXPECT_TRUE(found.empty()) << joined(found);
}

TEST(Repository, BearsTheLicenceLineInEverySource)
{
    std::vector<std::string> without;
    for (const SourceFile& file : repository()) {
        if (isSource(file) && !hasLicenceLine(file.text))
            without.push_back(file.path);
    }
    EXPECT_TRUE(without.empty()) << joined(without);
}

TEST(Repository, HoldsNothingUnexpectedAtItsTop)
{
    const std::set<std::string> expected = {
        "app", "lessons", "src", "resources", "tests", "CMakeLists.txt", "README.md",
        // what tools look for only here
        "CMakePresets.json", "LICENSE", ".clang-format", ".clang-tidy", ".gitignore", ".ci",
    };
    std::set<std::string> unexpected;
    for (const SourceFile& file : repository()) {
        const std::string top = file.path.substr(0, file.path.find('/'));
        if (!expected.contains(top))
            unexpected.insert(top);
    }
    EXPECT_TRUE(unexpected.empty()) << joined({unexpected.begin(), unexpected.end()});
}

TEST(Repository, KeepsVariantsShortAndToOneHeader)
{
    int variants = 0;
    for (const SourceFile& file : repository()) {
        if (!isVariant(file.path))
            continue;
        ++variants;
        EXPECT_LE(countLines(file.text), 80) << file.path;
        EXPECT_EQ(includesOf(file.text).size(), 1U) << file.path << " includes one header, the lesson's world";
    }
    EXPECT_GE(variants, 2);
}

TEST(Repository, HoldsNothingThatGcc12MakesWrongCodeOf)
{
    std::vector<std::string> found;
    for (const SourceFile& file : repository()) {
        if (!isCpp(file))
            continue;
        for (const CompilerMessage& trap : findMiscompiled(file.text))
            found.push_back(file.path + ':' + std::to_string(trap.line) + ": " + trap.text);
    }
    EXPECT_TRUE(found.empty()) << joined(found);
}

TEST(Repository, GivesEachTypeANameOfItsOwn)
{
    // Two types of one name in one program share what is inline, such as a destructor, and the linker takes either.
    std::map<std::string, std::set<std::string>> homes;
    for (const SourceFile& file : repository()) {
        if (!file.path.ends_with(".hpp") || !(file.path.starts_with("src/") || file.path.starts_with("app/")))
            continue;
        for (const std::string& type : typesIn(file.text))
            homes[type].insert(file.path);
    }
    EXPECT_GT(homes.size(), 200U) << "the types were not found";
    for (const auto& [type, files] : homes)
        EXPECT_EQ(files.size(), 1U) << type << " is defined in " << joined({files.begin(), files.end()});
}

TEST(Types, AreThoseThatAreDefinedAtTheBeginningOfALineWithTheirNamespace)
{
    EXPECT_EQ(typesIn("class A;\nnamespace a {\nstruct B\n{\n    struct C\n    {};\n};\nnamespace b {\nclass D final : public B\n{};\n"
                      "} // namespace b\nenum class E { x };\n} // namespace a\ntemplate <>\nstruct F<int>\n{};\n"),
              (std::vector<std::string>{"a::B", "a::b::D", "a::E"}));
}

TEST(Gitignore, NamesFilesFoldersAndEndings)
{
    const std::string gitignore = "# comment\n\n/build/\n*.actual\n.cache/\n";
    EXPECT_TRUE(isIgnored(gitignore, "build"));
    EXPECT_TRUE(isIgnored(gitignore, "sweep.json.actual"));
    EXPECT_TRUE(isIgnored(gitignore, ".cache"));
    EXPECT_FALSE(isIgnored(gitignore, "builder"));
    EXPECT_FALSE(isIgnored(gitignore, "# comment"));
    EXPECT_FALSE(isIgnored(gitignore, "src"));
}

TEST(Licence, IsWantedInSourcesAndFoundInTheirFirstLines)
{
    EXPECT_TRUE(isSource({"src/core/a.cpp", ""}));
    EXPECT_TRUE(isSource({"tests/CMakeLists.txt", ""}));
    EXPECT_TRUE(isSource({"app/start", "#!/bin/bash\n"}));
    EXPECT_FALSE(isSource({"README.md", "# Awaitscope\n"}));
    EXPECT_TRUE(hasLicenceLine("// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"));
    EXPECT_TRUE(hasLicenceLine("#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"));
    EXPECT_FALSE(hasLicenceLine("// SPDX-License-Identifier: MIT\n"));
    EXPECT_FALSE(hasLicenceLine("\n\n\n// SPDX-License-Identifier: GPL-3.0-or-later\n"));
}

TEST(Variants, AreTheSourcesOfALessonButItsScenario)
{
    EXPECT_TRUE(isVariant("lessons/first/buggy.cpp"));
    EXPECT_FALSE(isVariant("lessons/first/scenario.cpp"));
    EXPECT_FALSE(isVariant("lessons/first/lesson.toml"));
    EXPECT_FALSE(isVariant("lessons/first/rust/a.cpp"));
    EXPECT_FALSE(isVariant("src/lesson/format/lesson.cpp"));
    EXPECT_EQ(countLines(""), 0);
    EXPECT_EQ(countLines("a\nb\n"), 2);
    EXPECT_EQ(countLines("a\nb"), 2);
}

} // namespace
} // namespace awaitscope::architecture
