// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/share/ask_file.hpp"

#include <QFileDialog>
#include <QFileInfo>

namespace awaitscope {

QString askForFile(QWidget* window, const FileQuestion& question)
{
    QFileDialog dialog(window, question.title);
    dialog.setNameFilters({question.filter, QFileDialog::tr("All files (*)")});
    if (question.kind == FileQuestion::Kind::open) {
        dialog.setAcceptMode(QFileDialog::AcceptOpen);
        dialog.setFileMode(QFileDialog::ExistingFile);
        dialog.setOption(QFileDialog::ReadOnly); // who opens a file deletes, moves and renames none by accident
        dialog.setDirectory(question.path);
    } else {
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setFileMode(QFileDialog::AnyFile);
        dialog.setDefaultSuffix(question.ending.mid(1)); // before it asks whether to overwrite
        dialog.setDirectory(QFileInfo(question.path).absolutePath());
        dialog.selectFile(QFileInfo(question.path).fileName());
    }
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace awaitscope
