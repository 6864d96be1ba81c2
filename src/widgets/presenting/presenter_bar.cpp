// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/presenting/presenter_bar.hpp"

#include "present/story/presenter.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/presenting/slide_question.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

PresenterBar::PresenterBar(Presenter& presenter, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_theme(theme),
      m_layout(new QVBoxLayout(this)),
      m_title(new QLabel(this)),
      m_meaning(new QLabel(this)),
      m_place(new QLabel(this)),
      m_line(new QLabel(this)),
      m_question(new SlideQuestion(theme, this))
{
    auto* const head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_meaning, 0, Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(m_place, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_layout->addLayout(head);
    m_layout->addWidget(m_line);
    m_layout->addWidget(m_question);
    m_meaning->setAutoFillBackground(true);
    for (QLabel* const label : {m_title, m_meaning, m_place, m_line})
        label->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(1);
    m_line->setWordWrap(true);
    connect(&presenter, &Presenter::changed, this, &PresenterBar::refresh);
    setTheme(theme);
    refresh();
}

void PresenterBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    m_layout->setContentsMargins(side, static_cast<int>(theme.px(8)), side, 0);
    m_layout->setSpacing(static_cast<int>(theme.px(2)));
    m_title->setFont(theme.uiFont(20, QFont::Bold));
    m_place->setFont(theme.uiFont(15, QFont::Medium));
    m_line->setFont(theme.uiFont(15));
    QPalette palette = theme.palette();
    m_title->setPalette(palette);
    m_line->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_place->setPalette(palette);
    m_place->setContentsMargins(side, 0, 0, 0);
    m_meaning->setFont(theme.uiFont(15, QFont::DemiBold));
    m_meaning->setContentsMargins(side / 2, 0, side / 2, 0);
    palette.setColor(QPalette::Window, theme.cut.fill);
    palette.setColor(QPalette::WindowText, theme.cut.text);
    m_meaning->setPalette(palette);
    m_question->setTheme(theme);
}

void PresenterBar::setLineShown(bool shown)
{
    m_isLineShown = shown;
    refresh();
}

int PresenterBar::heightAt(double scale, int width) const
{
    Theme theme = m_theme;
    theme.scale = scale;
    const int room = width - 2 * static_cast<int>(theme.px(14));
    const int line = QFontMetrics(theme.uiFont(15)).boundingRect(0, 0, room, 10'000, Qt::TextWordWrap, m_presenter.subtitle()).height();
    int below = m_isLineShown && !m_presenter.subtitle().isEmpty() ? line : 0;
    for (const QuestionSlide& slide : m_presenter.questionsOfScene())
        below = std::max(below, SlideQuestion::heightOf(slide, room, theme));
    return static_cast<int>(theme.px(8 + 2)) + QFontMetrics(theme.uiFont(20, QFont::Bold)).height() + below;
}

QString PresenterBar::title() const { return m_title->text(); }

QString PresenterBar::line() const { return m_line->isHidden() ? QString() : m_line->text(); }

void PresenterBar::refresh()
{
    m_title->setText(m_presenter.title());
    m_place->setText(m_presenter.place());
    m_meaning->setText(m_presenter.meaning());
    m_meaning->setAccessibleName(tr("A cancel is: %1").arg(m_presenter.meaning()));
    m_line->setText(m_presenter.subtitle());
    const std::optional<QuestionSlide> question = m_presenter.question();
    m_question->setVisible(question.has_value());
    m_question->set(question.value_or(QuestionSlide{}));
    // The room reads one thing at a time.
    m_line->setVisible(m_isLineShown && !question && !m_line->text().isEmpty());
}

PresenterHints::PresenterHints(const Theme& theme, QWidget* parent) : QFrame(parent), m_label(new QLabel(this))
{
    auto* const layout = new QHBoxLayout(this);
    layout->addWidget(m_label);
    m_label->setMinimumWidth(1);
    inEveryLanguage(*this, [this] { set(m_setPieces, m_letters); });
    setTheme(theme);
}

void PresenterHints::setTheme(const Theme& theme)
{
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, 0, side, static_cast<int>(theme.px(6)));
    m_label->setFont(theme.uiFont(11.5, QFont::Medium));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_label->setPalette(palette);
    fit();
}

void PresenterHints::set(int setPieces, int letters)
{
    m_setPieces = setPieces;
    m_letters = letters;
    QStringList hints{tr("Page Down next"), tr("Page Up back"), tr("Space play"), tr("R answer")};
    if (letters > 0)
        hints += tr("A–%1 vote").arg(QChar('A' + letters - 1));
    if (setPieces > 0)
        hints += setPieces == 1 ? tr("1 set piece") : tr("1–%1 set pieces").arg(setPieces);
    hints += {tr("Home restart"), letters > 1 ? tr(". blank") : tr("B blank"), tr("X laser"), tr("? keys"), tr("F5 leave")};
    m_hints = hints;
    fit();
}

void PresenterHints::fit()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    QStringList shown = m_hints;
    QString text = shown.join(QStringLiteral("     "));
    // The last two say where all keys are, and how to get away; what stands before them is given up first.
    for (int gap = 5; m_label->fontMetrics().horizontalAdvance(text) > room && shown.size() > 2; gap = 3) {
        if (gap < 5)
            shown.removeAt(shown.size() - 3);
        text = shown.join(QStringLiteral("   "));
    }
    m_label->setText(text);
}

void PresenterHints::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

} // namespace awaitscope
