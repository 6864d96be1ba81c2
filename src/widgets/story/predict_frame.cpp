// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/predict_frame.hpp"

#include "present/time/times.hpp"
#include "present/text/broken_rows.hpp"
#include "present/text/qt_text.hpp"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalBlocker>

namespace awaitscope {

namespace {

/// In a sheet of buttons an ampersand is no mnemonic.
QString plain(QString text) { return text.replace('&', QStringLiteral("&&")); }

/// In as many lines as it needs: a button cuts what is too long for it.
QString brokenToFit(const QString& text, const QFontMetrics& metrics, int room)
{
    return brokenRows(text, [&metrics](const QString& row) { return metrics.horizontalAdvance(row); }, room).join('\n');
}

} // namespace

PredictFrame::PredictFrame(Session& session, const Predict& predict, const Theme& theme, QWidget* parent)
    : QuestionFrame(session, predict, theme, parent)
{
    setObjectName(QStringLiteral("predict"));
    m_check = new QPushButton(this);
    m_check->setAutoDefault(false);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_predict.kind == PredictKind::lines)
            m_session.answerLines(m_predict);
        else
            m_session.answerPlace(m_predict);
    });
    m_setUp = makeLink(tr("Set it up"), tr("Shows the run that is asked about"));
    connect(m_setUp, &QPushButton::clicked, this, [this] { m_session.setUp(m_predict); });
    m_play = makeLink(tr("See it happen"), tr("Plays the run that was asked about from where it was covered"));
    connect(m_play, &QPushButton::clicked, this, [this] { m_session.playAnswer(m_predict); });
    const bool isChoice = predict.kind == PredictKind::choice;
    m_answerRow = new QBoxLayout(isChoice ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    makeAnswers();
    arrange(*m_answerRow, {m_setUp, m_check, m_hint, m_show, m_play});
}

void PredictFrame::makeAnswers()
{
    // No button groups: in one Tab reaches a single button, and the arrows, which lead on, belong to the playhead.
    for (std::size_t i = 0; i < m_predict.answers.size(); ++i) {
        auto* const button = new QPushButton(plain(qt(m_predict.answers[i].text)), this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this,
                [this, i] { m_session.answer(m_predict, static_cast<int>(i)); });
        m_answers.push_back(button);
    }
    m_texts.resize(m_answers.size());
    for (const AskedLine& line : m_session.predictions().linesOf(m_session.lesson(), m_predict)) {
        auto* const box = new QCheckBox(this);
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // its text is cut to what there is
        box->setAccessibleName(qt(line.text));
        box->setToolTip(tr("Line %1: %2\nMarked: it runs to its end.").arg(line.line).arg(qt(line.text)));
        connect(box, &QCheckBox::toggled, this, [this, name = line.name](bool isMarked) {
            m_session.predictions().markLine(m_session.lesson(), m_predict, name, isMarked);
        });
        m_answers.push_back(box);
    }
    for (QAbstractButton* const button : m_answers)
        m_answerRow->addWidget(button);
}

std::vector<QWidget*> PredictFrame::answerWidgets() const { return {m_answers.begin(), m_answers.end()}; }

void PredictFrame::setTheme(const Theme& theme)
{
    m_answerRow->setSpacing(static_cast<int>(theme.px(6)));
    const bool isCode = m_predict.kind == PredictKind::lines;
    for (QAbstractButton* const button : m_answers) {
        button->setFont(isCode ? theme.codeFont(11.5) : theme.uiFont(13, QFont::Medium));
        if (isCode)
            button->setPalette(theme.palette());
    }
    QuestionFrame::setTheme(theme);
}

/// The right one bears a sign once it is told, a wrong one as soon as it is chosen: it is in force no longer.
void PredictFrame::showAnswer(std::size_t i, const QuestionProgress& state, bool isSettled)
{
    const QSignalBlocker quiet{m_answers[i]};
    if (m_predict.kind == PredictKind::lines) {
        m_answers[i]->setChecked(state.lines.contains(m_session.predictions().linesOf(m_session.lesson(), m_predict).at(i).name));
        return;
    }
    const bool isRight = m_predict.right == static_cast<int>(i);
    const bool isChosen = state.choice == static_cast<int>(i);
    m_answers[i]->setChecked(isChosen && isRight);
    const QString sign = isRight && isSettled ? QStringLiteral("✓ ") : isChosen && !isRight ? QStringLiteral("✗ ") : QString();
    m_texts[i] = sign + qt(m_predict.answers[i].text); // put onto the button by fit(), which knows its room
}

void PredictFrame::refresh()
{
    const Lesson& lesson = m_session.lesson();
    const Predictions& predictions = m_session.predictions();
    const QuestionProgress state = predictions.stateOf(lesson, m_predict);
    const bool isSettled = predictions.isSettled(lesson, m_predict);
    for (std::size_t i = 0; i < m_answers.size(); ++i)
        showAnswer(i, state, isSettled);
    const std::optional<VirtualDuration> timeout = m_session.run().timeout;
    const bool isPlace = m_predict.kind == PredictKind::place;
    // What is read while the question is has to be what it speaks of.
    const bool isSetUp = Predictions::isSetUp(lesson, m_predict, m_session.scenario());
    m_setUp->setVisible(!isSetUp && !isSettled);
    m_check->setVisible(m_predict.kind != PredictKind::choice && (isSetUp || !isPlace || isSettled));
    m_check->setText(!isPlace  ? tr("Check")
                     : timeout ? tr("Fire at %1").arg(readableTime(*timeout))
                               : tr("No timeout yet"));
    m_check->setEnabled(!isPlace || (isSetUp && timeout.has_value()));
    const bool isTold = state.tries == 0 || (state.isShown && !state.isRight);
    setHeading(!isSettled ? tr("Predict first") : isTold ? tr("The answer") : tr("Your prediction"));
    m_play->setVisible(isSettled || (isPlace && state.tries > 0));
    QuestionFrame::refresh();
}

void PredictFrame::takeFocus()
{
    QWidget* const first = !m_answers.empty() ? static_cast<QWidget*>(m_answers.front()) : m_check->isHidden() ? m_setUp : m_check;
    first->setFocus(Qt::ShortcutFocusReason);
}

void PredictFrame::fit()
{
    if (m_predict.kind == PredictKind::lines) {
        const std::vector<AskedLine>& lines = m_session.predictions().linesOf(m_session.lesson(), m_predict);
        const int width = room() - static_cast<int>(m_theme.px(26));
        for (std::size_t i = 0; i < m_answers.size(); ++i)
            m_answers[i]->setText(m_answers[i]
                                      ->fontMetrics()
                                      .elidedText(qt(lines.at(i).text), Qt::ElideRight, std::max(1, width))
                                      .replace('&', QStringLiteral("&&")));
    }
    if (m_predict.kind == PredictKind::choice) {
        for (std::size_t i = 0; i < m_answers.size(); ++i) {
            QAbstractButton& button = *m_answers[i];
            button.setText(plain(m_texts[i]));
            const int frame = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(m_texts[i]);
            button.setText(plain(brokenToFit(m_texts[i], button.fontMetrics(), room() - frame)));
        }
        arrangeRow(*m_answerRow, answerWidgets());
    }
    QuestionFrame::fit();
}

} // namespace awaitscope
