// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace awaitscope {

class StoryText;
struct Theme;

/// A text to read over the window, which lies in the program: what cancelling means, the manual, the licence. Escape, its keys
/// and a click on Close close it. In the middle of `window`, and no larger than it: what does not fit scrolls.
class TextSheet : public QDialog
{
    Q_OBJECT

public:
    TextSheet(const QString& title, const QString& markdown, const QList<QKeySequence>& keys, const Theme& theme, QWidget* window);

    const StoryText& text() const { return *m_text; }

    /// A file of the program's own; throws std::logic_error if it has none of that name.
    static QString read(const QString& resource);

private:
    StoryText* m_text;
};

/// Name, version, licence and what it is made with.
TextSheet* aboutSheet(const Theme& theme, QWidget* window);
/// README.md, without its pictures.
TextSheet* manualSheet(const Theme& theme, QWidget* window);
/// GPL-3.0-or-later, whole.
TextSheet* licenceSheet(const Theme& theme, QWidget* window);

} // namespace awaitscope
