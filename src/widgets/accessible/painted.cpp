// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible/painted.hpp"

#include "widgets/code/code_connector.hpp"
#include "widgets/code/console_pane.hpp"
#include "widgets/outcome/await_table_view.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/timeline/flag.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/time_ruler.hpp"
#include "widgets/timeline/verdict_bar.hpp"
#include "widgets/toast.hpp"
#include "widgets/transport/step_sentence.hpp"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QScrollArea>

#include <algorithm>

namespace awaitscope {

namespace {

/// Decoration says nothing that its neighbours do not say.
class Decoration : public QAccessibleWidget
{
public:
    explicit Decoration(QWidget* widget) : QAccessibleWidget(widget, QAccessible::Separator) {}

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.invisible = true;
        return state;
    }
};

/// The timeout can be read and set by whoever does not see where it is dragged.
class Flag : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit Flag(FlagPill* pill) : QAccessibleWidget(pill, QAccessible::Slider), m_pill(*pill) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return m_pill.value(); }
    void setCurrentValue(const QVariant& value) override
    {
        m_pill.ask(std::clamp(value.toDouble(), 0.0, m_pill.most()));
    }
    QVariant maximumValue() const override { return m_pill.most(); }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 1.0; }

private:
    FlagPill& m_pill;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* const widget = qobject_cast<QWidget*>(object);
    if (!widget)
        return nullptr;
    if (qobject_cast<LanePlot*>(widget) || qobject_cast<OutcomeMap*>(widget))
        return new QAccessibleWidget(widget, QAccessible::Chart);
    if (qobject_cast<AwaitRows*>(widget))
        return new QAccessibleWidget(widget, QAccessible::Table);
    if (qobject_cast<ConsoleView*>(widget))
        return new QAccessibleWidget(widget, QAccessible::List);
    if (qobject_cast<QScrollArea*>(widget))
        return new QAccessibleWidget(widget, QAccessible::Pane);
    if (auto* const pill = qobject_cast<FlagPill*>(widget))
        return new Flag(pill);
    if (qobject_cast<VerdictBar*>(widget))
        return new QAccessibleWidget(widget, QAccessible::StaticText);
    if (qobject_cast<StepSentence*>(widget) || qobject_cast<Toast*>(widget))
        return new QAccessibleWidget(widget, QAccessible::StatusBar);
    if (qobject_cast<CodeConnector*>(widget) || qobject_cast<FlagLines*>(widget) || qobject_cast<TimeRuler*>(widget))
        return new Decoration(widget);
    return nullptr;
}

} // namespace

void describePaintedWidgets() { QAccessible::installFactory(make); } // a second time is told apart by Qt

} // namespace awaitscope
