// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/edit_store.hpp"

#include "lesson/text/text_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace awaitscope {

class EditStoreTest : public testing::Test
{
protected:
    ~EditStoreTest() override { std::filesystem::remove_all(folder); }

    std::string readBack() const
    {
        EditStore other{folder};
        const auto text = other.read("alan", "my-buggy.cpp");
        return text && *text ? **text : "none";
    }
    void write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories(folder / "alan");
        std::ofstream{folder / "alan" / name} << text;
    }

    static std::filesystem::path freshFolder()
    {
        std::string name = testing::TempDir() + "edits-XXXXXX";
        return mkdtemp(name.data());
    }

    std::filesystem::path folder = freshFolder();
    EditStore store{folder};
};

TEST_F(EditStoreTest, WhatIsTypedIsThereForTheNextProgramAtOnce)
{
    EXPECT_EQ(readBack(), "none");
    ASSERT_FALSE(store.type("alan", "my-buggy.cpp", "a"));
    ASSERT_FALSE(store.type("alan", "my-buggy.cpp", "ab"));
    EXPECT_EQ(readBack(), "ab") << "nobody has said goodbye";
}

TEST_F(EditStoreTest, WhatHasSettledIsInTheFileOfThatName)
{
    ASSERT_FALSE(store.type("alan", "my-buggy.cpp", "ab"));
    ASSERT_FALSE(store.settle("alan", "my-buggy.cpp", "ab"));
    EXPECT_EQ(*readTextFile(store.pathOf("alan", "my-buggy.cpp"), 100), "ab");
    EXPECT_EQ(readBack(), "ab");
}

TEST_F(EditStoreTest, WhatAMachineThatDiedLeftEmptyDoesNotHideWhatHadSettled)
{
    ASSERT_FALSE(store.settle("alan", "my-buggy.cpp", "settled"));
    write("my-buggy.cpp.typed", "");
    EXPECT_EQ(readBack(), "settled");
}

TEST_F(EditStoreTest, AnEmptyTextIsATextToo)
{
    ASSERT_FALSE(store.settle("alan", "my-buggy.cpp", ""));
    EXPECT_EQ(readBack(), "");
}

TEST_F(EditStoreTest, AnotherProgramsTextIsKeptBeside)
{
    ASSERT_FALSE(store.settle("alan", "my-buggy.cpp", "mine"));
    EditStore other{folder};
    ASSERT_TRUE(other.read("alan", "my-buggy.cpp"));
    ASSERT_FALSE(other.type("alan", "my-buggy.cpp", "theirs"));
    EXPECT_FALSE(other.tookAside()) << "it had read mine";

    ASSERT_FALSE(store.type("alan", "my-buggy.cpp", "mine again"));
    const auto aside = store.tookAside();
    ASSERT_TRUE(aside);
    EXPECT_EQ(*readTextFile(*aside, 100), "theirs");
    EXPECT_EQ(readBack(), "mine again");
    ASSERT_FALSE(store.type("alan", "my-buggy.cpp", "mine once more"));
    EXPECT_FALSE(store.tookAside()) << "once is enough";
}

TEST_F(EditStoreTest, WhatIsPutAsideStays)
{
    ASSERT_FALSE(store.type("alan", "my-buggy.cpp", "all mine"));
    ASSERT_FALSE(store.putAside("alan", "my-buggy.cpp"));
    EXPECT_EQ(readBack(), "none");
    EXPECT_EQ(*readTextFile(*store.tookAside(), 100), "all mine");
}

TEST_F(EditStoreTest, SaysWhereItCannotWrite)
{
    EditStore nowhere{"/proc/nowhere"};
    const auto error = nowhere.type("alan", "my-buggy.cpp", "text");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->file, "/proc/nowhere/alan/my-buggy.cpp.typed");
    EXPECT_NE(error->message.find("What you type cannot be saved"), std::string::npos);
}

} // namespace awaitscope
