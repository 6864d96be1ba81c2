// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/readers.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace awaitscope::fuzz {
namespace {

/// All seeds of a reader, each cut at many places too.
void readSeeds(const std::string& name, void (*read)(std::string_view))
{
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator{AWAITSCOPE_SOURCE_DIR "/tests/fuzz/seeds/" + name}) {
        SCOPED_TRACE(entry.path().string());
        std::ifstream stream{entry.path(), std::ios::binary};
        const std::string text{std::istreambuf_iterator<char>{stream}, {}};
        read(text);
        for (std::size_t parts = 1; parts < 20; ++parts)
            read(std::string_view{text}.substr(0, text.size() * parts / 20));
        ++count;
    }
    EXPECT_GE(count, 3);
}

TEST(Seeds, OfScenariosBreakNoPromise) { readSeeds("scenario", readAnyScenario); }
TEST(Seeds, OfManifestsBreakNoPromise) { readSeeds("manifest", readAnyManifest); }
TEST(Seeds, OfStoriesBreakNoPromise) { readSeeds("story", readAnyStory); }
TEST(Seeds, OfTracesBreakNoPromise) { readSeeds("trace", readAnyTrace); }
TEST(Seeds, OfScenarioFilesBreakNoPromise) { readSeeds("scenariofile", readAnyScenarioFile); }
TEST(Seeds, OfProgressBreakNoPromise) { readSeeds("progress", readAnyProgress); }
TEST(Seeds, OfWordsBreakNoPromise) { readSeeds("words", readAnyWords); }
TEST(Seeds, OfAnswersBreakNoPromise) { readSeeds("answer", readAnyAnswer); }
TEST(Seeds, OfCompilersBreakNoPromise) { readSeeds("compiler", readAnyCompiler); }

} // namespace
} // namespace awaitscope::fuzz
