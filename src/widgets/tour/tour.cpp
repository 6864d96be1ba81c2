// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tour/tour.hpp"

#include "widgets/in_every_language.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

/// Around what is spoken of. Mouse events pass through: it is there to be tried.
class TourRing : public QWidget
{
public:
    explicit TourRing(QWidget* parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        hide();
    }

    void setTheme(const Theme& theme)
    {
        m_colour = theme.clickable.line;
        m_width = theme.px(3);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_colour, m_width));
        const double inset = m_width / 2;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 8, 8);
    }

private:
    QColor m_colour;
    double m_width = 3;
};

Tour::Tour(Locator locate, const Theme& theme, QWidget& window)
    : QFrame(&window),
      m_locate(std::move(locate)),
      m_theme(theme),
      m_window(window),
      m_ring(new TourRing(&window)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_count(new QLabel(this)),
      m_back(new QPushButton(this)),
      m_next(new QPushButton(this)),
      m_skip(new QPushButton(this))
{
    setObjectName(QStringLiteral("tour"));
    m_text->setWordWrap(true);
    for (QPushButton* const button : {m_back, m_next, m_skip})
        button->setAutoDefault(false);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_skip);
    row->addWidget(m_back);
    row->addWidget(m_next);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(row);
    connect(m_skip, &QPushButton::clicked, this, &Tour::finish);
    connect(m_back, &QPushButton::clicked, this, [this] { show(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { show(m_step + 1); });
    window.installEventFilter(this);
    hide();
    inEveryLanguage(*this, [this] {
        m_back->setText(tr("Back"));
        m_skip->setText(tr("Skip"));
        m_skip->setToolTip(tr("End the tour (Escape). It is in the menu under Help."));
        m_steps = tourSteps();
        if (isRunning())
            show(m_step);
    });
    for (QPushButton* const button : {m_back, m_next})
        button->setFocusPolicy(Qt::TabFocus); // a click leaves it to show() where the focus is
    setTheme(theme);
}

void Tour::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(theme.px(18));
    layout()->setContentsMargins(side, side, side, static_cast<int>(theme.px(14)));
    layout()->setSpacing(static_cast<int>(theme.px(10)));
    m_title->setFont(theme.uiFont(17, QFont::Bold));
    m_text->setFont(theme.uiFont(14));
    m_count->setFont(theme.uiFont(13));
    QPalette palette = theme.palette();
    m_text->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    m_count->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.clickable.line);
    m_title->setPalette(palette);
    for (QPushButton* const button : {m_back, m_next, m_skip})
        button->setFont(theme.uiFont(13, QFont::Medium));
    m_ring->setTheme(theme);
    if (isRunning())
        place();
}

void Tour::start()
{
    m_wasStarted = true;
    show(0);
}

void Tour::finish() { show(-1); }

QRect Tour::ringed() const { return m_ring->isVisible() ? m_ring->geometry() : QRect(); }

void Tour::show(int step)
{
    const bool ran = isRunning();
    m_step = step < static_cast<int>(m_steps.size()) ? std::max(step, -1) : -1;
    if (isRunning()) {
        const TourStep& shown = m_steps[static_cast<std::size_t>(m_step)];
        m_title->setText(shown.title);
        m_text->setText(shown.text);
        m_count->setText(tr("%1 of %2").arg(m_step + 1).arg(m_steps.size()));
        m_back->setEnabled(m_step > 0);
        m_next->setText(m_step + 1 < static_cast<int>(m_steps.size()) ? tr("Next") : tr("Done"));
        setAccessibleName(shown.title + QStringLiteral(". ") + shown.text);
        place();
        QFrame::show();
        m_next->setFocus(Qt::ShortcutFocusReason); // Space goes on, and plays nothing
    } else {
        hide();
        m_ring->hide();
        m_window.setFocus();
    }
    if (ran != isRunning())
        Q_EMIT runningChanged(isRunning());
}

void Tour::place()
{
    const QRect target = m_locate(m_steps[static_cast<std::size_t>(m_step)].target);
    const int around = static_cast<int>(m_theme.px(4));
    const QRect ring = target.adjusted(-around, -around, around, around).intersected(m_window.rect());
    m_ring->setGeometry(ring);
    m_ring->setVisible(!target.isEmpty());
    m_ring->raise();
    raise();
    const int wide = std::min(static_cast<int>(m_theme.px(360)), m_window.width() - 16);
    setFixedWidth(wide);
    const int high = layout()->hasHeightForWidth() ? layout()->heightForWidth(wide) : sizeHint().height();
    resize(wide, high);
    // Right of it, else below it, else wherever there is room.
    const int gap = static_cast<int>(m_theme.px(12));
    QPoint corner = target.isEmpty()                                  ? m_window.rect().center() - rect().center()
                    : target.right() + gap + wide <= m_window.width() ? QPoint(target.right() + gap, target.top() + gap)
                                                                      : QPoint(target.left(), target.bottom() + gap);
    corner.setX(std::clamp(corner.x(), 8, std::max(8, m_window.width() - wide - 8)));
    corner.setY(std::clamp(corner.y(), 8, std::max(8, m_window.height() - high - 8)));
    move(corner);
}

void Tour::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        show(m_step + 1);
    else
        QFrame::keyPressEvent(event);
}

void Tour::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.clickable.line, m_theme.px(1.5)));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isRunning())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace awaitscope
