// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/story_reader.hpp"

#include "lesson/format/predict_reader.hpp"
#include "lesson/text/text.hpp"

#include <algorithm>
#include <set>

namespace awaitscope {

namespace {

constexpr std::string_view fence = "```";
constexpr std::string_view fold = ":::";

class StoryReader
{
public:
    StoryReader(std::string_view text, std::string file, std::vector<Diagnostic>& errors)
        : m_lines{linesOf(text)},
          m_file{std::move(file)},
          m_errors{errors}
    {}

    Story read()
    {
        while (m_next < m_lines.size())
            readLine();
        endScene();
        if (m_story.title.empty())
            reject(1, "A story starts with its title: a line such as # Alan caches requests.");
        if (m_story.scenes.empty())
            reject(1, "A story needs a scene: a line such as ## A slow service, and text below it.");
        return std::move(m_story);
    }

private:
    int lineNumber() const { return static_cast<int>(m_next) + 1; }

    void reject(int line, std::string message) { m_errors.push_back({std::move(message), m_file, line}); }

    void readLine()
    {
        const std::string_view line = m_lines[m_next];
        // First, and it reads on by itself: what stands inside of a block may look like a heading or a fold.
        if (line.starts_with(fence)) {
            readFence();
            return;
        }
        if (line.starts_with(fold))
            readFold(trimmed(line.substr(fold.size())));
        else if (line.starts_with("# "))
            readTitle(trimmed(line.substr(2)));
        else if (line.starts_with("## "))
            startScene(trimmed(line.substr(3)));
        else
            addText(line);
        ++m_next;
    }

    void readTitle(std::string_view title)
    {
        if (!m_story.title.empty() || !m_story.scenes.empty())
            reject(lineNumber(), "A story has one title, at its start. A scene starts with ##.");
        m_story.title = title;
    }

    void startScene(std::string_view title)
    {
        endScene();
        if (title.empty())
            reject(lineNumber(), "A scene needs a title after ##.");
        scenes().emplace_back();
        scenes().back().title = title;
        scenes().back().line = lineNumber();
    }

    void endScene()
    {
        endText();
        if (m_foldLine > 0)
            reject(m_foldLine, "This ::: is not closed. End it with a line ::: in the same scene.");
        m_foldLine = 0;
        m_models.clear();
        if (!m_story.scenes.empty() && scenes().back().blocks.empty())
            reject(scenes().back().line, "The scene has no text.");
    }

    /// "::: asio drop" opens, ":::" closes.
    void readFold(std::string_view models)
    {
        // A block belongs to one set of models: what was read up to here is for the models before.
        endText();
        if (m_foldLine > 0) {
            if (!models.empty())
                reject(
                    lineNumber(),
                    "Text for a model cannot stand inside other text for a model. Close that first with a line :::.");
            m_foldLine = 0;
            m_models.clear();
            return;
        }
        m_foldLine = lineNumber();
        while (!models.empty()) {
            const std::size_t end = std::min(models.find(' '), models.size());
            const std::optional<CancelModel> model = tryParseCancelModel(models.substr(0, end));
            if (model)
                m_models.push_back(*model);
            else
                reject(lineNumber(),
                       "There is no model " + inQuotes(models.substr(0, end)) + ". Allowed: asio, drop and eager.");
            models = trimmed(models.substr(end));
        }
        if (m_models.empty())
            reject(lineNumber(), "After ::: comes the model the text is for: asio, drop or eager, or several of them.");
    }

    /// A fenced block from its opening line on; leaves m_next behind its closing line.
    void readFence()
    {
        const int line = lineNumber();
        const std::string_view opening = m_lines[m_next];
        const std::size_t ticks = std::min(opening.find_first_not_of('`'), opening.size());
        const std::string_view kind = trimmed(opening.substr(ticks));
        std::string content;
        std::string whole{opening};
        for (++m_next; m_next < m_lines.size(); ++m_next) {
            const std::string_view current = trimmed(m_lines[m_next]);
            whole.append("\n").append(m_lines[m_next]);
            // As in Markdown: closed by as many backticks as opened it, or more, so that a block can show a shorter fence.
            if (current.size() >= ticks && current.find_first_not_of('`') == std::string_view::npos) {
                ++m_next;
                useFence(kind, content, std::move(whole), line);
                return;
            }
            content.append(m_lines[m_next]).append("\n");
        }
        reject(line, "This block is not closed. End it with a line ```.");
        m_text += m_story.scenes.empty() ? "" : whole; // so that the scene is not called empty too
    }

    void useFence(std::string_view kind, const std::string& content, std::string whole, int line)
    {
        if (m_story.scenes.empty()) {
            reject(line, "There is a block before the first scene. A scene starts with ##.");
            return;
        }
        if (kind == "scope") {
            readScope(content, line);
        } else if (kind == "moments") {
            Scene& scene = scenes().back();
            if (!scene.setPieces.empty())
                reject(line, "The scene has a moments block already. Allowed: one.");
            scene.setPieces = readSetPieces(content, m_file, line, m_errors);
        } else if (kind == "predict" || kind == "fix" || kind == "order") {
            endText();
            StoryBlock block;
            block.predict = readQuestion(kind, content, line);
            block.models = m_models;
            block.line = line;
            scenes().back().blocks.push_back(std::move(block));
        } else {
            // Any other block is Markdown of the scene, fences and all.
            if (m_text.empty())
                m_textLine = line;
            m_text += whole + '\n';
        }
    }

    void readScope(const std::string& content, int line)
    {
        Scene& scene = scenes().back();
        if (m_foldLine > 0)
            reject(line, "A scope block cannot stand inside text for a model. Name the model in the scenario instead.");
        if (scene.scopeLine > 0)
            reject(line, "The scene has a scope block already. Allowed: one.");
        ScopeBlock block = readScopeBlock(content, m_file, line, m_errors);
        if (block.scenario.empty())
            reject(line, "The scope block is empty. It holds a scenario, such as awaitscope:?timeout=250ms.");
        scene.scope = std::move(block.scenario);
        scene.slide = std::move(block.slide);
        scene.view = std::move(block.view);
        scene.scopeLine = line;
    }

    /// Ids are told apart in the whole story; one without is called by its place.
    Predict readQuestion(std::string_view block, const std::string& content, int line)
    {
        Predict predict = readPredict(block, content, m_file, line, m_errors);
        ++m_questions;
        if (predict.id.empty())
            predict.id = "question-" + std::to_string(m_questions);
        if (!m_ids.insert(predict.id).second)
            reject(line, "Another question of this story has the id " + inQuotes(predict.id) + ". Give each its own.");
        return predict;
    }

    void addText(std::string_view line)
    {
        if (m_story.scenes.empty()) {
            if (!trimmed(line).empty())
                reject(lineNumber(), "There is text before the first scene. A scene starts with ##.");
            return;
        }
        // Blank lines at the start of a block would put its line before its first word.
        if (m_text.empty() && trimmed(line).empty())
            return;
        if (m_text.empty())
            m_textLine = lineNumber();
        m_text.append(line).append("\n");
        readLinks(line);
    }

    void endText()
    {
        if (!m_text.empty()) {
            StoryBlock block;
            block.markdown = trimmed(m_text);
            block.models = m_models;
            block.line = m_textLine;
            scenes().back().blocks.push_back(std::move(block));
        }
        m_text.clear();
    }

    /// The links of one line; what stands between backticks is none.
    void readLinks(std::string_view line)
    {
        bool isCode = false;
        for (std::size_t position = 0; position < line.size(); ++position) {
            if (line[position] == '`')
                isCode = !isCode;
            if (isCode || !line.substr(position).starts_with("]("))
                continue;
            // On its line, though Markdown allows more: what is wrong with it then has one line.
            const std::size_t end = line.find(')', position);
            if (end == std::string_view::npos) {
                reject(lineNumber(), "A link does not end on its line. Write [text](target) in one line.");
                return;
            }
            addLink(line.substr(position + 2, end - position - 2));
            position = end;
        }
    }

    void addLink(std::string_view target)
    {
        constexpr std::string_view mark = "mark:";
        Scene& scene = scenes().back();
        if (target.starts_with(mark))
            scene.marks.push_back({std::string{target.substr(mark.size())}, lineNumber()});
        else if (target.starts_with("awaitscope:"))
            scene.links.push_back({std::string{target}, lineNumber()});
        else if (target == "traffic:")
            scene.showsTraffic = true;
        else if (!target.starts_with("https://"))
            reject(lineNumber(),
                   "A link cannot lead to " + inQuotes(target) + ". Allowed: awaitscope:…, mark:NAME, traffic: and https://….");
    }

    std::vector<std::string_view> m_lines;
    std::string m_file;
    std::vector<Diagnostic>& m_errors;
    std::vector<Scene>& scenes() { return m_story.scenes.own(); }

    Story m_story;
    std::size_t m_next = 0;
    std::string m_text; ///< of the block that is being read
    int m_textLine = 0;
    std::vector<CancelModel> m_models; ///< of the ::: that is open
    int m_foldLine = 0;                ///< 0: none is open
    int m_questions = 0;               ///< read up to now
    std::set<std::string> m_ids;       ///< theirs
};

} // namespace

Story readStory(std::string_view text, const std::string& file, std::vector<Diagnostic>& errors)
{
    if (text.size() > largestStory) {
        errors.push_back(
            {"The story is too long. Allowed: up to " + std::to_string(largestStory) + " bytes.", file, 1});
        return {};
    }
    if (!isUtf8(text)) {
        errors.push_back({"The file is not UTF-8. Save it as UTF-8.", file, 1});
        return {};
    }
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    if (const std::size_t control = findControl(text); control != std::string_view::npos) {
        errors.push_back({controlMessage(text, control), file, lineAt(text, control)});
        return {};
    }
    if (trimmed(text).empty()) {
        errors.push_back(
            {"The story is empty. It starts with its title: a line such as # Alan caches requests.", file, 1});
        return {};
    }
    return StoryReader{text, file, errors}.read();
}

} // namespace awaitscope
