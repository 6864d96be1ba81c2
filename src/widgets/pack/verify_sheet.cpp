// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pack/verify_sheet.hpp"

#include "present/editing/pack_verifier.hpp"
#include "widgets/actions/action_table.hpp"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace awaitscope {

VerifySheet::VerifySheet(const Theme& theme, PackVerifier& verifier, const QString& folder, QWidget* window)
    : QDialog(window),
      m_verifier(verifier),
      m_layout(new QVBoxLayout(this)),
      m_words(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_findings(new QListWidget(this)),
      m_verify(new QPushButton(this)),
      m_copy(new QPushButton(tr("Copy the list"), this)),
      m_open(new QPushButton(tr("Open the file"), this))
{
    setObjectName(QStringLiteral("verify-sheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(rowOf(Act::verifyLesson).words);
    setPalette(theme.palette());
    auto* const where = new QLabel(QDir::toNativeSeparators(folder), this);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    where->setFont(theme.codeFont(12));
    for (QLabel* const label : {where, m_words}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setPalette(theme.palette());
    }
    m_words->setFont(theme.uiFont(14));
    m_words->setAccessibleName(tr("What came of it"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(static_cast<int>(theme.px(4)));
    m_progress->setAccessibleName(tr("At work"));
    m_findings->setAccessibleName(tr("What is to be mended"));
    m_findings->setFont(theme.uiFont(13));
    m_findings->setPalette(theme.palette());
    m_findings->setWordWrap(true);
    m_findings->setSpacing(static_cast<int>(theme.px(2)));
    m_findings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_open->setToolTip(tr("With the program that the desktop opens such files with"));
    auto* const close = new QPushButton(tr("Close"), this);
    for (QPushButton* const button : {m_verify, m_copy, m_open, close})
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_verify->setDefault(true);
    for (QPushButton* const button : {m_copy, m_open, close})
        button->setAutoDefault(false);
    const auto verify = [this, folder] { m_verifier.start(folder); };
    connect(m_verify, &QPushButton::clicked, this, [this, verify] {
        if (m_verifier.isAtWork())
            m_verifier.stop();
        else
            verify();
    });
    for (const QKeySequence& key : rowOf(Act::verifyLesson).keys)
        connect(new QShortcut(key, this), &QShortcut::activated, this, verify);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (const PackFinding& finding : m_verifier.findings())
            lines += finding.toText();
        Q_EMIT copyWanted(lines.join('\n'));
    });
    connect(m_open, &QPushButton::clicked, this, &VerifySheet::openChosen);
    connect(m_findings, &QListWidget::itemActivated, this, &VerifySheet::openChosen);
    connect(m_findings, &QListWidget::currentRowChanged, this, [this](int row) {
        const std::vector<PackFinding>& findings = m_verifier.findings();
        m_open->setEnabled(row >= 0 && row < static_cast<int>(findings.size()) && !findings[static_cast<std::size_t>(row)].path.isEmpty());
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_verify);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addWidget(close);
    m_layout->addWidget(where);
    m_layout->addWidget(m_progress);
    m_layout->addWidget(m_words);
    m_layout->addWidget(m_findings, 1);
    m_layout->addStretch(0);
    m_layout->addLayout(buttons);
    connect(&verifier, &PackVerifier::changed, this, &VerifySheet::refresh);
    connect(this, &QDialog::finished, &verifier, &PackVerifier::stop);
    resize(QSize(static_cast<int>(theme.px(760)), static_cast<int>(theme.px(460))).boundedTo(window->size() - QSize(16, 16)));
    refresh();
}

QString VerifySheet::words() const { return m_words->text(); }

void VerifySheet::refresh()
{
    const bool isAtWork = m_verifier.isAtWork();
    m_verify->setText(isAtWork ? tr("Stop") : tr("Verify again"));
    m_progress->setVisible(isAtWork);
    m_words->setText(m_verifier.words());
    m_findings->clear();
    for (const PackFinding& finding : m_verifier.findings())
        m_findings->addItem(finding.toText());
    const bool hasAny = m_findings->count() > 0;
    m_findings->setVisible(hasAny);
    m_copy->setVisible(hasAny);
    m_open->setVisible(hasAny);
    m_layout->setStretch(m_layout->count() - 2, hasAny ? 0 : 1); // the list has the room, where there is one
    if (hasAny)
        m_findings->setCurrentRow(0);
}

void VerifySheet::openChosen()
{
    const int row = m_findings->currentRow();
    const std::vector<PackFinding>& findings = m_verifier.findings();
    if (row >= 0 && row < static_cast<int>(findings.size()) && !findings[static_cast<std::size_t>(row)].path.isEmpty())
        Q_EMIT fileWanted(findings[static_cast<std::size_t>(row)].path);
}

} // namespace awaitscope
