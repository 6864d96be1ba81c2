// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outcome/parameter_bar.hpp"

#include "present/time/typed_timeout.hpp"
#include "widgets/in_every_language.hpp"
#include "widgets/outcome/parameter_sheet.hpp"

#include <QPushButton>

namespace awaitscope {

ParameterBar::ParameterBar(Session& session, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_all(new QPushButton(this))
{
    connect(&session, &Session::lessonChanged, this, &ParameterBar::makeButtons);
    connect(&session, &Session::runChanged, this, &ParameterBar::refresh);
    connect(m_all, &QPushButton::clicked, this, [this] { openSheet({}); });
    makeButtons();
    setTheme(theme);
    inEveryLanguage(*this, [this] {
        m_all->setText(tr("parameters"));
        m_all->setToolTip(tr("How long the world takes. Click to change it."));
        arrange();
    });
}

void ParameterBar::makeButtons()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const ParameterSpec& spec : m_session.lesson().parameters) {
        auto* const button = new QPushButton(this);
        const QString name = QString::fromStdString(spec.name);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, [this, name] { openSheet(name); });
        m_buttons.push_back(button);
    }
    setTheme(m_theme);
}

void ParameterBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    std::vector<QPushButton*> all = m_buttons;
    all.push_back(m_all);
    for (QPushButton* const button : all) {
        button->setProperty("link", true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setCursor(Qt::PointingHandCursor);
        button->setAutoDefault(false);
        button->setFont(theme.uiFont(12.5, QFont::DemiBold));
    }
    if (m_sheet)
        m_sheet->setTheme(theme);
    refresh();
}

void ParameterBar::refresh()
{
    const std::vector<ParameterSpec>& specs = m_session.lesson().parameters;
    for (std::size_t i = 0; i < m_buttons.size() && i < specs.size(); ++i) {
        const QString value = readableParameter(m_session.scenario(), specs[i]);
        m_buttons[i]->setText(QString::fromStdString(specs[i].name) + ' ' + value);
        m_buttons[i]->setToolTip(tr("%1 %2. Click to change it.").arg(QString::fromStdString(specs[i].title), value));
    }
    arrange();
}

int ParameterBar::widthFor(int room)
{
    int wanted = 0;
    for (const QPushButton* const button : m_buttons)
        wanted += button->sizeHint().width();
    return wanted <= room ? wanted : std::min(room, m_all->sizeHint().width());
}

void ParameterBar::arrange()
{
    int wanted = 0;
    for (const QPushButton* const button : m_buttons)
        wanted += button->sizeHint().width();
    const bool fits = wanted <= width();
    int x = 0;
    for (QPushButton* const button : m_buttons) {
        button->setVisible(fits);
        button->setGeometry(x, 0, button->sizeHint().width(), height());
        x += button->width();
    }
    m_all->setVisible(!fits && !m_buttons.empty());
    m_all->setGeometry(0, 0, width(), height());
}

void ParameterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

ParameterSheet* ParameterBar::sheet() const { return m_sheet; }

void ParameterBar::openSheet(const QString& parameter)
{
    if (m_session.lesson().parameters.empty())
        return;
    if (!m_sheet)
        m_sheet = new ParameterSheet(m_session, m_theme, this);
    m_sheet->open(placeOfSheet(m_sheet->sizeHint()), parameter);
}

QPoint ParameterBar::placeOfSheet(QSize sheet) const
{
    // All that changes while one drags stands right of the names in this column. Beside it stand the story and the caller's
    // code, which do not change.
    const QWidget& panel = *parentWidget();
    const QRect column{panel.mapToGlobal(QPoint()), panel.size()};
    const QRect all{window()->mapToGlobal(QPoint()), window()->size()};
    const int names = static_cast<int>(m_theme.px(112));
    const auto bearable = static_cast<int>(m_theme.px(60)); // of the axis: its first moments
    if (const int left = column.left() + names - sheet.width(); left >= all.left() - bearable)
        return {std::max(left, all.left()), column.bottom() - sheet.height()};
    const int top = panel.parentWidget()->mapToGlobal(QPoint()).y();
    if (const int left = column.right() + 8; left + sheet.width() <= all.right())
        return {left, top};
    return {column.right() - sheet.width(), column.bottom()};
}

} // namespace awaitscope
