// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/story/story_pane.hpp"

#include "present/story/lesson_path.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/story/predict_frame.hpp"
#include "widgets/story/story_body.hpp"
#include "widgets/story/story_text.hpp"
#include "widgets/story/task_frame.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QPointer>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int barGap = 2; // pixels between the bar and the edge of the panel

} // namespace

StoryPane::StoryPane(Session& session, TaskJudge& tasks, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_tasks(tasks),
      m_theme(theme)
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("story"));
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    m_place = new QLabel(this);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_back = new QPushButton(this);
    m_back->setObjectName(QStringLiteral("back"));
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("next"));
    inEveryLanguage(*this, [this] {
        m_scroll->setAccessibleName(tr("Story"));
        m_back->setToolTip(tr("The scene before (Page Up)"));
        m_next->setToolTip(tr("The next scene (Page Down)"));
    });
    for (QPushButton* button : {m_back, m_next}) {
        button->setProperty("link", true);
        button->setCursor(Qt::PointingHandCursor);
        button->setAutoDefault(false);
    }
    m_header = new QHBoxLayout;
    auto* const header = m_header;
    header->addWidget(m_title, 1);
    header->addWidget(m_place, 0, Qt::AlignRight | Qt::AlignBottom);
    m_footer = new QHBoxLayout;
    auto* const footer = m_footer;
    footer->addWidget(m_back);
    footer->addStretch(1);
    footer->addWidget(m_next);
    m_layout = new QVBoxLayout(this);
    m_layout->addLayout(header);
    m_layout->addWidget(m_scroll, 1);
    m_layout->addLayout(footer);
    connect(m_back, &QPushButton::clicked, this, [this] { m_session.setScene(m_session.scene() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_session.setScene(m_session.scene() + 1); });
    connect(&session, &Session::lessonChanged, this, &StoryPane::showScene);
    connect(&session, &Session::sceneChanged, this, &StoryPane::showScene);
    connect(&session, &Session::runChanged, this, &StoryPane::showScene);
    connect(&session.predictions(), &Predictions::changed, this, &StoryPane::showScene);
    setTheme(theme);
}

void StoryPane::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(15));
    // The bar of the text scrolls in the margin.
    m_layout->setContentsMargins(side, static_cast<int>(theme.px(15)), barGap, static_cast<int>(theme.px(10)));
    for (QHBoxLayout* const row : {m_header, m_footer})
        row->setContentsMargins(0, 0, side - barGap, 0);
    m_layout->setSpacing(static_cast<int>(theme.px(12)));
    m_title->setFont(theme.uiFont(17, QFont::Bold));
    m_place->setFont(theme.uiFont(13));
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_title->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_place->setPalette(palette);
    for (QPushButton* button : {m_back, m_next})
        button->setFont(theme.titleFont());
    m_shown = {};
    showScene();
}

void StoryPane::showScene()
{
    StoryPicture picture = storyOf(m_session.lesson(), m_session.scene(), m_session.scenario().model);
    if (picture.next.isEmpty() && !picture.title.isEmpty())
        addEnd(picture, m_session.lesson(), lessonsOfPath(m_session));
    m_title->setText(picture.title);
    m_place->setText(picture.place);
    m_place->setToolTip(progressWords(m_session.lesson(), m_session.predictions().progress()));
    m_place->setAccessibleName(tr("Scene %1").arg(picture.place));
    // What is about to go hands the focus to the text: Qt would hand it to whatever comes next, which Space would press.
    const QWidget* const focus = QApplication::focusWidget();
    const bool goes = (focus == m_back && picture.back.isEmpty()) || (focus == m_next && picture.next.isEmpty());
    if (goes)
        m_scroll->setFocus(Qt::OtherFocusReason);
    m_back->setText(picture.back);
    m_back->setVisible(!picture.back.isEmpty());
    m_next->setVisible(!picture.next.isEmpty());
    m_nextLabel = picture.next;
    fitNext();
    if (m_body && picture.pieces == m_shown.pieces && picture.title == m_shown.title)
        return; // the run changed, the text did not: keep its scroll position and focus
    const bool sameScene = m_body && picture.title == m_shown.title && picture.place == m_shown.place;
    const auto [question, answer] = sameScene ? focusedAnswer() : std::pair{-1, -1};
    if (m_body && m_body->isAncestorOf(QApplication::focusWidget()))
        m_scroll->setFocus(Qt::OtherFocusReason); // likewise
    const int scrolled = sameScene ? m_scroll->verticalScrollBar()->value() : 0;
    m_shown = std::move(picture);
    const int side = m_layout->contentsMargins().left();
    auto* const body = new StoryBody(*m_scroll, side - barGap);
    m_body = body;
    m_pieces = &body->column();
    m_pieces->setSpacing(static_cast<int>(m_theme.px(14)));
    for (const StoryPiece& piece : m_shown.pieces) {
        if (piece.predict)
            addQuestion(*piece.predict);
        else
            addText(piece.markdown);
    }
    m_pieces->addStretch(1);
    // A click in the body before may be what led here: it goes when that has returned.
    if (QWidget* const before = m_scroll->takeWidget())
        before->deleteLater();
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    orderTabs(); // now that it is part of the window
    m_scroll->verticalScrollBar()->setValue(scrolled);
    // Its answer may be what led to another text: who answers by keys goes on there.
    const std::vector<PredictFrame*> frames = questions();
    if (question >= 0 && question < static_cast<int>(frames.size())) {
        const auto& answers = frames[static_cast<std::size_t>(question)]->answers();
        if (answer < static_cast<int>(answers.size()))
            answers[static_cast<std::size_t>(answer)]->setFocus();
    }
}

/// The body is younger than all else in the window: Tab would come to it last.
void StoryPane::orderTabs()
{
    QWidget* last = m_scroll;
    const auto append = [&last](QWidget* next) {
        setTabOrder(last, next);
        last = next;
    };
    for (int i = 0; i < m_pieces->count(); ++i) {
        QWidget* const piece = m_pieces->itemAt(i)->widget();
        if (const auto* const frame = qobject_cast<QuestionFrame*>(piece))
            std::ranges::for_each(frame->inTabOrder(), append);
        else if (piece)
            append(piece);
    }
    append(m_back);
    append(m_next);
}

void StoryPane::fitNext()
{
    // A long title gives way at its comma, then anywhere.
    const QFontMetrics metrics(m_next->font());
    const QMargins margins = m_layout->contentsMargins();
    const int taken = m_back->isHidden() ? 0 : m_back->sizeHint().width();
    const int room = width() - 2 * margins.left() - taken - static_cast<int>(m_theme.px(28));
    QString label = m_nextLabel;
    if (metrics.horizontalAdvance(label) > room)
        label = label.section(',', 0, 0);
    m_next->setText(metrics.elidedText(label, Qt::ElideRight, std::max(room, 0)));
    m_next->setAccessibleName(m_nextLabel);
}

void StoryPane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitNext();
}

StoryText* StoryPane::addText(const QString& markdown)
{
    auto* const text = new StoryText(m_theme, m_body);
    text->setMarkdownText(markdown);
    text->setAccessibleName(m_shown.title);
    m_pieces->addWidget(text);
    connect(text, &QTextBrowser::anchorClicked, this, &StoryPane::follow);
    return text;
}

void StoryPane::addQuestion(const Predict& predict)
{
    QuestionFrame* frame = nullptr;
    if (isTask(predict.kind)) {
        auto* const task = new TaskFrame(m_session, m_tasks, predict, m_theme, m_body);
        connect(task, &TaskFrame::editWanted, this, &StoryPane::taskEditWanted);
        frame = task;
    } else {
        frame = new PredictFrame(m_session, predict, m_theme, m_body);
    }
    m_pieces->addWidget(frame);
    // What is said of a try is what one wants to read next: once it has its place, it is scrolled into sight.
    connect(frame, &QuestionFrame::judged, this, [this, frame] {
        // Either may be gone by then: the story is rebuilt, the window closed.
        QTimer::singleShot(0, this, [this, shown = QPointer(frame)] {
            if (!shown)
                return;
            m_body->layout()->activate();
            m_scroll->ensureVisible(0, shown->geometry().bottom() + 1, 0, 0); // where it stands
        });
    });
}

bool StoryPane::goToQuestion()
{
    const std::vector<QuestionFrame*> all = frames();
    if (all.empty())
        return false;
    const Predict* const open = m_session.questionAtHand();
    const auto found = std::ranges::find_if(all, [open](QuestionFrame* frame) { return &frame->predict() == open; });
    QuestionFrame* const frame = found == all.end() ? all.back() : *found;
    m_scroll->ensureWidgetVisible(frame, 0, 0);
    frame->takeFocus();
    return true;
}

std::pair<int, int> StoryPane::focusedAnswer() const
{
    const std::vector<PredictFrame*> frames = questions();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const auto& answers = frames[i]->answers();
        for (std::size_t j = 0; j < answers.size(); ++j) {
            if (answers[j]->hasFocus())
                return {static_cast<int>(i), static_cast<int>(j)};
        }
    }
    return {-1, -1};
}

void StoryPane::follow(const QUrl& link)
{
    const StoryAction action = actionOf(link.toString());
    switch (action.kind) {
    case StoryAction::Kind::scenario:
        m_session.apply(action.target);
        break;
    case StoryAction::Kind::traffic:
        Q_EMIT trafficWanted();
        break;
    case StoryAction::Kind::mark:
        Q_EMIT markActivated(action.target);
        break;
    case StoryAction::Kind::page:
        Q_EMIT pageWanted(action.target);
        break;
    case StoryAction::Kind::lesson:
        m_session.setLesson(action.target, 0);
        break;
    case StoryAction::Kind::edit:
        Q_EMIT editWanted();
        break;
    case StoryAction::Kind::web:
        QDesktopServices::openUrl(link);
        break;
    case StoryAction::Kind::none:
        break;
    }
}

namespace {

template <class Piece>
std::vector<Piece*> piecesOf(const QVBoxLayout& column)
{
    std::vector<Piece*> found;
    for (int i = 0; i < column.count(); ++i) {
        if (auto* const piece = qobject_cast<Piece*>(column.itemAt(i)->widget()))
            found.push_back(piece);
    }
    return found;
}

} // namespace

std::vector<StoryText*> StoryPane::texts() const { return piecesOf<StoryText>(*m_pieces); }

std::vector<QuestionFrame*> StoryPane::frames() const { return piecesOf<QuestionFrame>(*m_pieces); }

std::vector<PredictFrame*> StoryPane::questions() const { return piecesOf<PredictFrame>(*m_pieces); }

std::vector<TaskFrame*> StoryPane::tasks() const { return piecesOf<TaskFrame>(*m_pieces); }

} // namespace awaitscope
