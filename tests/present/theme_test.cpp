// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/theme.hpp"

#include <QGuiApplication>
#include <QTest>

namespace awaitscope {

namespace {

constexpr double readable = 4.5; // WCAG 2 AA for text
constexpr double visible = 3.0;  // WCAG 2 AA for what is not text

struct Pair
{
    const char* what;
    QColor ink;
    QColor ground;
};

std::vector<Pair> textsOf(const Theme& theme)
{
    return {
        {"text on a panel", theme.text, theme.panel},
        {"text on the window", theme.text, theme.window},
        {"secondary text on a panel", theme.secondaryText, theme.panel},
        {"secondary text on the window", theme.secondaryText, theme.window},
        {"text on waiting", theme.waiting.text, theme.waiting.fill},
        {"text on the hatch of waiting", theme.waiting.text, theme.hatch},
        {"text on violated", theme.violated.text, theme.violated.fill},
        {"violated text on a panel", theme.violated.text, theme.panel},
        {"text on holds", theme.holds.text, theme.holds.fill},
        {"holds text on a panel", theme.holds.text, theme.panel},
        {"text on cut", theme.cut.text, theme.cut.fill},
        {"cut text on a panel", theme.cut.text, theme.panel},
        {"text on a pressed choice", theme.clickable.text, theme.clickable.fill},
        {"a link on a panel", theme.clickable.line, theme.panel},
        {"a link on the window", theme.clickable.line, theme.window},
        {"text on not applicable", theme.notApplicable.text, theme.notApplicable.fill},
        {"not applicable text on a panel", theme.notApplicable.text, theme.panel},
        {"a badge's number", theme.badgeText, theme.badge},
    };
}

std::vector<Pair> shapesOf(const Theme& theme)
{
    return {
        {"a waiting span's outline", theme.waiting.line, theme.panel},
        {"a violated outline", theme.violated.line, theme.panel},
        {"a holds outline", theme.holds.line, theme.panel},
        {"the cut mark", theme.cut.line, theme.panel},
        {"a ghost", theme.notApplicable.line, theme.panel},
        {"a run tick", theme.run, theme.panel},
    };
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsReadableOnItsGround_data() { themes(); }
    void everyTextIsReadableOnItsGround()
    {
        QFETCH(bool, dark);
        for (const Pair& pair : textsOf(dark ? Theme::darkTheme() : Theme::light())) {
            const double ratio = contrastRatio(pair.ink, pair.ground);
            QVERIFY2(ratio >= readable, qPrintable(QString("%1: %2").arg(pair.what).arg(ratio)));
        }
    }

    void everyShapeStandsOutFromItsGround_data() { themes(); }
    void everyShapeStandsOutFromItsGround()
    {
        QFETCH(bool, dark);
        for (const Pair& pair : shapesOf(dark ? Theme::darkTheme() : Theme::light())) {
            const double ratio = contrastRatio(pair.ink, pair.ground);
            QVERIFY2(ratio >= visible, qPrintable(QString("%1: %2").arg(pair.what).arg(ratio)));
        }
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // #767676 is the well-known lightest grey that passes on white.
        QVERIFY(contrastRatio(QColor("#767676"), Qt::white) >= 4.5);
        QVERIFY(contrastRatio(QColor("#777777"), Qt::white) < 4.5);
    }

    void followsTheLightnessOfTheSystem()
    {
        QVERIFY(!Theme::following(QPalette(Qt::black, Qt::white, Qt::white, Qt::darkGray, Qt::gray, Qt::black,
                                           Qt::white, Qt::white, Qt::white)).dark);
        QVERIFY(Theme::following(QPalette(Qt::white, Qt::black, Qt::white, Qt::darkGray, Qt::gray, Qt::white,
                                          Qt::white, Qt::black, Qt::black)).dark);
    }

    void typeGrowsWithTheScale()
    {
        QCOMPARE(Theme::light(2).ui.pixelSize(), 2 * Theme::light().ui.pixelSize());
        QCOMPARE(Theme::light(2).codeFont(12).pixelSize(), 24);
        QCOMPARE(Theme::light(1.5).px(10), 15.0);
    }

    void eachVerdictHasATone()
    {
        const Theme theme = Theme::light();
        QCOMPARE(theme.toneOf(Verdict::violated).text, theme.violated.text);
        QCOMPARE(theme.toneOf(Verdict::holds).text, theme.holds.text);
        QCOMPARE(theme.toneOf(Verdict::notApplicable).text, theme.notApplicable.text);
    }

    void theStyleSheetHasNoWordLeftToReplace()
    {
        QVERIFY(!Theme::light().styleSheet().contains('@'));
        QVERIFY(Theme::darkTheme().styleSheet().contains(Theme::darkTheme().panel.name()));
    }

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

} // namespace awaitscope

QTEST_MAIN(awaitscope::ThemeTest)
#include "theme_test.moc"
