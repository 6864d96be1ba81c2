// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timeout_field.hpp"

#include "present/look/theme.hpp"
#include "present/time/typed_timeout.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/in_every_language.hpp"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

TimeoutField::TimeoutField(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_edit(new QLineEdit(this)),
      m_none(new QPushButton(this)),
      m_message(new QLabel(this))
{
    setProperty("panel", true);
    inEveryLanguage(*this, [this] {
        m_none->setText(tr("No timeout"));
        m_none->setToolTip(tr("Let it run to its end (%1)").arg(keyOf(Act::noTimeout)));
        m_edit->setAccessibleName(tr("Timeout"));
        m_edit->setPlaceholderText(tr("250 ms, or none"));
    });
    m_edit->installEventFilter(this);
    m_none->setProperty("link", true);
    m_none->setFocusPolicy(Qt::NoFocus); // the field closes when it loses the keyboard
    connect(m_none, &QPushButton::clicked, this, [this] {
        hide();
        m_session.setTimeout(NoTimeout{});
    });
    m_message->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 5, 10, 5);
    layout->setSpacing(6);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_none);
    layout->addLayout(row);
    layout->addWidget(m_message);
    setTheme(theme);
    connect(m_edit, &QLineEdit::returnPressed, this, &TimeoutField::accept);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        m_message->hide();
        place();
    });
    hide();
}

void TimeoutField::setTheme(const Theme& theme)
{
    m_edit->setFont(theme.codeFont(14));
    m_none->setFont(theme.uiFont(12.5, QFont::DemiBold));
    m_message->setFont(theme.uiFont(12));
    m_message->setPalette(theme.palette());
    setFixedWidth(static_cast<int>(theme.px(290)));
    if (isVisible())
        place();
}

void TimeoutField::open(QPoint where)
{
    m_where = where;
    m_message->hide();
    m_edit->setText(typedTimeoutOf(m_session.run().timeout));
    m_edit->selectAll();
    place();
    show();
    raise();
    m_edit->setFocus();
}

QString TimeoutField::message() const { return m_message->isHidden() ? QString() : m_message->text(); }

void TimeoutField::place()
{
    layout()->invalidate();
    resize(width(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height());
    const int left = std::clamp(m_where.x() - width() / 2, 8, std::max(8, parentWidget()->width() - width() - 8));
    move(left, std::max(4, m_where.y() - height())); // above the handle: what the timeout changes is below
}

void TimeoutField::accept()
{
    const Result<Timeout> timeout = readTypedTimeout(m_edit->text());
    if (!timeout) {
        m_message->setText(QString::fromStdString(timeout.error().toText()));
        m_message->show();
        place();
        return;
    }
    hide();
    m_session.setTimeout(*timeout);
    m_session.revealTimeout();
}

bool TimeoutField::eventFilter(QObject* watched, QEvent* event)
{
    // Keys that a field does not use itself would still change the scene or the timeout while one types.
    if (event->type() == QEvent::ShortcutOverride
        && !(static_cast<QKeyEvent*>(event)->modifiers() & Qt::ControlModifier))
        event->accept();
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        hide();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace awaitscope
