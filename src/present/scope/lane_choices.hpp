// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/scope/scope_model.hpp"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace awaitscope {

/// How somebody wants the lanes of the scopes, where there are many: which of them are low or away, and in which order. By their
/// names, for every scope and every run.
class LaneChoices : public QObject
{
    Q_OBJECT

public:
    enum class Order { asTheyBegin, byName, busiestFirst };

    using QObject::QObject;

    bool isLow(const QString& lane) const { return m_low.contains(lane); }
    bool isHidden(const QString& lane) const { return m_hidden.contains(lane); }
    bool areAllShown() const { return m_low.isEmpty() && m_hidden.isEmpty(); }
    Order order() const { return m_order; }

    void setLow(const QString& lane, bool isLow);
    void setHidden(const QString& lane, bool isHidden);
    void setOrder(Order order);
    void showAll(); ///< none low, none away

    /// Never hides the last lane there is.
    void applyTo(ScopeModel& model) const;

Q_SIGNALS:
    void changed();

private:
    QSet<QString> m_low;
    QSet<QString> m_hidden;
    Order m_order = Order::asTheyBegin;
};

} // namespace awaitscope
