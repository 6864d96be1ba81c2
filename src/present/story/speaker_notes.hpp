// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/story/demo_script.hpp"

#include <QObject>
#include <QString>

namespace awaitscope {

class Presenter;
class Session;

/// What whoever presents wants to know and the room does not: what the next step shows, where one is in the demo's script, and
/// the answer to what the room is asked.
class SpeakerNotes : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SpeakerNotes(Session& session, Presenter& presenter, QObject* parent = nullptr);

    QString scene() const;  ///< "4 / 7  Weeks later"
    QString next() const;   ///< "250 ms. The timeout wins. …", or the next scene, or that an answer is covered; may be empty
    QString answer() const; ///< of the question on the slide, revealed or not; empty: there is none
    const DemoPlace& place() const { return m_place; }

    void press(const QString& key); ///< as scripts call it: "Page Down"

Q_SIGNALS:
    void changed();

private:
    void enter();

    Session& m_session;
    Presenter& m_presenter;
    DemoPlace m_place;
    bool m_hasJustEntered = false;
};

/// "12:34": minutes and seconds of so many milliseconds.
QString clockText(qint64 milliseconds);

} // namespace awaitscope
