// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/picture_sheet.hpp"

#include "present/look/theme.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace awaitscope {

namespace {

/// Fusion's own circles are hardly seen on a dark ground.
QString choicesOf(const Theme& theme)
{
    return QStringLiteral("QRadioButton { padding: 2px 4px; border: 1px solid transparent; border-radius: 4px; }"
                          "QRadioButton:focus { border-color: %1; }"
                          "QRadioButton:disabled { color: %2; }"
                          "QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid %2; border-radius: 7px; }"
                          "QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid %1; }")
        .arg(theme.clickable.line.name(), theme.secondaryText.name());
}

} // namespace

PictureSheet::PictureSheet(const Theme& theme, const PictureChoice& choice, QSize scope, QSize window, QWidget* parent)
    : QDialog(parent),
      m_scope(scope),
      m_window(window),
      m_theme(theme),
      m_size(new QLabel(this)),
      m_copy(new QPushButton(tr("Copy"), this)),
      m_save(new QPushButton(tr("Save…"), this))
{
    setWindowTitle(tr("A picture of what is shown"));
    setAttribute(Qt::WA_DeleteOnClose);
    setPalette(theme.palette());
    setStyleSheet(choicesOf(theme));
    const int margin = static_cast<int>(theme.px(24));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, static_cast<int>(theme.px(16)));
    column->setSpacing(static_cast<int>(theme.px(6)));
    m_of = addChoices(tr("What it shows"), {tr("The scopes"), tr("The whole window")}, static_cast<int>(choice.of),
                      *column);
    m_format = addChoices(tr("File"), {tr("PNG"), tr("SVG"), tr("PDF")}, static_cast<int>(choice.format), *column);
    m_scale = addChoices(tr("Size"), {tr("1×"), tr("2×"), tr("3×")}, choice.scale - 1, *column);
    m_size->setFont(theme.uiFont(13));
    m_size->setPalette(theme.palette());
    column->addWidget(m_size);
    column->addSpacing(static_cast<int>(theme.px(12)));

    auto* const row = new QHBoxLayout;
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    row->addStretch(1);
    for (QPushButton* const button : {cancel, m_copy, m_save}) {
        button->setFont(theme.uiFont(14, QFont::Medium));
        row->addWidget(button);
    }
    column->addLayout(row);
    m_save->setDefault(true);
    m_copy->setToolTip(tr("Put the picture on the clipboard"));
    m_save->setToolTip(tr("Choose a name and a folder"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const PictureChoice wanted = this->choice();
        accept();
        Q_EMIT copyWanted(wanted);
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        const PictureChoice wanted = this->choice();
        accept();
        Q_EMIT saveWanted(wanted);
    });
    for (const QButtonGroup* const group : {m_of, m_format, m_scale})
        connect(group, &QButtonGroup::idToggled, this, &PictureSheet::showSize);
    showSize();
    m_of->checkedButton()->setFocus();
}

QButtonGroup* PictureSheet::addChoices(const QString& title, const QStringList& words, int chosen, QVBoxLayout& column)
{
    auto* const label = new QLabel(title, this);
    label->setFont(m_theme.uiFont(13, QFont::DemiBold));
    label->setPalette(m_theme.palette()); // a style sheet in force keeps it from being inherited
    column.addWidget(label);
    auto* const row = new QHBoxLayout;
    row->setSpacing(static_cast<int>(m_theme.px(18)));
    auto* const group = new QButtonGroup(this);
    for (int i = 0; i < words.size(); ++i) {
        auto* const button = new QRadioButton(words[i], this);
        button->setFont(m_theme.uiFont(14));
        button->setPalette(m_theme.palette());
        button->setAccessibleName(QStringLiteral("%1: %2").arg(title, words[i]));
        button->setChecked(i == chosen);
        group->addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch(1);
    column.addLayout(row);
    column.addSpacing(static_cast<int>(m_theme.px(8)));
    return group;
}

PictureChoice PictureSheet::choice() const
{
    return {static_cast<PictureOf>(m_of->checkedId()), static_cast<PictureFormat>(m_format->checkedId()),
            m_scale->checkedId() + 1};
}

QString PictureSheet::sizeText() const { return m_size->text(); }

void PictureSheet::showSize()
{
    const PictureChoice now = choice();
    const bool isPng = now.format == PictureFormat::png;
    const QSize size = sizeOf(now, now.of == PictureOf::scope ? m_scope : m_window);
    m_size->setText(isPng ? tr("%1 × %2 pixels").arg(size.width()).arg(size.height())
                          : tr("A drawing, sharp at every size"));
    for (QAbstractButton* const button : m_scale->buttons())
        button->setEnabled(isPng);
}

} // namespace awaitscope
