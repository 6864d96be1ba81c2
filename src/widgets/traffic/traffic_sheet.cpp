// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/traffic/traffic_sheet.hpp"

#include "present/words/diagnostic_text.hpp"
#include "widgets/traffic/traffic_plot.hpp"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QSlider>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace awaitscope {

namespace {

constexpr int sampleOneIn = 50;
constexpr std::chrono::milliseconds standstill{150}; ///< of a slider, before the whole is served
constexpr int daysAWeek = 7;

QLabel* makeLabel(const QString& text, const QFont& font, const Theme& theme, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    label->setPalette(theme.palette());
    return label;
}

/// Of the times those that some requests are slow by; -1: none are.
int slowOf(const TrafficSpec& spec)
{
    const auto slow = std::ranges::find_if(spec.times, [](const TrafficTimes& times) { return times.slowShare > 0; });
    return slow == spec.times.end() ? -1 : static_cast<int>(slow - spec.times.begin());
}

} // namespace

TrafficSheet::TrafficSheet(const Session& session, const Theme& theme, QWidget* window)
    : QDialog(window), m_lesson(session.heldLesson()), m_theme(theme), m_scenario(session.scenario()),
      m_settled(new QTimer(this))
{
    setWindowTitle(tr("Weeks of traffic: %1").arg(QString::fromStdString(m_lesson->title)));
    setPalette(theme.palette());
    const TrafficSpec& spec = *m_lesson->traffic;
    const auto* const own = std::get_if<VirtualDuration>(&m_scenario.timeout);
    const VirtualDuration timeout = own ? *own : spec.timeout;

    auto* const controls = new QGridLayout;
    controls->setHorizontalSpacing(static_cast<int>(theme.px(10)));
    controls->setVerticalSpacing(static_cast<int>(theme.px(4)));
    m_timeout = addControl(*controls, tr("Timeout"), 10, 1000, static_cast<int>(std::chrono::round<std::chrono::milliseconds>(timeout).count()));
    const int slow = slowOf(spec);
    m_slow = addControl(*controls, tr("Slow clients"), 0, 100,
                        slow < 0 ? 0 : static_cast<int>(std::lround(100 * spec.times[static_cast<std::size_t>(slow)].slowShare)));
    m_slow.slider->setEnabled(slow >= 0);
    const auto perDay = static_cast<int>(spec.requests / static_cast<std::uint64_t>(spec.weeks * daysAWeek));
    m_traffic = addControl(*controls, tr("Requests a day"), 100, std::max(20'000, perDay), perDay);
    m_timeToLive = addControl(*controls, tr("Fresh for"), 1, std::max(72, spec.timeToLiveHours), spec.timeToLiveHours);
    m_complaint = addControl(*controls, tr("One in so many complains"), 0, 4, 2);

    m_served = makeLabel({}, theme.uiFont(12.5), theme, this);
    m_served->setWordWrap(true); // or it would keep the sheet wider than a slide
    m_summary = makeLabel({}, theme.uiFont(12.5), theme, this);
    m_summary->setWordWrap(true);
    auto* const plots = new QWidget(this);
    auto* const grid = new QGridLayout(plots);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(static_cast<int>(theme.px(4)));
    for (std::size_t index = 0; index < m_plots.size(); ++index) {
        m_titles[index] = makeLabel({}, theme.uiFont(13, QFont::DemiBold), theme, plots);
        m_plots[index] = new TrafficPlot(theme, plots);
        connect(m_plots[index], &TrafficPlot::requestWanted, this, &TrafficSheet::requestWanted);
        const int row = 2 * static_cast<int>(index / 2);
        const int column = static_cast<int>(index % 2);
        grid->addWidget(m_titles[index], row, column);
        grid->addWidget(m_plots[index], row + 1, column);
        grid->setRowStretch(row + 1, 1);
        grid->setColumnStretch(column, 1);
    }
    m_guess = new TrafficGuess(theme, this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_guess);
    m_pages->addWidget(plots);
    connect(m_guess, &TrafficGuess::answered, this, [this] {
        m_pages->setCurrentIndex(1);
        showWords();
    });

    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_served, 1);
    const auto addButton = [&](const QString& words, auto slot) {
        auto* const button = new QPushButton(words, this);
        button->setFont(theme.uiFont(13, QFont::Medium));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        buttons->addWidget(button);
    };
    addButton(tr("Save pictures…"), &TrafficSheet::savePictures);
    addButton(tr("Save tables…"), &TrafficSheet::saveTables);
    addButton(tr("Close"), &QDialog::reject);

    const int margin = static_cast<int>(theme.px(14));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, static_cast<int>(theme.px(10)));
    layout->setSpacing(static_cast<int>(theme.px(6)));
    layout->addLayout(controls);
    layout->addWidget(m_summary);
    layout->addWidget(m_pages, 1);
    layout->addLayout(buttons);
    resize(window->size() - QSize(24, 24));
    move(window->mapToGlobal(QPoint(12, 12)));

    m_settled->setSingleShot(true);
    m_settled->setInterval(standstill);
    connect(m_settled, &QTimer::timeout, this, &TrafficSheet::serveWhole);
    connect(&m_maker, &TrafficMaker::changed, this, &TrafficSheet::showResults);
    connect(&m_maker, &TrafficMaker::progressed, this, &TrafficSheet::showWords);
    connect(&m_maker, &TrafficMaker::failed, this, [this](const Diagnostic& error) { Q_EMIT failed(diagnosticText(error)); });
    showControls();
    serveSample();
    m_settled->start();
}

TrafficSheet::Control TrafficSheet::addControl(QGridLayout& grid, const QString& title, int least, int most, int value)
{
    Control control{makeLabel(title, m_theme.uiFont(12.5), m_theme, this), new QSlider(Qt::Horizontal, this),
                    makeLabel({}, m_theme.codeFont(12.5), m_theme, this)};
    control.slider->setRange(least, most);
    control.slider->setValue(std::clamp(value, least, most));
    control.slider->setPageStep(std::max(1, (most - least) / 20));
    control.slider->setAccessibleName(title);
    control.slider->setPalette(m_theme.palette());
    const int column = grid.columnCount() == 1 ? 0 : grid.columnCount();
    grid.addWidget(control.title, 0, column);
    grid.addWidget(control.value, 0, column + 1, Qt::AlignRight);
    grid.addWidget(control.slider, 1, column, 1, 2);
    connect(control.slider, &QSlider::valueChanged, this, &TrafficSheet::changed);
    return control;
}

bool TrafficSheet::isOf(const Session& session, const Theme& theme) const
{
    const Scenario& shown = session.scenario();
    return &session.lesson() == m_lesson.get() && theme.look == m_theme.look && theme.scale == m_theme.scale && shown.model == m_scenario.model
           && shown.cancelOn == m_scenario.cancelOn
           && std::ranges::all_of(servedVariants(*m_lesson, shown), [served = servedVariants(*m_lesson, m_scenario)](const std::string& variant) {
                  return std::ranges::find(served, variant) != served.end();
              });
}

double TrafficSheet::oneIn() const { return std::pow(10.0, m_complaint.slider->value()); }

std::vector<TrafficOrder> TrafficSheet::orders(int oneKeyIn) const
{
    std::vector<TrafficOrder> orders;
    for (const std::string& variant : servedVariants(*m_lesson, m_scenario)) {
        Scenario scenario = m_scenario;
        scenario.variants = {variant};
        scenario.timeout = VirtualDuration{std::chrono::milliseconds{m_timeout.slider->value()}};
        Result<TrafficOrder> order = trafficOf(*m_lesson, scenario);
        if (!order)
            continue;
        order->oneKeyIn = oneKeyIn;
        TrafficSpec& spec = order->spec;
        spec.requests = static_cast<std::uint64_t>(m_traffic.slider->value()) * static_cast<std::uint64_t>(spec.weeks * daysAWeek);
        spec.timeToLiveHours = m_timeToLive.slider->value();
        if (const int slow = slowOf(spec); slow >= 0)
            spec.times[static_cast<std::size_t>(slow)].slowShare = m_slow.slider->value() / 100.0;
        orders.push_back(*std::move(order));
    }
    return orders;
}

void TrafficSheet::changed()
{
    showControls();
    if (sender() == m_complaint.slider) // it decides about nothing that is run
        return showWords();
    serveSample();
    m_settled->start();
}

void TrafficSheet::serveSample()
{
    m_isSampling = true;
    m_maker.make(m_lesson, orders(std::min(sampleOneIn, m_lesson->traffic->keys)));
}

void TrafficSheet::serveWhole()
{
    // First there is something to see, however slow the machine: once the sample is there, the whole follows (showResults()).
    if (!m_isSampling)
        m_maker.make(m_lesson, orders(1));
}

bool TrafficSheet::isWhole() const
{
    return !m_maker.results().empty() && m_maker.results().front().order.oneKeyIn == 1;
}

void TrafficSheet::showControls()
{
    const QLocale locale;
    m_timeout.value->setText(tr("%1 ms").arg(m_timeout.slider->value()));
    m_slow.value->setText(tr("%1 %").arg(m_slow.slider->value()));
    m_traffic.value->setText(locale.toString(m_traffic.slider->value()));
    m_timeToLive.value->setText(tr("%1 h").arg(m_timeToLive.slider->value()));
    m_complaint.value->setText(locale.toString(oneIn(), 'f', 0));
}

void TrafficSheet::showResults()
{
    m_isSampling = false;
    if (m_maker.results().empty()) // none could be served
        return showWords();
    if (!isWhole() && !m_settled->isActive())
        serveWhole();
    std::vector<TrafficFigure> figures = figuresOf(*m_lesson, m_maker.results());
    for (std::size_t index = 0; index < m_plots.size(); ++index) {
        m_titles[index]->setText(figures[index].title);
        m_plots[index]->setFigure(std::move(figures[index]));
    }
    showWords();
}

void TrafficSheet::showWords()
{
    if (m_maker.results().empty()) {
        m_served->setText(tr("Serving …"));
        return;
    }
    QString served = servedWords(m_maker.results().front());
    if (m_maker.isMaking() && m_maker.progress() > 0)
        served += QLatin1Char(' ') + tr("The whole is %1 % done.").arg(static_cast<int>(100 * m_maker.progress()));
    m_served->setText(served);
    m_summary->setVisible(m_pages->currentIndex() == 1);
    QStringList words;
    const TrafficResult* buggy = nullptr;
    for (const TrafficResult& result : m_maker.results()) {
        words += summaryOf(*m_lesson, result);
        if (!buggy && m_lesson->findVariant(result.order.scenario.variants.front())->kind == VariantKind::buggy)
            buggy = &result;
    }
    if (buggy)
        words += dashboardWords(*buggy);
    // Of a sample complain so many fewer, that it says nothing of when the first does.
    if (buggy && isWhole()) {
        words += complaintWords(*buggy, oneIn());
        words += m_guess->judged(oldInTenThousand(*buggy), daysToComplaint(*buggy, 100));
    }
    words.removeAll(QString());
    m_summary->setText(words.join(QLatin1Char('\n')));
}

QString TrafficSheet::words() const { return m_summary->isHidden() ? QString() : m_summary->text(); }

void TrafficSheet::save(const QString& title, const QString& filter, const QString& ending)
{
    const QString path =
        m_asker(this, {FileQuestion::Kind::save, title, QString::fromStdString(m_lesson->slug) + QStringLiteral("-traffic") + ending, filter, ending});
    if (path.isEmpty())
        return;
    const QFileInfo named(path);
    const QString beginning = named.path() + QLatin1Char('/') + named.completeBaseName();
    for (TrafficPlot* const plot : m_plots) {
        QSaveFile file(beginning + QLatin1Char('-') + plot->figure().id + ending);
        bool isWritten = file.open(QIODevice::WriteOnly);
        if (isWritten && ending == QLatin1String(".csv")) {
            const QByteArray csv = plot->figure().csv();
            isWritten = file.write(csv) == csv.size();
        } else if (isWritten) {
            QImage image(plot->size() * 2, QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(2);
            plot->render(&image);
            isWritten = image.save(&file, "PNG");
        }
        if (!isWritten || !file.commit()) {
            Q_EMIT failed(tr("%1 could not be written: %2. Choose a folder that can be written to.").arg(file.fileName(), file.errorString()));
            return;
        }
    }
    m_served->setText(tr("Saved: %1").arg(beginning + QStringLiteral("-…") + ending));
}

void TrafficSheet::savePictures() { save(tr("Save the plots as pictures"), tr("PNG picture (*.png)"), QStringLiteral(".png")); }

void TrafficSheet::saveTables() { save(tr("Save the plots as tables"), tr("Table (*.csv)"), QStringLiteral(".csv")); }

} // namespace awaitscope
