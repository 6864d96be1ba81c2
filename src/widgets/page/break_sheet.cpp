// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/break_sheet.hpp"

#include "present/editing/break_finder.hpp"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace awaitscope {

BreakSheet::BreakSheet(const Theme& theme, BreakFinder& finder, QWidget* window)
    : QDialog(window),
      m_finder(finder),
      m_moves(new QCheckBox(tr("Also with each other time of the file by its half and its double (compiles each)"), this)),
      m_search(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_words(new QLabel(this)),
      m_scenario(new QLabel(this)),
      m_copy(new QPushButton(tr("Copy the link"), this)),
      m_show(new QPushButton(tr("Show it"), this))
{
    setObjectName(QStringLiteral("break-sheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find what breaks it"));
    setPalette(theme.palette());
    auto* const why = new QLabel(tr("Tries every timeout, and every await while it is pending and when it has completed."), this);
    for (QLabel* const label : {why, m_words, m_scenario}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setPalette(theme.palette());
        label->setFont(theme.uiFont(14));
    }
    m_words->setMinimumHeight(QFontMetrics(m_words->font()).lineSpacing() * 4);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_words->setAccessibleName(tr("What came of it"));
    m_scenario->setFont(theme.codeFont(12.5));
    m_scenario->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_moves->setFont(theme.uiFont(13));
    m_moves->setPalette(theme.palette());
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(static_cast<int>(theme.px(4)));
    auto* const close = new QPushButton(tr("Close"), this);
    for (QPushButton* const button : {m_search, m_copy, m_show, close})
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_search->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_finder.isSearching())
            m_finder.stop();
        else
            m_finder.start(m_moves->isChecked());
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyWanted(m_finder.scenario()); });
    connect(m_show, &QPushButton::clicked, this, [this] {
        Q_EMIT showWanted(m_finder.scenario(), m_finder.movedText());
        accept();
    });
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_search);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_show);
    buttons->addWidget(close);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(why);
    layout->addWidget(m_moves);
    layout->addWidget(m_progress);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_scenario);
    layout->addLayout(buttons);
    connect(&finder, &BreakFinder::changed, this, &BreakSheet::refresh);
    connect(this, &QDialog::finished, &finder, &BreakFinder::stop); // which need not outlive a sheet that goes with its window
    refresh();
    resize(static_cast<int>(theme.px(620)), static_cast<int>(theme.px(320)));
}

QString BreakSheet::words() const { return m_words->text(); }

void BreakSheet::refresh()
{
    const bool isSearching = m_finder.isSearching();
    m_search->setText(isSearching ? tr("Stop") : tr("Search"));
    m_moves->setEnabled(!isSearching);
    m_progress->setVisible(isSearching);
    m_words->setText(m_finder.words());
    const bool isFound = !isSearching && !m_finder.scenario().isEmpty();
    m_scenario->setText(isFound ? m_finder.scenario() : QString());
    m_copy->setVisible(isFound);
    m_show->setVisible(isFound);
}

} // namespace awaitscope
