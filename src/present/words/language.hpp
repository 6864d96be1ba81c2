// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QTranslator;

namespace awaitscope {

/// A language that the window speaks.
struct WindowLanguage
{
    QString code; ///< "de", as in ISO 639-1
    QString name; ///< "Deutsch", as its speakers call it
};

/// English first.
const std::vector<WindowLanguage>& windowLanguages();

/// What a person types or a file keeps: "system" gives an empty text, else a code of windowLanguages(); nothing for
/// what is neither.
std::optional<QString> readLanguageChoice(const QString& text);

/// The first of `wanted`, such as "de-AT", that the window speaks; English if it speaks none of them.
QString languageAmong(const QStringList& wanted);

/// The language of the program's own words, and of Qt's as far as this machine has them. Until one is chosen it is
/// English, without asking the system. One at a time in a program; what it chose goes with it.
class LanguageChooser : public QObject
{
    Q_OBJECT

public:
    explicit LanguageChooser(QObject* parent = nullptr);
    ~LanguageChooser() override;

    const QString& choice() const { return m_choice; } ///< empty: as the system
    const QString& code() const { return m_code; }     ///< what is spoken

public Q_SLOTS:
    void choose(const QString& choice); ///< empty, or a code of windowLanguages()

Q_SIGNALS:
    void changed(); ///< another choice, or another language

private:
    void forget();
    void add(const QString& name, const QString& folder);

    QString m_choice;
    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace awaitscope
