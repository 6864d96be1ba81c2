// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/traffic/traffic_guess.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace awaitscope {

namespace {

/// An answer is right from its own border to before the next one's.
constexpr std::array<double, 4> oldBorders = {0, 3, 30, 300};
constexpr std::array<double, 4> dayBorders = {0, 1, 7, 21};

template <std::size_t size>
int rightOf(const std::array<double, size>& borders, double value)
{
    int right = 0;
    for (std::size_t index = 1; index < size; ++index) {
        if (value >= borders[index])
            right = static_cast<int>(index);
    }
    return right;
}

} // namespace

TrafficGuess::TrafficGuess(const Theme& theme, QWidget* parent) : QWidget(parent), m_show(new QPushButton(tr("Show me"), this))
{
    setPalette(theme.palette());
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(static_cast<int>(theme.px(10)));
    column->addStretch(1);
    auto* const heading = new QLabel(tr("Before you look: what do you think?"), this);
    heading->setFont(theme.uiFont(17, QFont::Bold));
    heading->setPalette(theme.palette());
    heading->setAlignment(Qt::AlignHCenter);
    column->addWidget(heading);
    m_old = addQuestion(tr("Of 10,000 clients of the buggy version, how many get old data?"),
                        {tr("Hardly any"), tr("About 10"), tr("About 100"), tr("More than 300")}, *column, theme);
    m_days = addQuestion(tr("One in 100 of those complains. How long after the release does the first?"),
                         {tr("The same day"), tr("The same week"), tr("Within three weeks"), tr("Later, or never")}, *column, theme);
    m_show->setFont(theme.uiFont(14, QFont::DemiBold));
    m_show->setAutoDefault(false);
    column->addWidget(m_show, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_show, &QPushButton::clicked, this, &TrafficGuess::answered);
}

QButtonGroup* TrafficGuess::addQuestion(const QString& question, const QStringList& answers, QVBoxLayout& column, const Theme& theme)
{
    auto* const words = new QLabel(question, this);
    words->setFont(theme.uiFont(15));
    words->setPalette(theme.palette());
    words->setAlignment(Qt::AlignHCenter);
    words->setWordWrap(true);
    column.addWidget(words);
    auto* const group = new QButtonGroup(this);
    auto* const row = new QHBoxLayout;
    row->addStretch(1);
    for (const QString& answer : answers) {
        auto* const button = new QPushButton(answer, this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setFont(theme.uiFont(14));
        group->addButton(button, static_cast<int>(group->buttons().size()));
        row->addWidget(button);
    }
    row->addStretch(1);
    column.addLayout(row);
    connect(group, &QButtonGroup::idClicked, this, [this] {
        if (m_old->checkedId() >= 0 && m_days->checkedId() >= 0)
            Q_EMIT answered();
    });
    return group;
}

QPushButton& TrafficGuess::oldButton(int index) { return *static_cast<QPushButton*>(m_old->button(index)); }

QPushButton& TrafficGuess::daysButton(int index) { return *static_cast<QPushButton*>(m_days->button(index)); }

QString TrafficGuess::judged(double oldInTenThousand, std::optional<double> days) const
{
    QStringList words;
    const QLocale locale;
    if (const int guessed = m_old->checkedId(); guessed >= 0)
        words += (guessed == rightOf(oldBorders, oldInTenThousand) ? tr("You were right: since the release, of 10,000 clients %1 got old data.")
                                                                   : tr("You thought “%2”: since the release, of 10,000 clients %1 got old data."))
                     .arg(locale.toString(oldInTenThousand, 'f', 0), m_old->checkedButton()->text());
    if (const int guessed = m_days->checkedId(); guessed >= 0) {
        const bool isRight = guessed == (days ? rightOf(dayBorders, *days) : static_cast<int>(dayBorders.size()) - 1);
        const QString when = days ? tr("after %1 days").arg(locale.toString(*days, 'g', 2)) : tr("not by the end");
        words += (isRight ? tr("You were right: one in 100 complaining, the first came %1.")
                          : tr("You thought “%2”: one in 100 complaining, the first came %1."))
                     .arg(when, m_days->checkedButton()->text());
    }
    return words.join(QLatin1Char(' '));
}

} // namespace awaitscope
