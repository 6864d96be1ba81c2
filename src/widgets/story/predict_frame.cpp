// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/predict_frame.hpp"

#include "present/time/times.hpp"
#include "present/text/qt_text.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/story/story_text.hpp"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

#include <utility>

namespace awaitscope {

namespace {

/// In a sheet of buttons an ampersand is no mnemonic.
QString plain(QString text) { return text.replace('&', QStringLiteral("&&")); }

/// In as many lines as it needs: a button cuts what is too long for it.
QString brokenToFit(const QString& text, const QFontMetrics& metrics, int room)
{
    QString broken;
    QString line;
    for (const QString& word : text.split(' ')) {
        const QString longer = line.isEmpty() ? word : line + ' ' + word;
        if (line.isEmpty() || metrics.horizontalAdvance(longer) <= room) {
            line = longer;
            continue;
        }
        broken += line + '\n';
        line = word;
    }
    return broken + line;
}

} // namespace

PredictFrame::PredictFrame(Session& session, const Predict& predict, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_lesson(session.lesson().slug),
      m_predict(predict),
      m_theme(theme)
{
    setObjectName(QStringLiteral("predict"));
    m_heading = new QLabel(tr("Predict first"), this);
    m_question = new StoryText(theme, this);
    m_hints = new StoryText(theme, this);
    m_verdict = new StoryText(theme, this);
    m_question->setAccessibleName(tr("Question"));
    m_hints->setAccessibleName(tr("Hints"));
    m_verdict->setAccessibleName(tr("Answer"));
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
    m_hint = makeLink({}, tr("A nudge, without the answer (%1)").arg(keyOf(Act::hint)));
    connect(m_hint, &QPushButton::clicked, this,
            [this] { m_session.predictions().showHint(m_session.lesson(), m_predict); });
    m_show = makeLink(tr("Show me"), tr("The answer, without a guess (%1)").arg(keyOf(Act::reveal)));
    connect(m_show, &QPushButton::clicked, this, [this] { m_session.showAnswer(m_predict); });
    m_play = makeLink(tr("See it happen"), tr("Plays the run that was asked about from where it was covered"));
    connect(m_play, &QPushButton::clicked, this, [this] { m_session.playAnswer(m_predict); });

    const bool isChoice = predict.kind == PredictKind::choice;
    m_answerRow = new QBoxLayout(isChoice ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    makeAnswers();
    m_links = new QBoxLayout(QBoxLayout::LeftToRight);
    for (QPushButton* const button : links())
        m_links->addWidget(button, 0, Qt::AlignLeft);
    m_links->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_question);
    layout->addLayout(m_answerRow);
    layout->addWidget(m_hints);
    layout->addLayout(m_links);
    layout->addWidget(m_verdict);
    // Tab goes as the eye does.
    QWidget* before = m_question;
    for (QAbstractButton* const button : m_answers)
        setTabOrder(std::exchange(before, button), button);
    for (QPushButton* const button : links())
        setTabOrder(std::exchange(before, button), button);
    // Return answers as Space does: a button of a window that is no dialog knows only the latter.
    for (QAbstractButton* const button : m_answers)
        button->installEventFilter(this);
    for (QPushButton* const button : links())
        button->installEventFilter(this);
    connect(&session.predictions(), &Predictions::changed, this, &PredictFrame::refresh);
    connect(&session, &Session::runChanged, this, &PredictFrame::refresh);
    setTheme(theme);
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

std::vector<QPushButton*> PredictFrame::links() const { return {m_setUp, m_check, m_hint, m_show, m_play}; }

std::vector<QWidget*> PredictFrame::inTabOrder() const
{
    std::vector<QWidget*> order{m_question};
    order.insert(order.end(), m_answers.begin(), m_answers.end());
    for (QPushButton* const button : links())
        order.push_back(button);
    order.push_back(m_hints);
    order.push_back(m_verdict);
    return order;
}

bool PredictFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        auto* const button = qobject_cast<QAbstractButton*>(watched);
        if (button && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !key->isAutoRepeat()) {
            button->click();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

QPushButton* PredictFrame::makeLink(const QString& text, const QString& tip)
{
    auto* const button = new QPushButton(text, this);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setAutoDefault(false);
    button->setToolTip(tip);
    return button;
}

void PredictFrame::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, static_cast<int>(theme.px(12)), side, static_cast<int>(theme.px(12)));
    layout()->setSpacing(static_cast<int>(theme.px(9)));
    m_answerRow->setSpacing(static_cast<int>(theme.px(6)));
    m_heading->setFont(theme.uiFont(14, QFont::DemiBold));
    QPalette palette = m_heading->palette();
    palette.setColor(QPalette::WindowText, theme.clickable.line);
    m_heading->setPalette(palette);
    const bool isCode = m_predict.kind == PredictKind::lines;
    for (QAbstractButton* const button : m_answers) {
        button->setFont(isCode ? theme.codeFont(11.5) : theme.uiFont(13, QFont::Medium));
        if (isCode)
            button->setPalette(theme.palette());
    }
    for (QPushButton* const button : links())
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_question->setTheme(theme);
    m_question->setMarkdownText(qt(m_predict.question));
    m_hints->setTheme(theme);
    refresh();
    update();
}

QString PredictFrame::verdict() const { return judgementOf(m_session.lesson(), m_predict, m_session.predictions()); }

QString PredictFrame::hints() const
{
    const QuestionProgress state = m_session.predictions().stateOf(m_session.lesson(), m_predict);
    QStringList hints;
    for (int i = 0; i < state.hints && i < static_cast<int>(m_predict.hints.size()); ++i)
        hints += tr("**Hint %1.** %2").arg(i + 1).arg(qt(m_predict.hints[static_cast<std::size_t>(i)]));
    return hints.join(QStringLiteral("\n\n"));
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
    m_texts[i] = sign + qt(m_predict.answers[i].text); // put onto the button by arrangeAnswers(), which knows its room
}

void PredictFrame::refresh()
{
    const Lesson& lesson = m_session.lesson();
    if (lesson.slug != m_lesson)
        return; // the story of the next one is about to take its place
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
    const int left = static_cast<int>(m_predict.hints.size()) - state.hints;
    const bool isTold = state.tries == 0 || (state.isShown && !state.isRight);
    m_heading->setText(!isSettled ? tr("Predict first") : isTold ? tr("The answer") : tr("Your prediction"));
    m_hint->setVisible(left > 0 && !isSettled);
    m_hint->setText(state.hints > 0 ? tr("Next hint") : tr("Hint"));
    m_hints->setMarkdownText(hints(), 13);
    m_hints->setVisible(state.hints > 0);
    m_show->setVisible(!isSettled);
    m_play->setVisible(isSettled || (isPlace && state.tries > 0));

    // Green says that the answer was right. No colour says that it was wrong: orange is for what is violated.
    const QString words = verdict();
    Theme theme = m_theme;
    if (words.startsWith(QStringLiteral("**✓")))
        theme.text = theme.holds.text;
    m_verdict->setTheme(theme);
    m_verdict->setMarkdownText(words, 13);
    m_verdict->setVisible(!words.isEmpty());
    arrangeAnswers();
    if (words != std::exchange(m_said, words) && m_isReady && !words.isEmpty())
        Q_EMIT judged();
    m_isReady = true;
}

void PredictFrame::takeFocus()
{
    QWidget* const first = !m_answers.empty() ? static_cast<QWidget*>(m_answers.front()) : m_check->isHidden() ? m_setUp : m_check;
    first->setFocus(Qt::ShortcutFocusReason);
}

void PredictFrame::arrangeAnswers()
{
    if (m_predict.kind == PredictKind::lines) {
        const std::vector<AskedLine>& lines = m_session.predictions().linesOf(m_session.lesson(), m_predict);
        const QMargins margins = layout()->contentsMargins();
        const int room = width() - margins.left() - margins.right() - static_cast<int>(m_theme.px(26));
        for (std::size_t i = 0; i < m_answers.size(); ++i)
            m_answers[i]->setText(m_answers[i]
                                      ->fontMetrics()
                                      .elidedText(qt(lines.at(i).text), Qt::ElideRight, std::max(1, room))
                                      .replace('&', QStringLiteral("&&")));
    }
    // Side by side where there is room for all of them, else one below the other.
    const int room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const auto arrange = [room](QBoxLayout& row, const auto& buttons) {
        int wanted = 0;
        for (const QAbstractButton* const button : buttons) {
            if (!button->isHidden())
                wanted += button->sizeHint().width() + row.spacing();
        }
        row.setDirection(wanted - row.spacing() <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    };
    if (m_predict.kind == PredictKind::choice) {
        for (std::size_t i = 0; i < m_answers.size(); ++i) {
            QAbstractButton& button = *m_answers[i];
            button.setText(plain(m_texts[i]));
            const int frame = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(m_texts[i]);
            button.setText(plain(brokenToFit(m_texts[i], button.fontMetrics(), room - frame)));
        }
        arrange(*m_answerRow, m_answers);
    }
    arrange(*m_links, links());
}

void PredictFrame::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrangeAnswers();
}

void PredictFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.panelBorder);
    painter.setBrush(m_theme.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace awaitscope
