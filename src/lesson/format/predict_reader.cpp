// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/format/predict_reader.hpp"

#include "lesson/text/text.hpp"
#include "lesson/text/toml_value.hpp"

#include <algorithm>
#include <optional>

namespace awaitscope {

namespace {

bool isId(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

class PredictReader
{
public:
    PredictReader(std::string_view block, TomlTable& table, const std::string& file, int line, std::vector<Diagnostic>& errors)
        : m_block{block},
          m_table{table},
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
        m_predict.kind = readKind(); // a task's kind is that of its block
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
        case PredictKind::fix:
            m_predict.variant = m_table.text("of");
            m_predict.solution = m_table.text("solution");
            break;
        case PredictKind::order:
            m_predict.variant = m_table.text("of");
            m_predict.pieces = m_table.texts("lines");
            readOrders();
            break;
        }
        m_table.rejectOtherKeys();
        return std::move(m_predict);
    }

private:
    PredictKind readKind()
    {
        if (m_block == "fix")
            return PredictKind::fix;
        if (m_block == "order")
            return PredictKind::order;
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

    /// "1 3 2": the lines by their places in what is offered.
    void readOrders()
    {
        for (const std::string& text : m_table.texts("orders")) {
            std::vector<int> order;
            std::string_view rest = trimmed(text);
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(' '), rest.size());
                const std::optional<int> piece = pieceOf(rest.substr(0, end));
                if (!piece || std::ranges::find(order, *piece) != order.end()) {
                    m_table.reject("orders", "The order " + inQuotes(text) + " is none. Write the numbers of the lines, each once, from 1 to "
                                                 + std::to_string(m_predict.pieces.size()) + ", such as \"1 3 2\".");
                    return;
                }
                order.push_back(*piece);
                rest = trimmed(rest.substr(end));
            }
            if (order.size() == m_predict.pieces.size())
                m_table.reject("orders", "The order " + inQuotes(text) + " takes every line. Offer two or three more, to be left over.");
            m_predict.orders.push_back(std::move(order));
        }
    }

    std::optional<int> pieceOf(std::string_view number) const
    {
        for (std::size_t i = 0; i < m_predict.pieces.size(); ++i) {
            if (number == std::to_string(i + 1))
                return static_cast<int>(i);
        }
        return std::nullopt;
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

    std::string_view m_block;
    TomlTable& m_table;
    const std::string& m_file;
    std::vector<Diagnostic>& m_errors;
    Predict m_predict;
};

} // namespace

Predict readPredict(std::string_view block, std::string_view content, const std::string& file, int line, std::vector<Diagnostic>& errors)
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
    TomlTable table{root, (block == "order" ? "An " : "A ") + std::string{block} + " block", file, errors};
    return PredictReader{block, table, file, line, errors}.read();
}

} // namespace awaitscope
