// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/process/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>

namespace awaitscope {
namespace {

namespace fs = std::filesystem;

std::size_t entriesHere()
{
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{fs::current_path()}, fs::directory_iterator{}));
}

TEST(ScratchFolderTest, LiesInTheTemporaryOneAndIsGoneWithIt)
{
    fs::path path;
    {
        const ScratchFolder folder{"awaitscope-test"};
        path = folder.path();
        EXPECT_EQ(path.parent_path(), scratchRoot());
        EXPECT_TRUE(fs::is_directory(path));
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(ScratchFolderTest, IsNoneAndNowhereElseWhereThereIsNoTemporaryOne)
{
    setenv("TMPDIR", "/no/such/folder", 1); // this process is the test's own
    const std::size_t before = entriesHere();
    EXPECT_EQ(ScratchFolder{"awaitscope-test"}.path(), "");
    EXPECT_EQ(entriesHere(), before);
    EXPECT_EQ(scratchRoot(), "/no/such/folder") << "which messages name";
    unsetenv("TMPDIR");
}

} // namespace
} // namespace awaitscope
