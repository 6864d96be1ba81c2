// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person chooses of the window: colours, type, motion, layout and language.
#include "present/words/language.hpp"
#include "widgets/actions/window_actions.hpp"
#include "widgets/toast.hpp"
#include "widgets/window/columns.hpp"
#include "widgets/window/main_window.hpp"
#include "widgets/window/top_bar.hpp"

#include <QAction>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr std::pair<Act, ThemeChoice> themeActs[] = {{Act::systemTheme, ThemeChoice::system},
                                                     {Act::lightTheme, ThemeChoice::light},
                                                     {Act::darkTheme, ThemeChoice::dark},
                                                     {Act::contrastTheme, ThemeChoice::contrast}};

constexpr std::pair<Act, const char*> languageActs[] = {
    {Act::systemLanguage, ""}, {Act::englishLanguage, "en"}, {Act::germanLanguage, "de"}};

} // namespace

void MainWindow::answerChoices()
{
    for (const auto& [act, choice] : themeActs)
        m_actions->onToggle(act, [this, chosen = choice](bool) { setThemeChoice(chosen); });
    m_actions->onToggle(Act::lessMotion, [this](bool isLess) {
        m_lessMotion = isLess;
        setLessMotion(isLess);
    });
    for (const auto& [act, language] : languageActs)
        m_actions->onToggle(act, [this, chosen = language](bool) { m_session.language().choose(chosen); });
    connect(&m_session.language(), &LanguageChooser::changed, this, &MainWindow::showChoices);
    m_actions->on(Act::nextTheme, [this] { setThemeChoice(nextAfter(m_appearance.choice)); });
    m_actions->on(Act::largerType, [this] { stepScale(1); });
    m_actions->on(Act::smallerType, [this] { stepScale(-1); });
    m_actions->on(Act::usualType, [this] { stepScale(0); });
    m_actions->on(Act::resetLayout, [this] { resetLayout(); });
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    Appearance appearance = m_appearance;
    appearance.choice = choice;
    setAppearance(appearance);
}

void MainWindow::setSystemDark(bool isDark)
{
    Appearance appearance = m_appearance;
    appearance.systemIsDark = isDark;
    setAppearance(appearance);
}

void MainWindow::setSystemLessMotion(bool isLess)
{
    if (!m_lessMotion)
        setLessMotion(isLess);
}

void MainWindow::setLessMotion(bool isLess)
{
    m_session.playback().setStepwise(isLess);
    (*m_actions)[Act::lessMotion].setChecked(isLess);
}

void MainWindow::setScale(double scale)
{
    Appearance appearance = m_appearance;
    appearance.scale = scale;
    setAppearance(appearance);
}

void MainWindow::stepScale(int steps)
{
    if (!isPresenting()) {
        setScale(steps == 0 ? 1 : typeScaleBeside(m_appearance.scale, steps));
        return;
    }
    // Of slides alone: what fits on the desk is another matter. They are as large as fits, so that larger type would cut what is read.
    if (steps > 0 && m_slideScale >= 1) {
        m_toast->say(tr("The type is as large as this screen allows: nothing is cut."));
        return;
    }
    m_slideScale = steps == 0 ? 1 : std::min(1.0, typeScaleBeside(m_slideScale, steps));
    layOutSlide();
    fold();
}

void MainWindow::resetLayout()
{
    m_wanted = {};
    m_wantedBefore = {};
    m_columns->setWidths({});
    showSteps(false);
    fold();
}

void MainWindow::showChoices()
{
    for (const auto& [act, choice] : themeActs)
        (*m_actions)[act].setChecked(choice == m_appearance.choice);
    for (const auto& [act, language] : languageActs)
        (*m_actions)[act].setChecked(language == m_session.language().choice());
    m_topBar->setThemeChoice(m_appearance.choice);
}

} // namespace awaitscope
