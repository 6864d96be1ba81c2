// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/edit_actions.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "present/editing/edits.hpp"
#include "present/files/share.hpp"
#include "present/words/diagnostic_text.hpp"
#include "widgets/actions/main_menu.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/side_column.hpp"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace awaitscope {

namespace {

constexpr std::chrono::milliseconds longWait{400};

} // namespace

EditActions::EditActions(MainWindow& window) : QObject(&window), m_window(window)
{
    answer();
    refresh();
}

void EditActions::allow(Edits& edits)
{
    m_edits = &edits;
    SideColumn& side = m_window.side();
    side.allowEditing(edits);
    connect(&edits, &Edits::changed, this, &EditActions::refresh);
    connect(&edits, &Edits::failed, &m_window, &MainWindow::showError);
    connect(&edits, &Edits::said, &m_window.toast(), &Toast::say);
    connect(&side, &SideColumn::editorOpened, this, &EditActions::refresh);
    // To walk through the folder takes a moment: when it is about to be seen.
    connect(&m_window.menu(), &QMenu::aboutToShow, this, [this] {
        const QString size = QLocale().formattedDataSize(static_cast<qint64>(m_edits->cacheSize()), 0, QLocale::DataSizeTraditionalFormat);
        m_window.actions()[Act::clearCompiled].setText(tr("%1 (%2)").arg(rowOf(Act::clearCompiled).words, size));
    });
    auto* const patience = new QTimer(this);
    patience->setSingleShot(true);
    patience->setInterval(longWait);
    connect(patience, &QTimer::timeout, this, [this] { m_window.toast().say(tr("My version is still running.")); });
    connect(&m_window.session(), &Session::runningChanged, patience, [this, patience] {
        if (m_window.session().isRunning())
            patience->start();
        else
            patience->stop();
    });
    if (!edits.all().empty())
        m_window.toast().say(tr("Your changes to the code are kept: %1 opens them.").arg(keyOf(Act::editCode)));
    connect(side.editPane(), &EditPane::outputWanted, this, &EditActions::showOutput);
    connect(side.editPane(), &EditPane::offeringChanged, this, &EditActions::refresh);
    connect(side.editPane(), &EditPane::left, &m_window, [this] { m_window.setFocus(Qt::OtherFocusReason); });
    refresh();
}

void EditActions::answer()
{
    WindowActions& actions = m_window.actions();
    actions.onToggle(Act::editCode, [this](bool) { toggleEditor(); });
    actions.on(Act::runEdited, [this] { run(); });
    actions.on(Act::stopEdited, [this] { m_edits->stop(); });
    actions.on(Act::nextProblem, [this] {
        m_window.side().openEditor();
        m_window.side().editPane()->nextProblem();
    });
    actions.on(Act::restoreLines, [this] { m_window.side().editPane()->restoreLines(); });
    actions.on(Act::restoreAll, [this] { m_window.side().editPane()->restoreAll(); });
    actions.onToggle(Act::runAsTyped, [this](bool on) { m_edits->setRunsAsTyped(on); });
    actions.onToggle(Act::watchMemory, [this](bool on) { m_edits->setSanitized(on); });
    actions.onToggle(Act::offeredWorld, [this](bool on) {
        if (!m_window.side().isEditing())
            toggleEditor();
        if (m_window.side().isEditing())
            m_window.side().editPane()->setOffering(on);
        refresh();
    });
    actions.on(Act::compilerOutput, [this] { showOutput(); });
    actions.on(Act::openCode, [this] { askAndOpen(); });
    actions.on(Act::openEarlier, [this] {
        openCode(m_asker(&m_window, {FileQuestion::Kind::open, tr("Open an earlier version"), m_edits->folder(),
                                     tr("All that was kept (*)"), QStringLiteral(".cpp")}));
    });
    actions.on(Act::saveCode, [this] { askAndSave(); });
    actions.on(Act::giveUpCode, [this] {
        const std::string variant = m_window.side().editPane()->variant();
        m_window.side().closeEditor();
        m_edits->giveUp(variant);
    });
    actions.on(Act::clearCompiled, [this] { m_edits->clearCache(); });
    inEveryLanguage(*this, [this] { refresh(); });
}

void EditActions::refresh()
{
    WindowActions& actions = m_window.actions();
    const bool isAllowed = m_edits != nullptr;
    EditPane* const pane = isAllowed ? m_window.side().editPane() : nullptr;
    const bool isOpen = pane && m_window.side().isEditing();
    const Edit* const edit = isOpen ? m_edits->find(pane->variant()) : nullptr;
    for (const Act act : {Act::editCode, Act::runEdited, Act::offeredWorld, Act::openCode, Act::openEarlier, Act::runAsTyped, Act::watchMemory})
        actions[act].setEnabled(isAllowed);
    actions[Act::editCode].setChecked(isOpen);
    actions[Act::offeredWorld].setChecked(isOpen && pane->isOffering());
    actions[Act::stopEdited].setEnabled(isAllowed && m_edits->isBusy());
    actions[Act::nextProblem].setEnabled(edit && !edit->problems.empty());
    actions[Act::restoreLines].setEnabled(isOpen && pane->differs());
    actions[Act::restoreAll].setEnabled(isOpen && pane->differs());
    actions[Act::compilerOutput].setEnabled(edit && !edit->output.isEmpty());
    const bool isPage = m_window.session().lesson().isSandbox; // which is saved like a document
    actions[Act::saveCode].setEnabled(isOpen && !isPage);
    actions[Act::giveUpCode].setEnabled(isOpen && !isPage);
    actions[Act::runAsTyped].setChecked(isAllowed && m_edits->runsAsTyped());
    actions[Act::watchMemory].setChecked(isAllowed && m_edits->isSanitized());
    actions[Act::clearCompiled].setEnabled(isAllowed);
}

void EditActions::toggleEditor()
{
    SideColumn& side = m_window.side();
    if (side.isEditing())
        side.closeEditor();
    else
        m_window.editCode(m_edits->variantToEdit());
    refresh();
}

void EditActions::run()
{
    const std::string variant =
        m_window.side().isEditing() ? m_window.side().editPane()->variant() : m_edits->variantToEdit();
    if (!m_edits->find(variant)) {
        m_window.toast().say(tr("Nothing was changed yet: %1 opens the code.").arg(keyOf(Act::editCode)));
        return;
    }
    m_edits->run(variant);
}

void EditActions::askAndOpen()
{
    openCode(m_asker(&m_window, {FileQuestion::Kind::open, tr("Open C++ code"), QDir::homePath(),
                                 tr("C++ (*.cpp *.cc *.cxx *.hpp *.h)"), QStringLiteral(".cpp")}));
}

void EditActions::openCode(const QString& path)
{
    if (path.isEmpty() || !m_edits)
        return;
    const Result<std::string> text = readSource(path.toStdU16String());
    if (!text) {
        m_window.showError(diagnosticText(text.error()));
        return;
    }
    m_window.editCode(m_window.side().isEditing() ? m_window.side().editPane()->variant() : m_edits->variantToEdit());
    m_window.side().editPane()->replace(QString::fromStdString(*text));
    // The file itself stays as it is: what is typed from now on goes to the lesson's own copy.
    m_window.toast().say(tr("Copied from %1, which stays as it is. Ctrl+Z brings back what was here.")
                             .arg(QFileInfo(path).fileName()));
}

void EditActions::askAndSave()
{
    const EditPane& pane = *m_window.side().editPane();
    const QString name = QString::fromStdString(editedFile(pane.variant()));
    QString path = m_asker(&m_window, {FileQuestion::Kind::save, tr("Save my version"), QDir::home().filePath(name),
                                       tr("C++ (*.cpp)"), QStringLiteral(".cpp")});
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".cpp");
    const Edit* const edit = m_edits->find(pane.variant());
    const QString problem = writeWhole(path, edit ? edit->text.toUtf8() : QByteArray());
    if (problem.isEmpty())
        m_window.toast().say(tr("Saved to %1").arg(QDir::toNativeSeparators(path)));
    else
        m_window.showError(problem);
}

void EditActions::showOutput()
{
    const Edit* const edit = m_edits->find(m_window.side().editPane()->variant());
    if (!edit)
        return;
    auto* const sheet = new QDialog(&m_window);
    sheet->setObjectName(QStringLiteral("compiler-output"));
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(tr("All that the compiler said"));
    sheet->setPalette(m_window.theme().palette());
    auto* const text = new QPlainTextEdit(edit->output, sheet);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(m_window.theme().codeFont(12.5));
    text->setPalette(m_window.theme().palette());
    text->setAccessibleName(sheet->windowTitle());
    auto* const close = new QPushButton(tr("Close"), sheet);
    connect(close, &QPushButton::clicked, sheet, &QDialog::accept);
    auto* const layout = new QVBoxLayout(sheet);
    layout->addWidget(text, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    sheet->resize(m_window.size() * 3 / 4);
    sheet->open();
}

} // namespace awaitscope
