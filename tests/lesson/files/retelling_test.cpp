// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/example_lesson.hpp"
#include "lesson/files/retelling.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace awaitscope {
namespace {

using Numbers = std::vector<int>;

constexpr const char* buggy = R"(class Alan(Service):
    async def get_response(self, key):
        response = await self.http.make_request(key)
        await self.channel.send(response)
        self.cache.set(key, response)  # mark: write
)";

constexpr const char* fixed = R"(class Alan(Service):
    async def get_response(self, key):
        response = await self.http.make_request(key)
        self.cache.set(key, response)  # mark: write
        await self.channel.send(response)
)";

/// The example, told in Python too; the first `from` of the file `name` is replaced by `to`.
std::vector<LessonFile> retold(const std::string& name = {}, const std::string& from = {}, const std::string& to = {})
{
    std::vector<LessonFile> files = example::files();
    files.push_back({"python/buggy.py", buggy});
    files.push_back({"python/fixed.py", fixed});
    for (LessonFile& file : files) {
        if (file.name == "lesson.toml")
            file.text += "\n[[retelling]]\nruntime = \"asyncio\"\ntitle = \"Python\"\n";
        if (file.name != name)
            continue;
        const std::size_t position = file.text.find(from);
        if (position == std::string::npos)
            throw std::logic_error(name + " lacks " + from);
        file.text.replace(position, from.size(), to);
    }
    return files;
}

TEST(Retelling, IsReadFromTheManifestWithItsLine)
{
    const LessonReading reading = example::read(retold());
    ASSERT_TRUE(reading.errors.empty()) << example::errorsOf(reading);
    ASSERT_EQ(reading.lesson.retellings.size(), 1U);
    EXPECT_EQ(reading.lesson.retellings[0].runtime, "asyncio");
    EXPECT_EQ(reading.lesson.retellings[0].title, "Python");
    EXPECT_EQ(reading.lesson.retellings[0].line, 41);
    EXPECT_TRUE(example::lesson().retellings.empty()) << "a lesson can do without";
}

TEST(Retelling, EachMistakeIsNamedWithItsLine)
{
    struct BrokenRetelling
    {
        const char* file;
        const char* from;
        const char* to;
        const char* error;
    };
    const BrokenRetelling breaks[] = {
        {"lesson.toml", "\"asyncio\"", "\"trio\"",
         "lesson.toml:42: runtime cannot be \"trio\". Allowed: tokio, node or asyncio.\n"},
        {"lesson.toml", "title = \"Python\"\n", "", "lesson.toml:41: [[retelling]] needs the key title.\n"},
        {"lesson.toml", "\"asyncio\"", "\"tokio\"",
         "lesson.toml:41: The retelling tokio lacks the file rust/buggy.rs, the variant buggy in its language. Write "
         "it, or "
         "take the retelling out.\n"},
        {"python/buggy.py", "await self.channel", "self.channel",
         "python/buggy.py:3: The program waits at 1 await, and buggy.cpp waits at 2 awaits. Let both wait at the same "
         "points, in the same order.\n"},
        {"python/fixed.py", "await self.channel", "await (await self.make()).channel",
         "python/fixed.py:5: There is more than one await in this line."},
        {"python/buggy.py", "# mark: write", "",
         "python/buggy.py: One line must end in the comment mark: write, as line 7 of buggy.cpp does.\n"},
        {"python/buggy.py", "send(response)", "send(response)  # mark: send",
         "python/buggy.py:4: buggy.cpp has no mark \"send\". Give it one, or remove this.\n"},
        {"python/fixed.py", "class",
         "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
         "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nclass",
         "python/fixed.py:81: The program has more than 80 lines."},
    };
    for (const BrokenRetelling& item : breaks) {
        const std::string errors = '\n' + example::errorsOf(example::read(retold(item.file, item.from, item.to)));
        EXPECT_NE(errors.find('\n' + std::string{item.error}), std::string::npos)
            << "expected " << item.error << "got " << errors;
    }
}

TEST(Retelling, NeedNotTellAVariantThatIsNotShownAtFirst)
{
    std::vector<LessonFile> files = retold("lesson.toml", "kind = \"fixed\"", "kind = \"fixed\"\nshown = false");
    std::erase_if(files, [](const LessonFile& file) { return file.name == "python/fixed.py"; });
    EXPECT_EQ(example::errorsOf(example::read(files)), "");
}

TEST(Retelling, TheSameRuntimeTwiceIsAMistake)
{
    const std::string errors = example::errorsOf(
        example::read(retold("lesson.toml", "title = \"Python\"\n",
                             "title = \"Python\"\n[[retelling]]\nruntime = \"asyncio\"\ntitle = \"P\"\n")));
    EXPECT_EQ(errors, "lesson.toml:45: The runtime \"asyncio\" is there twice.\n");
}

TEST(Retelling, AwaitsAreCountedAsEachLanguageWritesThem)
{
    EXPECT_EQ(awaitLinesOf("let a = get()\n    .await;\n// x.await\n\"y.await\"; b.await?.c.await\n", Language::rust),
              (Numbers{2, 4, 4}));
    EXPECT_EQ(awaitLinesOf("const quote = /'/;\nawait f();\n", Language::javaScript), (std::vector<int>{2}))
        << "what looks like a quote may be none";
    EXPECT_EQ(awaitLinesOf("let await_ = 'a'; f::<'a>().await\nr#\"z\".await\"#; g('\\'').await /* .await */;\n",
                           Language::rust),
              (Numbers{1, 2}));
    EXPECT_EQ(awaitLinesOf("const a = await f(); // await\nfor await (const b of c) {}\n`await`; awaited();\n",
                           Language::javaScript),
              (Numbers{1, 2}));
    EXPECT_EQ(
        awaitLinesOf("\"\"\"await\nawait\"\"\"\nx = await y  # await\nasync with z:\n    pass\nasync for a in b:\n"
                     "async def c():\n",
                     Language::python),
        (Numbers{3, 4, 6}));
}

TEST(Retelling, MarksAreTakenFromCommentsOnly)
{
    EXPECT_TRUE(marksOf("print('# mark: no')\n", Language::python).empty());
    const std::vector<SourceMark> marks = marksOf("a = '#'  # mark: one  \n", Language::python);
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].name, "one");
    EXPECT_EQ(marksOf("b('x'); // mark: two\n", Language::rust).size(), 1U);
}

TEST(Retelling, LinesAreTheSameByTheirAwaitsAndMarks)
{
    const LessonReading reading = example::read(retold());
    const Lesson& lesson = reading.lesson;
    EXPECT_EQ(sameLines(*lesson.findFile("buggy.cpp"), *lesson.findFile("python/buggy.py"), Language::python),
              (std::map<int, int>{{5, 3}, {6, 4}, {7, 5}}));
    EXPECT_EQ(sameLines(*lesson.findFile("fixed.cpp"), *lesson.findFile("python/fixed.py"), Language::python),
              (std::map<int, int>{{5, 3}, {6, 4}, {7, 5}}));
}

} // namespace
} // namespace awaitscope
