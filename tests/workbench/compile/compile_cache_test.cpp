// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/compile/compile_cache.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace awaitscope {

class CompileCacheTest : public testing::Test
{
protected:
    ~CompileCacheTest() override { std::filesystem::remove_all(folder); }

    static std::filesystem::path freshFolder()
    {
        std::string name = testing::TempDir() + "cache-XXXXXX";
        return mkdtemp(name.data());
    }

    std::filesystem::path folder = freshFolder();
    CompileCache cache{folder};
};

TEST_F(CompileCacheTest, MakesAFileOnce)
{
    int made = 0;
    const auto make = [&](const std::filesystem::path& to) -> std::optional<Diagnostic> {
        ++made;
        std::ofstream{to} << "text";
        return std::nullopt;
    };
    const auto first = cache.provide("key", "file", make, {});
    const auto second = cache.provide("key", "file", make, {});
    ASSERT_TRUE(first);
    EXPECT_EQ(*first, *second);
    EXPECT_EQ(made, 1);
    EXPECT_EQ(cache.size(), 4U);
}

TEST_F(CompileCacheTest, OfTwoWhoWantTheSameAtOnceOneMakesIt)
{
    std::atomic<int> made = 0;
    std::atomic<int> wanted = 0;
    const auto want = [&] {
        ++wanted;
        const auto path = CompileCache{folder}.provide(
            "key", "file",
            [&](const std::filesystem::path& to) -> std::optional<Diagnostic> {
                ++made;
                while (wanted < 2)
                    std::this_thread::yield(); // the other one is on its way in
                std::ofstream{to} << "text";
                return std::nullopt;
            },
            {});
        EXPECT_TRUE(path);
    };
    std::jthread one{want};
    std::jthread other{want};
    one.join();
    other.join();
    EXPECT_EQ(made, 1);
}

TEST_F(CompileCacheTest, WhatFailedIsNotThere)
{
    const auto broken = cache.provide(
        "key", "file", [](const auto&) { return std::optional{Diagnostic{"No.", {}, 0}}; }, {});
    EXPECT_FALSE(broken);
    EXPECT_FALSE(cache.has("key", "file"));
}

TEST_F(CompileCacheTest, OneThatWasStoppedIsNotThereEither)
{
    std::stop_source stop;
    const auto stopped = cache.provide(
        "key", "file",
        [&](const std::filesystem::path& to) -> std::optional<Diagnostic> {
            std::ofstream{to} << "half";
            stop.request_stop();
            return std::nullopt;
        },
        stop.get_token());
    ASSERT_TRUE(stopped);
    EXPECT_TRUE(stopped->empty());
    EXPECT_FALSE(cache.has("key", "file"));
}

TEST_F(CompileCacheTest, KeepsTheNewestAndClearsAll)
{
    const auto make = [](const std::filesystem::path& to) -> std::optional<Diagnostic> {
        std::ofstream{to} << "text";
        return std::nullopt;
    };
    int age = 9;
    for (const char* const key : {"a-1", "a-2", "a-3", "b-1"}) {
        ASSERT_TRUE(cache.provide(key, "file", make, {}));
        std::filesystem::last_write_time(folder / key, std::filesystem::file_time_type::clock::now() - std::chrono::hours{age--});
    }
    cache.keepNewest("a-", 2);
    EXPECT_FALSE(cache.has("a-1", "file"));
    EXPECT_TRUE(cache.has("a-3", "file"));
    EXPECT_TRUE(cache.has("b-1", "file"));
    EXPECT_FALSE(cache.clear());
    EXPECT_EQ(cache.size(), 0U);
}

TEST_F(CompileCacheTest, SaysWhereItCannotWrite)
{
    const auto nowhere =
        CompileCache{"/proc/nowhere"}.provide("key", "file", [](const auto&) { return std::optional<Diagnostic>{}; }, {});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().file, "/proc/nowhere");
}

TEST(Digest, IsTheSameForTheSameTextOnly)
{
    EXPECT_EQ(digestOf("a"), digestOf("a"));
    EXPECT_NE(digestOf("a"), digestOf("b"));
    EXPECT_EQ(digestOf("a").size(), 36U);
}

} // namespace awaitscope
