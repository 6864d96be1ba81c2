// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/presenting/speaker_view.hpp"

#include "present/story/speaker_notes.hpp"
#include "widgets/in_every_language.hpp"

#include <QAction>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QTextBrowser>
#include <QTime>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace awaitscope {

namespace {

constexpr QSize usualSize{560, 640}; // pixels at scale 1, where it lies beside the slide

} // namespace

QRect speakerScreen(const QList<QRect>& screens, int slide)
{
    for (int i = 0; i < screens.size(); ++i) {
        if (i != slide)
            return screens[i];
    }
    return {};
}

SpeakerView::SpeakerView(SpeakerNotes& notes, const Theme& theme, QWidget& window)
    : QWidget(&window, Qt::Dialog), // else a window manager puts it behind a slide that fills the screen
      m_notes(notes),
      m_window(window),
      m_theme(theme),
      m_timer(new QTimer(this)),
      m_clock(new QLabel(this)),
      m_scene(new QLabel(this)),
      m_nextTitle(new QLabel(this)),
      m_next(new QLabel(this)),
      m_answerTitle(new QLabel(this)),
      m_answer(new QLabel(this)),
      m_script(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("speaker-view"));
    setAttribute(Qt::WA_ShowWithoutActivating); // the clicker's keys stay with the slide
    auto* const layout = new QVBoxLayout(this);
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_clock, m_scene, m_nextTitle, m_next, m_answerTitle, m_answer})
        layout->addWidget(widget);
    layout->addWidget(m_script, 1);
    for (QLabel* const label : {m_scene, m_next, m_answer}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_script->setFrameShape(QFrame::NoFrame);
    m_script->setFocusPolicy(Qt::NoFocus);
    m_script->setOpenLinks(false);
    m_timer->setInterval(std::chrono::seconds{1});
    connect(m_timer, &QTimer::timeout, this, &SpeakerView::tick);
    connect(&notes, &SpeakerNotes::changed, this, &SpeakerView::refresh);
    inEveryLanguage(*this, [this] {
        setWindowTitle(tr("Speaker's view – Awaitscope"));
        m_nextTitle->setText(tr("Next"));
        m_answerTitle->setText(tr("The answer"));
        m_script->setAccessibleName(tr("The demo's script"));
        refresh();
    });
    setTheme(theme);
    m_since.start();
}

void SpeakerView::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int margin = static_cast<int>(theme.px(18));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(static_cast<int>(theme.px(8)));
    setPalette(theme.palette());
    m_clock->setFont(theme.uiFont(34, QFont::Bold));
    m_scene->setFont(theme.uiFont(18, QFont::DemiBold));
    for (QLabel* const label : {m_next, m_answer})
        label->setFont(theme.uiFont(16));
    QPalette secondary = theme.palette();
    secondary.setColor(QPalette::WindowText, theme.secondaryText);
    for (QLabel* const label : {m_nextTitle, m_answerTitle}) {
        label->setFont(theme.uiFont(13, QFont::DemiBold));
        label->setPalette(secondary);
    }
    for (QLabel* const label : {m_clock, m_scene, m_next, m_answer})
        label->setPalette(theme.palette());
    m_script->setFont(theme.uiFont(15));
    m_script->setPalette(theme.palette());
    refresh();
}

void SpeakerView::begin()
{
    m_since.restart();
    showOnAnotherScreen();
}

bool SpeakerView::showOnAnotherScreen()
{
    QList<QRect> places;
    for (const QScreen* const screen : QGuiApplication::screens())
        places += screen->availableGeometry();
    const qsizetype slide = QGuiApplication::screens().indexOf(m_window.screen());
    const QRect place = speakerScreen(places, static_cast<int>(slide));
    if (place.isNull())
        return false;
    // As new: hidden while it was maximised, it would come back where the window manager likes, over the slide.
    destroy();
    setWindowState(Qt::WindowNoState);
    setGeometry(place.marginsRemoved({40, 60, 40, 40})); // where it is small again; its frame has room
    showMaximized();
    return true;
}

void SpeakerView::end() { hide(); }

void SpeakerView::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    if (showOnAnotherScreen())
        return;
    const QSize size = (QSizeF(usualSize) * m_theme.scale).toSize().boundedTo(m_window.size() * 0.9);
    resize(size);
    move(m_window.mapToGlobal(QPoint(m_window.width() - size.width(), m_window.height() - size.height())));
    show();
}

void SpeakerView::tick()
{
    m_clock->setText(tr("%1 · %2").arg(clockText(m_since.elapsed()), QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
}

void SpeakerView::refresh()
{
    if (!isVisible())
        return; // it is filled when it is shown
    tick();
    m_scene->setText(m_notes.scene());
    m_next->setText(m_notes.next());
    const QString answer = m_notes.answer();
    m_answer->setText(answer);
    m_answer->setVisible(!answer.isEmpty());
    m_answerTitle->setVisible(!answer.isEmpty());
    m_script->setHtml(scriptMarkup());
    m_script->scrollToAnchor(QStringLiteral("now"));
}

QString SpeakerView::scriptMarkup() const
{
    const DemoPart* const part = m_notes.place().part();
    if (!part)
        return QStringLiteral("<p>%1</p>").arg(tr("The lesson has no script for this scene.").toHtmlEscaped());
    QString rows;
    for (std::size_t i = 0; i < part->rows.size(); ++i) {
        const DemoStep& row = part->rows[i];
        const bool isNext = static_cast<int>(i) == m_notes.place().current() + 1;
        const bool isNow = static_cast<int>(i) == m_notes.place().current();
        const QString ground = isNow ? QStringLiteral(" bgcolor=\"%1\"").arg(m_theme.cut.fill.name()) : QString();
        rows += QStringLiteral("<tr%1><td>%2</td><td><b>%3</b>&nbsp;</td><td>%4</td></tr>")
                    .arg(ground, isNow ? QStringLiteral("<a name=\"now\"></a>▶") : isNext ? QStringLiteral("▷") : QString(),
                         QString(row.press).remove('`').toHtmlEscaped(), row.say.toHtmlEscaped());
    }
    return QStringLiteral("<p><b>%1&nbsp; %2</b></p><table cellpadding=\"5\">%3</table>")
        .arg(part->time.toHtmlEscaped(), part->title.toHtmlEscaped(), rows);
}

QString SpeakerView::clock() const { return m_clock->text(); }

QString SpeakerView::nextStep() const { return m_next->text(); }

QString SpeakerView::script() const { return m_script->toPlainText(); }

QString SpeakerView::answer() const { return m_answer->isHidden() ? QString() : m_answer->text(); }

void SpeakerView::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), m_theme.window); }

void SpeakerView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_timer->start();
    addActions(m_window.actions()); // whichever of the two is active
    refresh();
    Q_EMIT shownChanged(true);
}

void SpeakerView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_timer->stop();
    Q_EMIT shownChanged(false);
}

} // namespace awaitscope
