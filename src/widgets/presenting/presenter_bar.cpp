// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/presenting/presenter_bar.hpp"

#include "present/story/presenter.hpp"
#include "widgets/in_every_language.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace awaitscope {

PresenterBar::PresenterBar(Presenter& presenter, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_layout(new QVBoxLayout(this)),
      m_title(new QLabel(this)),
      m_place(new QLabel(this)),
      m_line(new QLabel(this))
{
    auto* const head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_place, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_layout->addLayout(head);
    m_layout->addWidget(m_line);
    for (QLabel* const label : {m_title, m_place, m_line})
        label->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(1);
    m_line->setWordWrap(true);
    connect(&presenter, &Presenter::changed, this, &PresenterBar::refresh);
    setTheme(theme);
    refresh();
}

void PresenterBar::setTheme(const Theme& theme)
{
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
}

void PresenterBar::setLineShown(bool shown)
{
    m_isLineShown = shown;
    refresh();
}

QString PresenterBar::title() const { return m_title->text(); }

QString PresenterBar::line() const { return m_isLineShown ? m_line->text() : QString(); }

void PresenterBar::refresh()
{
    m_title->setText(m_presenter.title());
    m_place->setText(m_presenter.place());
    m_line->setText(m_presenter.storyLine());
    m_line->setVisible(m_isLineShown && !m_line->text().isEmpty());
}

PresenterHints::PresenterHints(const Theme& theme, QWidget* parent) : QFrame(parent), m_label(new QLabel(this))
{
    auto* const layout = new QHBoxLayout(this);
    layout->addWidget(m_label);
    m_label->setMinimumWidth(1);
    inEveryLanguage(*this, [this] { setSetPieces(m_count); });
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
}

void PresenterHints::setSetPieces(int count)
{
    m_count = count;
    QStringList hints{tr("Page Down next"), tr("Page Up back"), tr("Space play"), tr("R answer")};
    if (count > 0)
        hints += count == 1 ? tr("1 set piece") : tr("1–%1 set pieces").arg(count);
    hints += {tr("Home restart"), tr("B blank"), tr("X laser"), tr("? keys"), tr("F5 leave")};
    m_label->setText(hints.join(QStringLiteral("     ")));
}

} // namespace awaitscope
