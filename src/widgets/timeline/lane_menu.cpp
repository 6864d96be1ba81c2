// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lane_menu.hpp"

#include "present/scope/lane_choices.hpp"
#include "present/text/tr.hpp"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace awaitscope {

QMenu* laneMenu(LaneChoices& choices, const QStringList& lanes, const Theme& theme, QWidget* parent)
{
    auto* const menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("lanes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto addTo = [](QMenu& to, const QString& words, bool isOn, auto does) {
        QAction* const action = to.addAction(words);
        action->setCheckable(true);
        action->setChecked(isOn);
        QObject::connect(action, &QAction::triggered, &to, does);
        return action;
    };
    for (const QString& lane : lanes) {
        QMenu* const own = menu->addMenu(QString(lane).replace('&', QStringLiteral("&&")));
        addTo(*own, LanesTr::tr("Shown"), !choices.isHidden(lane), [&choices, lane](bool on) { choices.setHidden(lane, !on); });
        addTo(*own, LanesTr::tr("Low, without words"), choices.isLow(lane), [&choices, lane](bool on) { choices.setLow(lane, on); });
    }
    menu->addSeparator();
    auto* const orders = new QActionGroup(menu);
    using Order = LaneChoices::Order;
    const std::pair<Order, QString> all[] = {{Order::asTheyBegin, LanesTr::tr("As they begin")},
                                             {Order::byName, LanesTr::tr("By name")},
                                             {Order::busiestFirst, LanesTr::tr("The busiest first")}};
    for (const auto& [order, words] : all)
        orders->addAction(addTo(*menu, words, choices.order() == order, [&choices, chosen = order](bool) { choices.setOrder(chosen); }));
    menu->addSeparator();
    QAction* const showAll = menu->addAction(LanesTr::tr("Show all lanes in full"));
    showAll->setEnabled(!choices.areAllShown());
    QObject::connect(showAll, &QAction::triggered, menu, [&choices] { choices.showAll(); });
    for (QMenu* const each : QList<QMenu*>{menu} + menu->findChildren<QMenu*>()) {
        each->setPalette(theme.palette());
        each->setFont(theme.uiFont(13));
    }
    return menu;
}

} // namespace awaitscope
