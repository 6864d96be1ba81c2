// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/predict_reader.hpp"

#include "lesson/text/text.hpp"
#include "lesson/text/toml_value.hpp"

#include <algorithm>

namespace awaitscope {

namespace {

bool isId(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

class PredictReader
{
public:
    PredictReader(TomlTable& table, const std::string& file, int line, std::vector<Diagnostic>& errors)
        : m_table{table},
          m_file{file},
          m_errors{errors}
    {
        m_predict.line = line;
    }

    Predict read()
    {
        m_predict.id = m_table.optionalText("id");
        if (!isId(m_predict.id))
            m_table.reject("id", "An id has small letters, digits and hyphens: slow-client.");
        m_predict.kind = readKind();
        m_predict.question = m_table.text("question");
        m_predict.scenario = m_table.optionalText("scenario");
        m_predict.explanation = m_table.text("explanation");
        m_predict.hints = m_table.optionalTexts("hints");
        switch (m_predict.kind) {
        case PredictKind::choice:
            readAnswers();
            break;
        case PredictKind::lines:
            m_predict.variant = m_table.text("variant");
            m_predict.runs = m_table.texts("runs");
            break;
        case PredictKind::place:
            m_predict.claim = m_table.text("claim");
            m_predict.example = m_table.text("example");
            break;
        }
        m_table.rejectOtherKeys();
        return std::move(m_predict);
    }

private:
    PredictKind readKind()
    {
        const std::string kind = m_table.optionalText("kind");
        if (kind == "lines")
            return PredictKind::lines;
        if (kind == "place")
            return PredictKind::place;
        if (!kind.empty() && kind != "choice")
            m_table.reject("kind", "There is no kind " + inQuotes(kind)
                                       + " of question. Allowed: choice (also where it is left out), lines and place.");
        return PredictKind::choice;
    }

    void readAnswers()
    {
        int rightAnswers = 0;
        for (TomlTable& answer : m_table.tables("answer")) {
            if (answer.optionalFlag("right")) {
                m_predict.right = static_cast<int>(m_predict.answers.size());
                ++rightAnswers;
                if (answer.optionalText("claim").empty())
                    answer.reject("right", "The right answer needs a claim that the run can be asked for.");
            }
            m_predict.answers.push_back({answer.text("text"), answer.optionalText("claim")});
            answer.rejectOtherKeys();
        }
        if (rightAnswers != 1)
            reject("A predict block needs exactly one answer with right = true.");
        if (m_predict.answers.size() < 2)
            reject("A predict block needs at least two answers.");
    }

    void reject(std::string message) { m_errors.push_back({std::move(message), m_file, m_predict.line}); }

    TomlTable& m_table;
    const std::string& m_file;
    std::vector<Diagnostic>& m_errors;
    Predict m_predict;
};

} // namespace

Predict readPredict(std::string_view content, const std::string& file, int line, std::vector<Diagnostic>& errors)
{
    // The block's text begins on the line behind its fence.
    Result<TomlValue> document = parseToml(content, file, line + 1);
    if (!document) {
        errors.push_back(document.error());
        Predict unread;
        unread.line = line;
        return unread;
    }
    TomlValue root = *std::move(document);
    // What is missing is missing from the block: told at its fence, and not at its first key.
    root.line = line;
    TomlTable table{root, "A predict block", file, errors};
    return PredictReader{table, file, line, errors}.read();
}

} // namespace awaitscope
