// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_pane.hpp"

#include "widgets/code/code_view.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace awaitscope {

CodePane::CodePane(Session& session, const Theme& theme, const QString& variant, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_variant(variant)
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("code-") + variant);
    m_title = new QLabel(this);
    m_view = new CodeView(theme, this);
    m_header = new QHBoxLayout;
    m_header->addWidget(m_title, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(m_header);
    layout->addWidget(m_view, 1);
    connect(m_view, &CodeView::badgeActivated, this, [this](int number) { m_session.aimAt(m_variant, number); });
    connect(&session, &Session::lessonChanged, this, &CodePane::showLesson);
    connect(&session, &Session::runChanged, this, &CodePane::showMoment);
    connect(&session.playback(), &Playback::positionChanged, this, &CodePane::showMoment);
    setTheme(theme);
    showLesson();
}

void CodePane::setTheme(const Theme& theme)
{
    m_title->setFont(theme.uiFont(13.5, QFont::DemiBold));
    const int side = static_cast<int>(theme.px(14));
    m_header->setContentsMargins(side, static_cast<int>(theme.px(10)), side, static_cast<int>(theme.px(4)));
    layout()->setContentsMargins(1, 1, 1, static_cast<int>(theme.px(6)));
    layout()->setSpacing(0);
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_title->setPalette(palette);
    m_view->setTheme(theme);
}

void CodePane::setChangedLines(const std::vector<int>& lines) { m_view->setChangedLines(lines); }

void CodePane::flashMark(const QString& mark)
{
    for (const auto& [file, line] : marksOf(m_session.lesson(), mark.toStdString())) {
        if (QString::fromStdString(file) == m_file)
            m_view->flash(line);
    }
}

void CodePane::showLesson()
{
    const Lesson& lesson = m_session.lesson();
    const std::string name = m_variant.toStdString();
    const VariantSpec* const spec = lesson.findVariant(name);
    const LessonFile* const file = sourceOf(lesson, name);
    const QString subject = QString::fromStdString(lesson.subject);
    const QString title = spec ? QString::fromStdString(spec->title) : m_variant;
    m_title->setText(subject + QStringLiteral(", ") + title.toLower());
    m_file = file ? QString::fromStdString(file->name) : QString();
    m_view->setAccessibleName(tr("Source of %1").arg(m_title->text()));
    const QString text = file ? QString::fromStdString(file->text) : QString();
    if (text != m_text || text.isEmpty()) {
        m_text = text;
        m_view->setSource(text, file ? findFunction(file->text, lesson.subject) : std::nullopt);
    }
    showMoment();
}

void CodePane::showMoment()
{
    const LessonFile* const file = m_session.lesson().findFile(m_file.toStdString());
    for (const VariantRun& run : m_session.run().variants) {
        if (file && run.variant == m_variant.toStdString()) {
            m_view->setPicture(codeAt(*file, run, m_session.playback().position()));
            return;
        }
    }
    m_view->setPicture({});
}

} // namespace awaitscope
