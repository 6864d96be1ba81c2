// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/in_every_language.hpp"

#include <QEvent>

#include <utility>
#include <vector>

namespace awaitscope {

namespace {

/// Belongs to the object it watches.
class LanguageWatcher : public QObject
{
public:
    explicit LanguageWatcher(QObject& object) : QObject(&object) { object.installEventFilter(this); }

    void add(std::function<void()> say) { m_sayings.push_back(std::move(say)); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == parent() && event->type() == QEvent::LanguageChange) {
            for (const auto& say : m_sayings)
                say();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::vector<std::function<void()>> m_sayings;
};

LanguageWatcher& watcherOf(QObject& object)
{
    for (QObject* const child : object.children()) {
        if (auto* const watcher = dynamic_cast<LanguageWatcher*>(child))
            return *watcher;
    }
    return *new LanguageWatcher(object);
}

} // namespace

void inEveryLanguage(QObject& object, std::function<void()> say)
{
    say();
    watcherOf(object).add(std::move(say));
}

} // namespace awaitscope
