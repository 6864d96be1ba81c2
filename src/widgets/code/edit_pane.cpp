// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/edit_pane.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "present/code/code_model.hpp"
#include "present/story/starting_pages.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/offered_pane.hpp"
#include "widgets/in_every_language.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int mostLinesInMenu = 12;

/// Tells lessons and pages apart.
std::string placeOf(const Lesson& lesson) { return lesson.isSandbox ? '/' + lesson.page : lesson.slug; }

} // namespace

EditPane::EditPane(Session& session, Edits& edits, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_edits(edits),
      m_theme(theme),
      m_layout(new QVBoxLayout(this)),
      m_title(new QLabel(this)),
      m_run(new QPushButton(this)),
      m_close(new QPushButton(this)),
      m_stage(new QLabel(this)),
      m_output(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_editor(new CodeEditor(theme, this)),
      m_problems(new QListWidget(this)),
      m_offered(new OfferedPane(session, theme, this))
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("edit-pane"));
    auto* const header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    header->addWidget(m_run);
    header->addWidget(m_close);
    m_layout->addLayout(header);
    auto* const state = new QHBoxLayout;
    state->addWidget(m_stage, 1);
    state->addWidget(m_output, 0, Qt::AlignTop);
    m_layout->addLayout(state);
    m_layout->addWidget(m_progress);
    m_layout->addWidget(m_editor, 1);
    m_layout->addWidget(m_problems);
    m_layout->addWidget(m_offered, 1);
    m_offered->hide();
    m_title->setMinimumWidth(1);
    m_stage->setMinimumWidth(1);
    m_stage->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_problems->setWordWrap(true);
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_output->setProperty("link", true);
    m_output->setCursor(Qt::PointingHandCursor);
    for (QPushButton* const button : {m_run, m_close, m_output})
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_output, &QPushButton::clicked, this, &EditPane::outputWanted);

    connect(m_editor, &CodeEditor::typed, this, [this] {
        showHunks(); // before others are told
        m_edits.type(m_variant, m_editor->text());
    });
    connect(m_editor, &CodeEditor::left, this, &EditPane::left);
    connect(m_editor, &CodeEditor::barClicked, this, &EditPane::showHunkMenu);
    connect(m_close, &QPushButton::clicked, this, &EditPane::closed);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_edits.isBusy())
            m_edits.stop();
        else
            m_edits.run(m_variant);
    });
    connect(m_offered, &OfferedPane::chosen, m_editor, &CodeEditor::insertStatement);
    connect(m_offered, &OfferedPane::closed, this, [this] { setOffering(false); });
    const auto toProblem = [this](const QListWidgetItem* item) {
        const auto index = static_cast<std::size_t>(m_problems->row(item));
        if (index < m_shownProblems.size() && m_shownProblems[index].line > 0) {
            m_editor->goTo(m_shownProblems[index].line, m_shownProblems[index].column);
            m_editor->setFocus();
        }
    };
    connect(m_problems, &QListWidget::itemClicked, this, toProblem);
    connect(m_problems, &QListWidget::itemActivated, this, toProblem);
    connect(&edits, &Edits::changed, this, &EditPane::refresh);
    connect(&edits, &Edits::replaced, this, [this](const std::string& variant) {
        if (variant == m_variant && !isHidden())
            m_editor->replaceAll(m_edits.find(variant)->text); // Ctrl+Z brings back what was typed
    });
    connect(&session, &Session::variantsChanged, this, [this] {
        if (!m_variant.empty())
            showHunks(); // what it is compared with may be another text
    });
    connect(&session, &Session::runChanged, this, &EditPane::showRun);
    connect(&session.playback(), &Playback::positionChanged, this, &EditPane::showRun);
    connect(&session, &Session::lessonChanged, this, [this] {
        const bool wasPage = m_lesson.starts_with('/');
        const std::string now = placeOf(m_session.lesson());
        const bool isOther = std::exchange(m_lesson, now) != now;
        if (wasPage && isOther) { // whoever goes on to a lesson did not ask to change that
            m_variant.clear();
            Q_EMIT closed();
        } else if (isHidden() || m_variant.empty())
            m_variant.clear(); // another lesson's; it is opened when somebody wants to change it
        else if (isOther)
            open(m_edits.variantToEdit());
        else
            refresh();
    });
    inEveryLanguage(*this, [this] {
        m_close->setText(tr("Close"));
        m_output->setText(tr("All of it…"));
        m_output->setToolTip(rowOf(Act::compilerOutput).words);
        m_output->setAccessibleName(rowOf(Act::compilerOutput).words);
        m_close->setToolTip(tr("Back to all of the code. What you typed is kept."));
        m_problems->setAccessibleName(tr("What is wrong with the code"));
        m_stage->setAccessibleName(tr("Where the code stands"));
        m_editor->setAccessibleDescription(tr("Escape gives the keys back to the window."));
        m_title->setToolTip(m_editor->accessibleDescription());
        m_progress->setAccessibleName(tr("At work"));
        refresh();
    });
    setTheme(theme);
}

void EditPane::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(14));
    m_layout->setContentsMargins(1, static_cast<int>(theme.px(8)), 1, static_cast<int>(theme.px(6)));
    m_layout->setSpacing(static_cast<int>(theme.px(4)));
    m_layout->itemAt(0)->layout()->setContentsMargins(side, 0, side, 0);
    m_title->setFont(theme.titleFont());
    m_stage->setFont(theme.uiFont(12.5));
    m_layout->itemAt(1)->layout()->setContentsMargins(side, 0, side, 0);
    m_problems->setFont(theme.uiFont(12.5));
    for (QPushButton* const button : {m_run, m_close, m_output})
        button->setFont(theme.uiFont(12.5, QFont::Medium));
    QPalette palette = theme.palette();
    m_title->setPalette(palette);
    m_problems->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_stage->setPalette(palette);
    m_progress->setFixedHeight(std::max(3, static_cast<int>(theme.px(3))));
    m_problems->setStyleSheet(
        QStringLiteral("QListWidget { background: %1; border-top: 1px solid %2; outline: none; }"
                       "QListWidget::item { padding: 5px %3px; border-bottom: 1px solid %2; }"
                       "QListWidget::item:selected { background: %4; }")
            .arg(theme.panel.name(), theme.rule.name(), QString::number(side), theme.cut.fill.name()));
    m_offered->setTheme(theme);
    m_editor->setTheme(theme);
    m_editor->setProblems(m_shownProblems);
    showProblems(m_shownProblems);
}

double EditPane::widthNeeded(double scale) const { return m_editor->widthNeeded(scale) + 2; }

void EditPane::open(const std::string& variant)
{
    m_variant = variant;
    m_lesson = placeOf(m_session.lesson());
    const QString& text = m_edits.begin(variant).text;
    // The comment at the head of a page stands in the left column: the code is what is to be seen here.
    m_editor->open(QString::fromStdString(m_lesson + '/' + variant), text, m_session.lesson().isSandbox ? firstLineOfCode(text) : 1);
    m_editor->setProblems(m_shownProblems); // which lie in the text
    showHunks();
    refresh();
}

bool EditPane::isOffering() const { return !m_offered->isHidden(); }

void EditPane::setOffering(bool isOffering)
{
    m_offered->setVisible(isOffering);
    if (isOffering) {
        m_offered->search().setFocus();
        m_offered->search().selectAll();
    } else {
        m_editor->setFocus();
    }
    Q_EMIT offeringChanged();
}

void EditPane::addBar(QWidget& bar) { m_layout->insertWidget(m_layout->indexOf(m_editor), &bar); }

void EditPane::replace(const QString& text) { m_editor->replaceAll(text); }

void EditPane::refresh()
{
    const Edit* const edit = m_variant.empty() ? nullptr : m_edits.find(m_variant);
    const VariantSpec* const spec = m_session.lesson().findVariant(m_variant);
    if (!edit || !spec)
        return;
    const QString title = m_session.lesson().isSandbox ? QString::fromStdString(m_session.lesson().title)
                                                       : tr("My version of “%1”").arg(QString::fromStdString(spec->title));
    m_title->setText(title);
    m_editor->setAccessibleName(title);
    const bool isBusy = m_edits.isBusy();
    m_run->setText(isBusy ? tr("Stop") : tr("Run (%1)").arg(keyOf(Act::runEdited)));
    m_run->setToolTip(isBusy ? rowOf(Act::stopEdited).words : tooltipOf(Act::runEdited));
    const QString problems = problemWords(edit->problems);
    const QString stage = stageWords(*edit);
    m_stage->setText(problems.isEmpty() ? stage : QStringLiteral("%1 · %2").arg(stage, problems));
    m_progress->setVisible(isBusy);
    m_output->setVisible(!isBusy && !edit->output.isEmpty());
    if (edit->problems != m_shownProblems) {
        m_shownProblems = edit->problems;
        m_editor->setProblems(m_shownProblems);
        showProblems(m_shownProblems);
    }
    showRun();
}

void EditPane::showProblems(const std::vector<EditProblem>& problems)
{
    m_problems->clear();
    for (const EditProblem& problem : problems) {
        m_problems->addItem(problemText(problem));
        if (problem.kind != EditProblem::Kind::warning)
            m_problems->item(m_problems->count() - 1)->setForeground(m_theme.fault.text);
    }
    fitProblems();
}

void EditPane::fitProblems()
{
    m_problems->setVisible(m_problems->count() > 0);
    if (m_problems->count() == 0)
        return;
    // Qt's own hint of a row is that of a wider one.
    const int side = static_cast<int>(m_theme.px(14));
    const int room = std::max(40, m_problems->width() - 2 * side - m_problems->verticalScrollBar()->sizeHint().width() - 8);
    const QFontMetrics metrics(m_problems->font());
    int height = 2;
    for (int row = 0; row < m_problems->count(); ++row) {
        QListWidgetItem& item = *m_problems->item(row);
        const int text = metrics.boundingRect(QRect(0, 0, room, 10'000), Qt::TextWrapAnywhere | Qt::TextWordWrap, item.text()).height();
        item.setSizeHint(QSize(0, text + 12));
        height += text + 12;
    }
    m_problems->setFixedHeight(std::clamp(height, static_cast<int>(m_theme.px(28)), std::max(60, this->height() * 2 / 5)));
}

void EditPane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_layout->activate();
    fitProblems();
    // Notes are as wide as the editor. While one types they stay at their lines, whose numbers may be others by now.
    const Edit* const edit = m_variant.empty() ? nullptr : m_edits.find(m_variant);
    if (edit && edit->stage != Edit::Stage::typed)
        m_editor->setProblems(m_shownProblems);
}

void EditPane::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    showRun(); // of what ran before one could see it
}

void EditPane::showRun()
{
    const Edit* const edit = m_variant.empty() ? nullptr : m_edits.find(m_variant);
    CodePicture picture;
    // Of another text its lines would say what is not so.
    if (edit && edit->stage == Edit::Stage::ran && isVisible()) {
        const std::string name = m_session.lesson().isSandbox ? m_variant : editedName(m_variant); // a page is nobody's version of another
        const LessonFile* const file = sourceOf(m_session.lesson(), name);
        const auto& runs = m_session.run().variants;
        const auto run = std::ranges::find(runs, name, &VariantRun::variant);
        if (file && run != runs.end())
            picture = codeAt(*file, *run, m_session.playback().position());
    }
    if (m_editor->setRun(picture))
        m_editor->setProblems(m_shownProblems);
}

void EditPane::showHunks()
{
    m_hunks = hunksOf(m_edits.originalOf(m_variant), m_editor->text());
    m_editor->setHunks(m_hunks);
}

void EditPane::showHunkMenu(int line, const QPoint& globalPosition)
{
    const Hunk* const found = hunkAt(m_hunks, line);
    if (!found)
        return;
    const Hunk hunk = *found;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setPalette(m_theme.palette());
    menu->setFont(m_theme.uiFont(13));
    menu->addAction(hunk.original.isEmpty() ? tr("The original has nothing here.") : tr("The original:"))->setEnabled(false);
    for (int i = 0; i < std::min<int>(mostLinesInMenu, static_cast<int>(hunk.original.size())); ++i) {
        QAction* const shown = menu->addAction(QString(hunk.original[i]).replace('&', QStringLiteral("&&")));
        shown->setFont(m_theme.codeFont(12.5));
        shown->setEnabled(false);
    }
    menu->addSeparator();
    connect(menu->addAction(rowOf(Act::restoreLines).words), &QAction::triggered, this, [this, hunk] { restore(hunk); });
    menu->popup(globalPosition);
}

void EditPane::restore(const Hunk& hunk)
{
    m_editor->replaceLines(hunk.line, hunk.count, hunk.original);
    m_editor->setFocus();
}

void EditPane::restoreLines()
{
    if (const Hunk* const hunk = hunkNear(m_hunks, m_editor->line()))
        restore(Hunk{*hunk}); // which are others then
}

void EditPane::restoreAll()
{
    if (differs())
        m_editor->replaceAll(m_edits.originalOf(m_variant));
}

void EditPane::nextProblem()
{
    if (const EditProblem* const target = problemAfter(m_shownProblems, m_editor->line())) {
        m_editor->goTo(target->line, target->column);
        m_editor->setFocus();
    }
}

} // namespace awaitscope
