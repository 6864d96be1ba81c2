// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lesson/format/slide.hpp"
#include "present/look/theme.hpp"
#include "present/scope/row_plan.hpp"
#include "present/session/session.hpp"

#include <QWidget>

#include <optional>
#include <vector>

namespace awaitscope {

class AwaitTableView;
class CallerCodePane;
class CodeConnector;
class CodePane;
class CodeView;
class ConsolePane;
class EditPane;
class Edits;

/// The right of the window: the caller's code, each variant's code beside its scope, the console, and every await tried.
class SideColumn : public QWidget
{
    Q_OBJECT

public:
    SideColumn(Session& session, const Theme& theme, QWidget* parent);

    void setTheme(const Theme& theme);
    void setPlan(RowPlanner planner); ///< where the rows lie; at first planRows()
    AwaitTableView& table() { return *m_table; }
    const ConsolePane& console() const { return *m_console; }

    /// Shows these alone, for a room; nothing: all of it.
    void setPresented(std::optional<SlidePanes> panes);
    double widthWanted(double scale) const; ///< in which no line of the code that is presented is cut, in pixels at this scale of type
    double widthNeeded(double scale) const; ///< the same in smaller type
    std::vector<int> codeLines() const;     ///< of each version, those that are to be seen

    /// In which language the variants' code is shown: "tokio"; empty: C++.
    const QString& tongue() const { return m_tongue; }

    /// From now on variants can be changed. `edits` outlives the column.
    void allowEditing(Edits& edits);
    EditPane* editPane() const { return m_editPane; } ///< null before that
    bool isEditing() const;
    void openEditor(const std::string& variant); ///< in place of the code; a variant of the lesson's own
    void openEditor();                           ///< with what was in it last
    void closeEditor();

Q_SIGNALS:
    void editorOpened(bool isOpen);
    void editWanted(const std::string& variant); ///< of the lesson's own

public Q_SLOTS:
    void setTongue(const QString& runtime);
    /// Shows the line that bears this mark, in every pane that has it.
    void flashMark(const QString& mark);
    /// Shows a line of a variant's source.
    void flashLine(const QString& variant, int line);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void makePanes();
    double widest(double (CodePane::*panesWidth)(double) const, double (CodeView::*callersWidth)(double) const, double scale) const;
    void arrange();

    Session& m_session;
    Theme m_theme;
    RowPlanner m_planner = [](int height, int top, int scopes, double scale) { return planRows(height, top, scopes, scale); };
    CallerCodePane* m_caller;
    std::vector<CodePane*> m_panes;
    std::vector<QString> m_variants;
    QString m_tongue; ///< kept, though the lesson may not be told in it
    std::vector<CodeConnector*> m_connectors; ///< one between each pane and the next
    ConsolePane* m_console;
    AwaitTableView* m_table;
    EditPane* m_editPane = nullptr;
    bool m_isEditing = false;
    std::optional<SlidePanes> m_presented;
};

} // namespace awaitscope
