// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/caller_code_pane.hpp"

#include "present/words/sentences.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/in_every_language.hpp"

#include <QLabel>
#include <QVBoxLayout>

namespace awaitscope {

CallerCodePane::CallerCodePane(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session)
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("code-caller"));
    m_title = new QLabel(this);
    m_view = new CodeView(theme, this);
    inEveryLanguage(*this, [this] {
        showMoment();
        m_view->setAccessibleName(tr("Source of the caller"));
    });
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_view, 1);
    connect(&session, &Session::lessonChanged, this, &CallerCodePane::showLesson);
    for (const auto signal : {&Session::runChanged, &Session::coverChanged})
        connect(&session, signal, this, &CallerCodePane::showMoment);
    connect(&session.playback(), &Playback::positionChanged, this, &CallerCodePane::showMoment);
    setTheme(theme);
    showLesson();
}

void CallerCodePane::setTheme(const Theme& theme)
{
    m_title->setFont(theme.titleFont());
    m_title->setContentsMargins(static_cast<int>(theme.px(14)), static_cast<int>(theme.px(10)),
                                static_cast<int>(theme.px(14)), static_cast<int>(theme.px(4)));
    layout()->setContentsMargins(1, 1, 1, static_cast<int>(theme.px(6)));
    layout()->setSpacing(0);
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_title->setPalette(palette);
    m_view->setTheme(theme);
}

void CallerCodePane::flashMark(const QString& mark)
{
    const LessonFile* const file = callerSourceOf(m_session.lesson());
    for (const auto& [name, line] : marksOf(m_session.lesson(), mark.toStdString())) {
        if (file && name == file->name)
            m_view->flash(line, !m_session.playback().isStepwise());
    }
}

void CallerCodePane::showLesson()
{
    const Lesson& lesson = m_session.lesson();
    const LessonFile* const file = callerSourceOf(lesson);
    const QString text = file ? QString::fromStdString(file->text) : QString();
    if (text != m_text || text.isEmpty()) {
        m_text = text;
        m_view->setSource(text, file ? findFirstAwait(file->text, lesson.caller) : std::nullopt);
    }
    showMoment();
}

void CallerCodePane::showMoment()
{
    m_title->setText(callerTitleOf(m_session.lesson(), m_session.run(), m_session.cover().run));
    const LessonFile* const file = callerSourceOf(m_session.lesson());
    const std::vector<VariantRun>& runs = m_session.run().variants;
    if (!file || runs.empty())
        m_view->setPicture({});
    else
        m_view->setPicture(codeAt(*file, runs.front(), m_session.playback().position()));
}

} // namespace awaitscope
