// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/ask_pack.hpp"

#include "present/editing/lesson_packs.hpp"
#include "present/text/tr.hpp"

#include <QMessageBox>
#include <QPushButton>

namespace awaitscope {

namespace {

} // namespace

bool askAboutPack(const PackQuestion& question, QWidget& window)
{
    QMessageBox box(&window);
    box.setObjectName(QStringLiteral("ask-pack"));
    box.setWindowTitle(AskPackTr::tr("Run this code?"));
    box.setPalette(window.palette());
    box.setFont(window.font());
    box.setIcon(QMessageBox::Warning);
    box.setTextFormat(Qt::PlainText); // a title may hold anything
    box.setText(question.toText());
    const QPushButton* const yes = box.addButton(AskPackTr::tr("Compile and run it"), QMessageBox::AcceptRole);
    QPushButton* const no = box.addButton(AskPackTr::tr("Not now"), QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

} // namespace awaitscope
