// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/files/scenario_file.hpp"
#include "present/files/share_memory.hpp"
#include "support/waiting.hpp"
#include "widgets/outcome/outcome_map.hpp"
#include "widgets/share/picture.hpp"
#include "widgets/share/picture_sheet.hpp"
#include "widgets/share/sharing.hpp"
#include "widgets/story/story_pane.hpp"
#include "widgets/timeline/lane_plot.hpp"
#include "widgets/timeline/scope_view.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/centre_column.hpp"
#include "widgets/window/side_column.hpp"
#include "widgets/window_keys.hpp"

#include <QAbstractScrollArea>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>
#include <QXmlStreamReader>

#include <optional>

namespace awaitscope {

using namespace std::chrono_literals;

/// A person who shares what the window shows, and answers each file dialog with `answer`.
class SharingTest : public WindowKeysTest
{
protected:
    void SetUp() override
    {
        WindowKeysTest::SetUp();
        window.sharing().setAsker([this](QWidget*, const FileQuestion& question) {
            asked = question;
            return answer;
        });
    }

    QString in(const QString& name) const { return folder.filePath(name); }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    /// Ctrl+E, the choices by their words, and "Save…" by Return.
    void savePicture(const QStringList& choices, const QString& name)
    {
        answer = in(name);
        key(Qt::Key_E, Qt::ControlModifier);
        auto* const sheet = window.findChild<PictureSheet*>();
        ASSERT_TRUE(sheet);
        for (QRadioButton* const button : sheet->findChildren<QRadioButton*>()) {
            if (choices.contains(button->text()))
                QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        }
        QTest::keyClick(sheet, Qt::Key_Return);
        ASSERT_TRUE(test::waitFor([this] { return !window.findChild<PictureSheet*>(); }));
        window.activateWindow(); // what a window manager does
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window, test::longestWait));
        ASSERT_TRUE(test::waitFor([this] { return !window.sharing().isWriting(); }));
    }

    void drop(QWidget& target, const QMimeData& data)
    {
        const QPoint point = target.rect().center();
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&target, &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent event(point, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&target, &event);
        EXPECT_TRUE(event.isAccepted());
    }

    QTemporaryDir folder;
    QString answer;
    std::optional<FileQuestion> asked;
};

/// Calls `action` once a dialog of that kind is open, however long that takes: it waits in an event loop of its own, and who comes
/// to it too early would leave it waiting for ever.
template <class Dialog, class Action>
void whenOpen(QWidget& owner, Action action)
{
    auto* const timer = new QTimer(&owner);
    QObject::connect(timer, &QTimer::timeout, &owner, [timer, action] {
        auto* const dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        action(*dialog);
    });
    timer->start(10);
}

TEST_F(SharingTest, SavesAPngOfExactlyTheSizeChosen)
{
    const QSize scope = sizeOf(window, PictureOf::scope);
    const std::pair<QString, int> scales[] = {{"1×", 1}, {"2×", 2}, {"3×", 3}};
    for (const auto& [words, scale] : scales) {
        savePicture({"The scopes", "PNG", words}, "scope.png");
        const QImage image(in("scope.png"));
        EXPECT_EQ(image.size(), scope * scale);
        EXPECT_EQ(image.text("Description"), session.scenarioString());
        savePicture({"The whole window", "PNG", words}, "window.png");
        EXPECT_EQ(QImage(in("window.png")).size(), window.size() * scale);
        EXPECT_TRUE(window.toast().text().startsWith("Saved: ")) << window.toast().text().toStdString();
    }
    EXPECT_TRUE(asked->path.endsWith("/alan-caches-requests-250ms-asio-cancel-window.png")) << asked->path.toStdString();
    EXPECT_EQ(window.errorText(), "");
}

TEST_F(SharingTest, ALargerPictureIsDrawnLargerAndNotBlownUp)
{
    for (const PictureOf of : {PictureOf::scope, PictureOf::window}) {
        const QImage once = imageOf(window, {of, PictureFormat::png, 1});
        const QImage thrice = imageOf(window, {of, PictureFormat::png, 3});
        // In a picture that was blown up by smoothing or by copies, neighbours of one old pixel hardly differ.
        QImage blownUp = once;
        blownUp.setDevicePixelRatio(1);
        blownUp = blownUp.scaled(thrice.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const auto edges = [](const QImage& image) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 1; x < image.width(); ++x)
                    count += std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y))) > 60 ? 1 : 0;
            }
            return count;
        };
        EXPECT_GT(edges(thrice), 4 * edges(blownUp));
    }
}

TEST_F(SharingTest, ADrawingHasTheColoursOfTheWindow)
{
    const QImage once = imageOf(window, {PictureOf::window, PictureFormat::png, 1});
    QSvgRenderer renderer(pictureOf(window, {PictureOf::window, PictureFormat::svg, 1}));
    QImage drawn(once.size(), QImage::Format_RGB32);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    const QImage thrice = imageOf(window, {PictureOf::window, PictureFormat::png, 3});
    // The ground of each pane, at its edge, where no text is.
    const QWidget* const panes[] = {&window.centre().scopes()[0]->plot(), &window.centre().scopes()[1]->plot(),
                                    &window.centre().map(), &window.story()};
    for (const QWidget* const pane : panes) {
        const QPoint point = pane->mapTo(&window, QPoint(4, pane->height() - 6));
        EXPECT_EQ(once.pixelColor(point), window.theme().panel) << pane->metaObject()->className();
        EXPECT_EQ(drawn.pixelColor(point), window.theme().panel) << pane->metaObject()->className();
        EXPECT_EQ(thrice.pixelColor(point * 3), window.theme().panel) << pane->metaObject()->className();
    }
}

TEST_F(SharingTest, SavesAnSvgThatParsesAndHasTheWordsThatAreSeen)
{
    for (const QString what : {"The scopes", "The whole window"}) {
        savePicture({what, "SVG"}, "picture.svg");
        const QByteArray svg = contentOf(in("picture.svg"));
        QXmlStreamReader reader(svg);
        QStringList words;
        int images = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QLatin1String("text"))
                words += reader.readElementText();
            else if (reader.isStartElement() && reader.name() == QLatin1String("image"))
                ++images;
        }
        EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
        for (const char* const seen : {"Buggy", "Fixed", "cache.set never ran", "http.make_request", "timeout 250 ms",
                                       "the client gets v1, three weeks old"})
            EXPECT_TRUE(words.contains(seen)) << seen;
        const bool isWindow = what == "The whole window";
        EXPECT_EQ(words.contains("The fix, and what remains"), isWindow);
        EXPECT_LE(images, isWindow ? 8 : 0) << "drawn, but for the badges within the story's text";
        QSvgRenderer renderer(svg);
        EXPECT_TRUE(renderer.isValid());
        EXPECT_EQ(renderer.defaultSize(), isWindow ? window.size() : sizeOf(window, PictureOf::scope));
    }
}

TEST_F(SharingTest, SavesAPdfOfOnePageThatFits)
{
    for (const QString what : {"The scopes", "The whole window"}) {
        savePicture({what, "PDF"}, "picture.pdf");
        const QString pdf = QString::fromLatin1(contentOf(in("picture.pdf")));
        EXPECT_TRUE(pdf.startsWith("%PDF-"));
        EXPECT_EQ(pdf.count(QRegularExpression("/Type\\s*/Page\\b")), 1);
        const QRegularExpressionMatch box =
            QRegularExpression("/MediaBox\\s*\\[\\s*0\\s+0\\s+([\\d.]+)\\s+([\\d.]+)").match(pdf);
        ASSERT_TRUE(box.hasMatch());
        const QSize size = what == "The scopes" ? sizeOf(window, PictureOf::scope) : window.size();
        EXPECT_EQ(QSizeF(box.captured(1).toDouble(), box.captured(2).toDouble()), QSizeF(size));
        EXPECT_TRUE(pdf.contains("/FontFile2")) << "text with its font";
    }
}

TEST_F(SharingTest, SavesATraceOfAllVariants)
{
    answer = in("trace.json");
    inMenu("Scenario", "Save a trace for Perfetto…")->trigger();
    EXPECT_TRUE(asked->path.endsWith("/alan-caches-requests-250ms-asio-cancel.json"));
    const QJsonObject trace = QJsonDocument::fromJson(contentOf(answer)).object();
    EXPECT_EQ(trace["otherData"].toObject()["variant"].toString(), "buggy,fixed");
    EXPECT_EQ(trace["otherData"].toObject()["scenario"].toString(), session.scenarioString());
    QSet<QString> phases;
    for (const QJsonValue& event : trace["traceEvents"].toArray())
        phases.insert(event.toObject()["ph"].toString());
    EXPECT_EQ(phases, (QSet<QString>{"M", "X", "i"}));
}

TEST_F(SharingTest, ReadsWellInBothThemes)
{
    for (const Theme& theme : {Theme::light(), Theme::darkTheme()}) {
        window.setTheme(theme);
        window.sharing().choosePicture();
        auto* const sheet = window.findChild<PictureSheet*>();
        ASSERT_TRUE(sheet);
        QList<QWidget*> texts;
        for (QLabel* const label : sheet->findChildren<QLabel*>())
            texts += label;
        for (QRadioButton* const button : sheet->findChildren<QRadioButton*>())
            texts += button;
        EXPECT_GE(texts.size(), 12);
        for (const QWidget* const text : texts)
            EXPECT_GE(contrastRatio(text->palette().color(QPalette::WindowText), theme.window), 4.5);
        sheet->reject();
        ASSERT_TRUE(test::waitFor([&] { return !window.findChild<PictureSheet*>(); }));
    }
}

TEST_F(SharingTest, CopiesAPicture)
{
    key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->image().size(), sizeOf(window, PictureOf::scope) * 2);
    EXPECT_TRUE(window.toast().text().startsWith("Copied: a picture of the scopes, "));
    key(Qt::Key_E, Qt::ControlModifier);
    auto* const sheet = window.findChild<PictureSheet*>();
    ASSERT_TRUE(sheet);
    for (QRadioButton* const button : sheet->findChildren<QRadioButton*>()) {
        if (button->text() == "SVG")
            button->click();
    }
    EXPECT_TRUE(sheet->sizeText().contains("drawing"));
    sheet->copyButton().click();
    EXPECT_TRUE(QGuiApplication::clipboard()->mimeData()->hasFormat("image/svg+xml"));
}

TEST_F(SharingTest, SaysWhatIsWrongWithAFileToWriteAndLeavesTheOlderOne)
{
    savePicture({"PNG"}, "alan.gif");
    EXPECT_TRUE(window.errorText().contains(".png, .svg or .pdf")) << window.errorText().toStdString();
    EXPECT_FALSE(QFile::exists(in("alan.gif")));
    savePicture({"PNG"}, "no/such/folder/alan.png");
    EXPECT_TRUE(window.errorText().contains("could not be written")) << window.errorText().toStdString();
    write(in("there.png"), "older");
    savePicture({"PNG"}, "there"); // a dialog that left the ending to us has not asked about it
    EXPECT_TRUE(window.errorText().contains("is there already")) << window.errorText().toStdString();
    EXPECT_EQ(contentOf(in("there.png")), "older");
    savePicture({"PNG"}, "new");
    EXPECT_FALSE(QImage(in("new.png")).isNull());
    answer.clear(); // Cancel
    inMenu("Scenario", "Save as…")->trigger();
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), (QStringList{"new.png", "there.png"}));
}

TEST_F(SharingTest, BringsBackFromAFileWhatWasSaved)
{
    answer = in("rehearsed.awaitscope");
    session.playback().setPosition(VirtualTime{210ms});
    const QString before = session.scenarioString();
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(asked->path.endsWith("/alan-caches-requests-250ms-asio-cancel.awaitscope"));
    EXPECT_TRUE(window.windowTitle().startsWith("rehearsed.awaitscope[*] – ")) << window.windowTitle().toStdString();
    EXPECT_FALSE(window.isWindowModified());
    session.playback().toEnd();
    EXPECT_FALSE(window.isWindowModified()) << "to play is no change";
    key(Qt::Key_M);
    key(Qt::Key_N);
    EXPECT_TRUE(window.isWindowModified());
    key(Qt::Key_O, Qt::ControlModifier);
    EXPECT_EQ(session.scenarioString(), before);
    EXPECT_FALSE(window.isWindowModified());
    key(Qt::Key_M);
    asked.reset();
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(asked) << "it has its file";
    EXPECT_TRUE(contentOf(answer).contains("model=drop"));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(window.isWindowModified());
    EXPECT_EQ(window.errorText(), "");
}

TEST_F(SharingTest, ExplainsADamagedFileAndNeitherShowsNorOverwritesIt)
{
    const QString before = session.scenarioString();
    answer = in("bad.awaitscope");
    const std::pair<QByteArray, QString> cases[] = {
        {"{\n  \"format\": \"awaitscope-scenario\",\n", "bad.awaitscope:3: "},
        {QByteArray("\x89PNG\r\n\x1a\n\0", 9), "not UTF-8"},
        {R"({"format": "awaitscope-scenario", "version": 9})", "newer Awaitscope"},
        {QByteArray::fromStdString(toFileText({"awaitscope:barbara"})), "There is no lesson"},
        {QByteArray(3'000'000, ' '), "too long"},
        {R"({"format": "awaitscope-scenario", "version": 1, "scenario": 7})", "scenario cannot be 7"},
    };
    for (const auto& [content, said] : cases) {
        write(answer, content);
        key(Qt::Key_O, Qt::ControlModifier);
        EXPECT_TRUE(window.errorText().contains(said)) << said.toStdString() << '\n' << window.errorText().toStdString();
        EXPECT_EQ(session.scenarioString(), before);
        EXPECT_FALSE(window.windowTitle().contains("bad")) << "it is not the window's file";
        if (said == "There is no lesson")
            continue; // whole, only not for this version: it may be replaced
        key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_TRUE(window.errorText().contains("left as it is")) << window.errorText().toStdString();
        EXPECT_EQ(contentOf(answer), content);
    }
}

TEST_F(SharingTest, OpensAFileOrALinkThatIsDroppedAnywhere)
{
    write(in("dropped file.awaitscope"),
          QByteArray::fromStdString(toFileText({"awaitscope:alan-caches-requests?model=eager&timeout=120ms"})));
    auto* const deep = window.side().findChild<QAbstractScrollArea*>();
    ASSERT_TRUE(deep);
    for (QWidget* const target : {static_cast<QWidget*>(&window), window.childAt(window.rect().center()),
                                  deep->viewport()}) {
        session.apply("awaitscope:alan-caches-requests");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(in("dropped file.awaitscope"))});
        drop(*target, data);
        EXPECT_EQ(session.scenario().model, CancelModel::eager) << target->metaObject()->className();
    }
    QMimeData link;
    link.setText("awaitscope:alan-caches-requests?timeout=70ms\n");
    drop(window, link);
    EXPECT_EQ(session.run().timeout, 70ms);
    QMimeData other;
    other.setText("hello");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &other, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &enter);
    EXPECT_EQ(session.run().timeout, 70ms);
}

TEST_F(SharingTest, AsksTheRealDialogWhichAddsTheEndingAndAsksBeforeItOverwrites)
{
    window.sharing().setAsker(askForFile);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    write(in("taken.json"), "older");
    bool hasAsked = false;
    const auto type = [](QFileDialog& dialog, const QString& name) {
        auto* const edit = dialog.findChild<QLineEdit*>("fileNameEdit");
        // Not by keys: once the folder has been read these open a list of names, which takes Return for itself.
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
    };
    whenOpen<QFileDialog>(window, [&](QFileDialog& dialog) { type(dialog, in("trace")); });
    inMenu("Scenario", "Save a trace for Perfetto…")->trigger();
    EXPECT_TRUE(contentOf(in("trace.json")).startsWith("{"));
    whenOpen<QFileDialog>(window, [&](QFileDialog& dialog) {
        whenOpen<QMessageBox>(window, [&](QMessageBox& box) {
            hasAsked = true;
            QTest::keyClick(&box, Qt::Key_Escape);
            dialog.reject();
        });
        type(dialog, in("taken"));
    });
    inMenu("Scenario", "Save a trace for Perfetto…")->trigger();
    EXPECT_TRUE(hasAsked);
    EXPECT_EQ(contentOf(in("taken.json")), "older");
    EXPECT_EQ(window.sharing().memory().folder, folder.path()) << "where the next dialog opens";
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false);
}

TEST_F(SharingTest, RemembersFolderAndChoiceFromOneStartToTheNext)
{
    QSettings settings(in("settings.ini"), QSettings::IniFormat);
    const ShareMemory kept{folder.path(), {PictureOf::window, PictureFormat::svg, 3}};
    keep(kept, settings);
    EXPECT_EQ(readShareMemory(settings), kept);
    EXPECT_EQ(folderOf(kept), folder.path());
    for (const char* const name : {"share/of", "share/format", "share/scale"})
        settings.setValue(name, "99");
    EXPECT_EQ(readShareMemory(settings).picture, PictureChoice{});
    EXPECT_NE(folderOf({"/no/such/folder", {}}), "/no/such/folder");
}

} // namespace awaitscope
