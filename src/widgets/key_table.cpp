// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/key_table.hpp"

#include "present/theme.hpp"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace awaitscope {

void installKeys(QWidget& window, const std::vector<KeyAction>& actions)
{
    for (const KeyAction& action : actions) {
        for (const QKeySequence& key : action.keys) {
            auto* const shortcut = new QShortcut(key, &window);
            QObject::connect(shortcut, &QShortcut::activated, &window, action.act);
        }
    }
}

KeySheet::KeySheet(const std::vector<KeyAction>& actions, const Theme& theme, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    setPalette(theme.palette());
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(7);
    int row = 0;
    for (const KeyAction& action : actions) {
        if (action.what.isEmpty())
            continue;
        auto* const keys = new QLabel(
            action.shown.isEmpty() ? action.keys.front().toString(QKeySequence::NativeText) : action.shown, this);
        auto* const what = new QLabel(action.what, this);
        keys->setFont(theme.uiFont(13, QFont::DemiBold));
        what->setFont(theme.ui);
        // A style sheet in force keeps palettes from being inherited.
        for (QLabel* const label : {keys, what})
            label->setPalette(theme.palette());
        grid->addWidget(keys, row, 0);
        grid->addWidget(what, row, 1);
        ++row;
    }
    auto* const close = new QPushButton(tr("Close"), this);
    close->setFont(theme.ui);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    grid->addWidget(close, row, 1, Qt::AlignRight);
}

} // namespace awaitscope
