// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/repair_bar.hpp"

#include "present/editing/edits.hpp"
#include "present/editing/page_repair_words.hpp"
#include "present/session/session.hpp"
#include "widgets/in_every_language.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace awaitscope {

namespace {

constexpr std::chrono::milliseconds pauseToLookAtText{250};

} // namespace

RepairBar::RepairBar(Session& session, Edits& edits, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_edits(edits),
      m_theme(theme),
      m_words(new QLabel(this)),
      m_show(new QPushButton(this)),
      m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("repair-bar"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setMinimumWidth(1);
    m_show->setFocusPolicy(Qt::TabFocus);
    auto* const layout = new QHBoxLayout(this);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_show, 0, Qt::AlignTop);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseToLookAtText);
    connect(m_pause, &QTimer::timeout, this, &RepairBar::look);
    connect(m_show, &QPushButton::clicked, this, &RepairBar::wanted);
    connect(&edits, &Edits::changed, m_pause, [this] { m_pause->start(); });
    inEveryLanguage(*this, [this] {
        m_show->setText(tr("Show the change…"));
        refresh();
    });
    setTheme(theme);
    look();
}

void RepairBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(side, 4, side, 4);
    m_words->setFont(theme.uiFont(12.5));
    m_words->setPalette(theme.palette());
    m_show->setFont(theme.uiFont(12.5, QFont::Medium));
}

QString RepairBar::words() const
{
    if (!m_repair)
        return {};
    const QString outside = outsideWords(*m_repair);
    return outside.isEmpty() ? repairWords(*m_repair) : repairWords(*m_repair) + ' ' + outside;
}

void RepairBar::look()
{
    const Edit* const edit = m_session.lesson().isSandbox ? m_edits.find(m_edits.variantToEdit()) : nullptr;
    const QString text = edit ? edit->text : QString();
    if (text == m_text && edit)
        return;
    m_text = text;
    m_repair = edit ? findPageRepair(text.toStdString()) : std::nullopt;
    refresh();
}

void RepairBar::refresh()
{
    m_words->setText(words());
    m_show->setVisible(m_repair && m_repair->text);
    setVisible(m_repair.has_value());
}

} // namespace awaitscope
