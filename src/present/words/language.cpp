// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/words/language.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace awaitscope {

namespace {

const auto ownFolder = QStringLiteral(":/languages");

/// Names of keys, which are Qt's words: not every machine has those in other languages. For lupdate alone.
[[maybe_unused]] constexpr const char* keyNames[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),  QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Alt"),   QT_TRANSLATE_NOOP("QShortcut", "Space"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),  QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Home"),  QT_TRANSLATE_NOOP("QShortcut", "End"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),  QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Esc"),
};

} // namespace

const std::vector<WindowLanguage>& windowLanguages()
{
    static const std::vector<WindowLanguage> languages{{QStringLiteral("en"), QStringLiteral("English")},
                                                       {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    return languages;
}

std::optional<QString> readLanguageChoice(const QString& text)
{
    if (text == QLatin1String("system"))
        return QString();
    const auto& languages = windowLanguages();
    return std::ranges::find(languages, text, &WindowLanguage::code) == languages.end() ? std::nullopt
                                                                                       : std::optional{text};
}

QString languageAmong(const QStringList& wanted)
{
    for (const QString& name : wanted) {
        const QString code = name.section('-', 0, 0).section('_', 0, 0);
        if (const std::optional<QString> spoken = readLanguageChoice(code); spoken && !spoken->isEmpty())
            return *spoken;
    }
    return windowLanguages().front().code;
}

LanguageChooser::LanguageChooser(QObject* parent) : QObject(parent), m_code(windowLanguages().front().code) {}

LanguageChooser::~LanguageChooser() { forget(); }

void LanguageChooser::choose(const QString& choice)
{
    const QString code = choice.isEmpty() ? languageAmong(QLocale::system().uiLanguages()) : choice;
    const bool isOther = code != m_code;
    m_choice = choice;
    m_code = code;
    // Else a German machine would put its commas into English.
    QLocale::setDefault(code == windowLanguages().front().code ? QLocale(QLocale::English, QLocale::UnitedStates)
                                                               : QLocale(code));
    if (isOther) {
        forget();
        if (code != windowLanguages().front().code) {
            const QString qts = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
            add(QStringLiteral("qtbase_") + code, qts);
            add(QStringLiteral("qscintilla_") + code, qts);
            add(QStringLiteral("awaitscope_") + code, ownFolder);
        }
    }
    Q_EMIT changed();
}

void LanguageChooser::forget()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

void LanguageChooser::add(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
        m_translators.push_back(std::move(translator));
}

} // namespace awaitscope
