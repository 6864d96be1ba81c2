// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/look/theme.hpp"
#include "present/session/session.hpp"
#include "present/words/sentences.hpp"

#include <QFrame>

namespace awaitscope {

/// The step one is in, in words: "250 ms  The timeout wins. …". It is the status for assistive technology too:
/// its accessible name changes with the step.
class StepSentence : public QFrame
{
    Q_OBJECT

public:
    StepSentence(Session& session, const Theme& theme, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    const QString& time() const { return m_time; }
    const QString& sentence() const { return m_sentence; }

    QStringList shownLines() const; ///< of the sentence, as far as there is room
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double textLeft() const;
    /// How the sentence is set in the room there is.
    struct Fitted
    {
        QFont font;
        QStringList lines;
        double lineHeight = 0;
    };
    Fitted fitted() const;
    void showRun();
    void showMoment();

    Session& m_session;
    Theme m_theme;
    std::vector<Step> m_steps;
    QString m_time;
    QString m_sentence;
};

} // namespace awaitscope
