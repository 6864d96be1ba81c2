// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

struct Lesson;

/// A row of a lesson's demo.md: what to press, what is seen then, and what to say.
struct DemoStep
{
    QString key = {}; ///< "Page Down"; empty where the row says none
    int times = 1; ///< that it is pressed
    QString press = {}; ///< as it is written: "`Page Down` ×2"
    QString see = {};
    QString say = {};

    friend bool operator==(const DemoStep&, const DemoStep&) = default;
};

/// A part of it, which is about one scene.
struct DemoPart
{
    QString time; ///< since the beginning: "0:09"
    QString title; ///< the scene's
    std::vector<DemoStep> rows;
};

/// The parts of a lesson's demo in their order; none where it has none.
std::vector<DemoPart> demoOf(const Lesson& lesson);

/// Where one is in a demo: follows the keys that are pressed. Keys that are not in the script leave it where it is.
class DemoPlace
{
public:
    /// From the part about the scene of that title on.
    void enter(const std::vector<DemoPart>& demo, const QString& sceneTitle);
    void press(const QString& key);

    const DemoPart* part() const { return m_part ? &*m_part : nullptr; } ///< null: the demo says nothing of this scene
    int current() const { return m_current; } ///< the row whose keys were pressed last; -1: none yet
    const DemoStep* next() const;              ///< what to press next; null at the end of the part

private:
    std::optional<DemoPart> m_part;
    int m_current = -1;
    int m_pressed = 0; ///< of the next row's key
};

} // namespace awaitscope
