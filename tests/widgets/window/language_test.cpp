// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/files/remembered.hpp"
#include "support/waiting.hpp"
#include "widgets/actions/cancelling_sheet.hpp"
#include "widgets/presenting/presentation.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/story/story_text.hpp"
#include "widgets/tour/tour.hpp"
#include "widgets/window_keys.hpp"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QTranslator>

#include <functional>
#include <map>

namespace awaitscope {

namespace {

/// All that a person reads or hears of the window: by the object's place in its tree and what it is of it.
std::map<QString, QString> wordsOf(MainWindow& window)
{
    std::map<QString, QString> words;
    const std::function<void(const QObject&, const QString&)> visit = [&](const QObject& object, const QString& path) {
        const auto note = [&](const char* what, const QString& text) {
            if (!text.isEmpty())
                words[path + ' ' + QLatin1String(what)] = text;
        };
        if (const auto* const widget = qobject_cast<const QWidget*>(&object)) {
            note("tip", widget->toolTip());
            note("name", widget->accessibleName());
            note("description", widget->accessibleDescription());
            note("title", widget->windowTitle());
        }
        if (const auto* const label = qobject_cast<const QLabel*>(&object))
            note("text", label->text());
        if (const auto* const button = qobject_cast<const QAbstractButton*>(&object))
            note("text", button->text());
        if (const auto* const field = qobject_cast<const QLineEdit*>(&object))
            note("placeholder", field->placeholderText());
        if (const auto* const text = qobject_cast<const QTextEdit*>(&object))
            note("text", text->toPlainText());
        if (const auto* const action = qobject_cast<const QAction*>(&object))
            note("text", action->text());
        std::map<QString, int> numbers;
        for (const QObject* const child : object.children()) {
            const QString kind = QString::fromLatin1(child->metaObject()->className());
            visit(*child, QStringLiteral("%1/%2%3").arg(path, kind).arg(++numbers[kind]));
        }
    };
    Q_EMIT window.menu().lessons().aboutToShow(); // filled then
    visit(window, QString());
    return words;
}

/// A language in which every word of the program can be told from what is none of its own.
class Marked : public QTranslator
{
public:
    Marked() { QCoreApplication::installTranslator(this); }
    ~Marked() override { QCoreApplication::removeTranslator(this); }

    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return QLatin1String(context) == QLatin1String("QShortcut") || QString::fromUtf8(source).startsWith(":/")
                   ? QString()
                   : QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

class LanguageWindowTest : public WindowKeysTest
{
protected:
    void speak(const QString& language)
    {
        const std::map<QString, QString> names{{"de", "Deutsch"}, {"en", "English"}};
        const QString view = session.language().code() == "de" ? "Ansicht" : "View";
        QAction* const action = inMenu(view, names.at(language));
        ASSERT_TRUE(action);
        action->trigger();
        ASSERT_TRUE(test::waitFor([this] { return session.sweep().has_value(); })); // its words are made anew too
        test::settle();
        ASSERT_EQ(session.language().code(), language);
        ASSERT_TRUE(action->isChecked());
    }

    void expectSame(const std::map<QString, QString>& switched, const std::map<QString, QString>& fresh)
    {
        for (const auto& [where, text] : fresh) {
            const auto found = switched.find(where);
            EXPECT_EQ(found == switched.end() ? "" : found->second.toStdString(), text.toStdString())
                << where.toStdString();
        }
        for (const auto& [where, text] : switched)
            EXPECT_TRUE(fresh.contains(where)) << where.toStdString() << ": " << text.toStdString();
    }
};

} // namespace

TEST_F(LanguageWindowTest, IsAnotherInTheOpenWindowAsIfItHadBeenStartedInIt)
{
    for (const int scene : {0, 3, 6}) {
        session.setScene(scene);
        ASSERT_TRUE(test::waitFor([this] { return session.sweep().has_value(); }));
        test::settle();
        const std::map<QString, QString> before = wordsOf(window);
        speak("de");
        const std::map<QString, QString> german = wordsOf(window);
        {
            Session other{test::builtInCatalogue()};
            other.language().choose("de");
            ASSERT_TRUE(other.apply("awaitscope:alan-caches-requests?model=asio&timeout=250ms"));
            MainWindow fresh{other, Theme::light(), nullptr};
            test::showActive(fresh, QSize(1440, 900));
            for (const int seen : {0, 3, 6}) { // as this window was led
                if (seen <= scene)
                    other.setScene(seen);
            }
            ASSERT_TRUE(test::waitFor([&other] { return other.sweep().has_value(); }));
            test::settle();
            expectSame(german, wordsOf(fresh));
        }
        session.language().choose("en"); // the other session took its words with it
        test::settle();
        session.language().choose("de");
        test::settle();
        speak("en");
        expectSame(wordsOf(window), before);
    }
}

TEST_F(LanguageWindowTest, LeavesNoWordOfTheWindowOutside)
{
    const Marked marked;
    Session other{test::builtInCatalogue()};
    MainWindow fresh{other, Theme::light(), nullptr};
    test::showActive(fresh, QSize(1440, 900));
    for (const int scene : {0, 3, 6}) {
        other.setScene(scene);
        test::settle();
        // Names of the code, of the program and of other languages, the lesson's own texts, numbers and signs.
        std::string lesson;
        for (const LessonFile& file : other.lesson().files)
            lesson += file.text;
        for (const auto& [where, text] : wordsOf(fresh)) {
            QString rest = text;
            rest.remove(QRegularExpression(QStringLiteral("«[^»]*»")));
            rest.remove(QRegularExpression(QStringLiteral("\\([^)]*\\)$"))); // a key
            if (where.contains("StoryText") || !rest.contains(QRegularExpression(QStringLiteral("[A-Za-z]{3}"))))
                continue;
            static const QStringList names{"Awaitscope", "English", "Deutsch", "C++ · Boost.Asio", "Rust · tokio",
                                           "JavaScript · Node.js", "Python · asyncio"};
            for (const QString& name : names)
                rest.remove(name);
            for (const QString& word : rest.split(QRegularExpression(QStringLiteral("[^A-Za-z_.]+")), Qt::SkipEmptyParts))
                EXPECT_TRUE(word.size() < 3 || lesson.find(word.chopped(word.endsWith('.')).toStdString()) != std::string::npos)
                    << word.toStdString() << " of “" << text.toStdString() << "”, " << where.toStdString();
        }
    }
}

TEST_F(LanguageWindowTest, FitsItsWordsIntoTheButtons)
{
    speak("de");
    for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)}) {
        window.resize(size);
        for (int scene = 0; scene < 7; ++scene) {
            session.setScene(scene);
            test::settle();
            for (const StoryText* const text : window.story().findChildren<StoryText*>()) {
                EXPECT_EQ(text->verticalScrollBar()->value(), 0) << text->toPlainText().toStdString();
                if (text->isVisible()) {
                    EXPECT_LE(text->document()->size().height(), text->height()) << text->toPlainText().toStdString();
                }
            }
            for (const QAbstractButton* const button : window.findChildren<QAbstractButton*>()) {
                if (!button->isVisible() || button->text().isEmpty() || button->text().contains(QStringLiteral("…"))
                    || button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
                    continue;
                EXPECT_GE(button->width(), button->sizeHint().width())
                    << button->text().toStdString() << " at " << size.width();
            }
        }
    }
}

TEST_F(LanguageWindowTest, ChangesWhileOneIsAskedOnTourAndPresenting)
{
    session.setScene(3);
    test::settle();
    window.startTour();
    speak("de");
    EXPECT_TRUE(window.tour().accessibleName().startsWith("Die Geschichte. "));
    key(Qt::Key_Escape);
    key(Qt::Key_F5);
    EXPECT_TRUE(window.presentation().presenter().isPresenting());
    session.language().choose("en");
    test::settle();
    EXPECT_TRUE(window.presentation().presenter().isPresenting());
    EXPECT_EQ(window.presentation().presenter().title(), "Weeks later");
    key(Qt::Key_Escape);
    key(Qt::Key_W);
    ASSERT_TRUE(window.findChild<CancellingSheet*>());
    window.findChild<CancellingSheet*>()->close();
    speak("de");
    EXPECT_TRUE(CancellingSheet::markdown().startsWith("# Was Abbrechen bedeutet"));
    EXPECT_EQ(window.windowTitle(), "Alan merkt sich Antworten – Awaitscope");
}

TEST_F(LanguageWindowTest, IsKeptForTheNextStart)
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath("awaitscope.ini"), QSettings::IniFormat};
    {
        Session other{test::builtInCatalogue()};
        MainWindow first{other, Theme::light(), &settings};
        test::showActive(first, QSize(1440, 900));
        other.language().choose("de");
        first.close();
    }
    EXPECT_EQ(readRemembered(settings).language, "de");
    {
        Session other{test::builtInCatalogue()};
        other.language().choose("en"); // as by --language, for this once
        MainWindow second{other, Theme::light(), &settings};
        test::showActive(second, QSize(1440, 900));
        second.close();
    }
    EXPECT_EQ(readRemembered(settings).language, "de");
}

} // namespace awaitscope
