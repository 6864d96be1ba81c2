// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/side_column.hpp"

#include "present/look/column_plan.hpp"
#include "present/scope/row_plan.hpp"
#include "widgets/code/caller_code_pane.hpp"
#include "widgets/code/code_connector.hpp"
#include "widgets/code/code_editor.hpp"
#include "widgets/code/code_pane.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/code/edit_pane.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/window/centre_column.hpp"

#include <algorithm>

namespace awaitscope {

SideColumn::SideColumn(Session& session, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_caller(new CallerCodePane(session, theme, this)),
      m_console(new ConsolePane(session, theme, this)),
      m_table(new AwaitTableView(session, theme, this))
{
    connect(&session, &Session::runChanged, this, &SideColumn::refresh);
    connect(&session, &Session::lessonChanged, this, &SideColumn::arrange); // one of them may have no caller
    refresh();
}

void SideColumn::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_caller->setTheme(theme);
    for (CodePane* const pane : m_panes)
        pane->setTheme(theme);
    for (CodeConnector* const connector : m_connectors)
        connector->setTheme(theme);
    m_console->setTheme(theme);
    m_table->setTheme(theme);
    if (m_editPane)
        m_editPane->setTheme(theme);
    arrange();
}

void SideColumn::setPlan(RowPlanner planner)
{
    m_planner = std::move(planner);
    arrange();
}

void SideColumn::setPresented(std::optional<SlidePanes> panes)
{
    m_presented = panes;
    for (CodePane* const pane : m_panes)
        pane->setPresented(panes.has_value());
    arrange();
}

double SideColumn::widest(double (CodePane::*panesWidth)(double) const, double (CodeView::*callersWidth)(double) const,
                          double scale) const
{
    double most = leastColumns.code * scale;
    if (m_presented && !m_presented->code)
        return most;
    for (const CodePane* const pane : m_panes)
        most = std::max(most, (pane->*panesWidth)(scale));
    if (m_presented && m_editPane && m_editPane->isVisibleTo(this))
        most = std::max(most, m_editPane->widthNeeded(scale));
    if (!m_presented || m_presented->caller)
        most = std::max(most, (m_caller->view().*callersWidth)(scale) + 2);
    return most + 12 * scale; // the margin in which the connector runs
}

double SideColumn::widthWanted(double scale) const { return widest(&CodePane::widthWanted, &CodeView::widthWanted, scale); }

double SideColumn::widthNeeded(double scale) const { return widest(&CodePane::widthNeeded, &CodeView::widthNeeded, scale); }

std::vector<int> SideColumn::codeLines() const
{
    std::vector<int> lines;
    for (CodePane* const pane : m_panes)
        lines.push_back(pane->view().lineCount());
    return lines;
}

void SideColumn::setTongue(const QString& runtime)
{
    m_tongue = runtime;
    for (CodePane* const pane : m_panes)
        pane->setTongue(runtime); // both are read in one language
}

void SideColumn::allowEditing(Edits& edits)
{
    m_editPane = new EditPane(m_session, edits, m_theme, this);
    m_editPane->hide();
    connect(m_editPane, &EditPane::closed, this, &SideColumn::closeEditor);
    for (CodePane* const pane : m_panes)
        pane->allowEditing();
    arrange();
}

bool SideColumn::isEditing() const { return m_isEditing; }

void SideColumn::openEditor(const std::string& variant)
{
    if (!m_editPane)
        return;
    m_isEditing = true;
    m_editPane->open(variant);
    arrange();
    m_editPane->editor().setFocus();
    Q_EMIT editorOpened(true);
}

void SideColumn::openEditor()
{
    if (m_editPane && !m_editPane->variant().empty())
        openEditor(m_editPane->variant());
}

void SideColumn::closeEditor()
{
    if (!std::exchange(m_isEditing, false))
        return;
    arrange();
    window()->setFocus();
    Q_EMIT editorOpened(false);
}

void SideColumn::flashMark(const QString& mark)
{
    m_caller->flashMark(mark);
    for (CodePane* const pane : m_panes)
        pane->flashMark(mark);
}

void SideColumn::flashLine(const QString& variant, int line)
{
    for (CodePane* const pane : m_panes) {
        if (pane->variant() == variant)
            pane->flashLine(line);
    }
}

void SideColumn::refresh()
{
    std::vector<QString> variants;
    for (const VariantRun& run : m_session.run().variants)
        variants.push_back(QString::fromStdString(run.variant));
    if (variants == m_variants)
        return;
    m_variants = std::move(variants);
    makePanes();
    arrange();
}

void SideColumn::makePanes()
{
    for (CodeConnector* const connector : m_connectors)
        connector->deleteLater();
    for (CodePane* const pane : m_panes)
        pane->deleteLater();
    m_connectors.clear();
    m_panes.clear();
    for (const QString& variant : m_variants) {
        m_panes.push_back(new CodePane(m_session, m_theme, variant, this));
        m_panes.back()->setTongue(m_tongue);
        m_panes.back()->setPresented(m_presented.has_value());
        if (m_editPane)
            m_panes.back()->allowEditing();
        connect(m_panes.back(), &CodePane::editWanted, this, &SideColumn::editWanted);
        connect(m_panes.back(), &CodePane::tongueChosen, this, &SideColumn::setTongue);
        connect(m_panes.back(), &CodePane::sourceChanged, this, &SideColumn::arrange); // which may have more lines
        m_panes.back()->show();
    }
    for (std::size_t i = 1; i < m_panes.size(); ++i) {
        m_connectors.push_back(new CodeConnector(m_theme, m_panes[i - 1], m_panes[i], this));
        m_connectors.back()->show();
        m_connectors.back()->raise();
    }
}

void SideColumn::arrange()
{
    const RowPlan plan = m_planner(height(), columnTop(m_theme), static_cast<int>(m_panes.size()), m_theme.scale);
    // Right of the panes a margin, in which the connector runs.
    const int paneWidth = width() - static_cast<int>(m_theme.px(12));
    const auto place = [paneWidth](QWidget* widget, const Row& row) {
        widget->setVisible(row.height > 0);
        widget->setGeometry(0, row.top, paneWidth, row.height);
    };
    for (CodeConnector* const connector : m_connectors)
        connector->setVisible(plan.scopes.front().height > 0);
    // A page has no caller but what the program makes of it: its code has that room too.
    const bool hasCaller = !m_session.lesson().isSandbox;
    place(m_caller, hasCaller ? plan.caller : Row{});
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        Row row = plan.scopes[i];
        if (!hasCaller && i == 0 && plan.caller.height > 0 && row.height > 0)
            row = {plan.caller.top, row.bottom() - plan.caller.top};
        // The last has what no other pane has.
        if (i + 1 == m_panes.size() && !m_presented) {
            const int below = plan.console.height > 0 ? plan.console.top : plan.table.height > 0 ? plan.table.top : height();
            if (plan.console.height == 0 && plan.table.height == 0)
                row.height = plan.transport.bottom() - row.top;
            else if (below < plan.ruler.bottom())
                row.height = below - columnTop(m_theme) / 2 - row.top;
        }
        place(m_panes[i], row);
    }
    place(m_console, plan.console);
    place(m_table, plan.table);
    if (!m_editPane)
        return;
    // In place of all code: what one types into wants the room.
    const bool hasScopes = !plan.scopes.empty();
    const int bottom = hasScopes ? plan.scopes.back().bottom() : height();
    const int top = plan.caller.height > 0 || !hasScopes ? plan.caller.top : plan.scopes.front().top;
    place(m_editPane, m_isEditing ? Row{top, bottom - top} : Row{});
    if (!m_isEditing)
        return;
    m_caller->hide();
    for (CodePane* const pane : m_panes)
        pane->hide();
    for (CodeConnector* const connector : m_connectors)
        connector->hide();
}

void SideColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace awaitscope
