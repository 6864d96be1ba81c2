// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outcome/parameter_sheet.hpp"

#include "present/time/typed_timeout.hpp"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <stdexcept>

namespace awaitscope {

using std::chrono::milliseconds;

namespace {

int wholeMilliseconds(VirtualDuration duration)
{
    return static_cast<int>(std::chrono::round<milliseconds>(duration).count());
}

} // namespace

ParameterSheet::ParameterSheet(Session& session, const Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_session(session),
      m_message(new QLabel(this)),
      m_reset(new QPushButton(tr("As in the lesson"), this))
{
    setProperty("panel", true);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Parameters"));
    auto* const grid = new QGridLayout(this);
    for (const ParameterSpec& spec : session.lesson().parameters)
        addRow(spec);
    const int last = static_cast<int>(m_rows.size());
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    grid->addWidget(m_message, last, 0, 1, 3);
    grid->addWidget(m_reset, last + 1, 2, Qt::AlignRight);
    m_reset->setProperty("link", true);
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, &ParameterSheet::reset);
    connect(&session, &Session::runChanged, this, &ParameterSheet::refresh);
    connect(&session, &Session::lessonChanged, this, &QWidget::close);
    setTheme(theme);
    refresh();
}

void ParameterSheet::addRow(const ParameterSpec& spec)
{
    const QString name = QString::fromStdString(spec.name);
    Row row{spec, new QLabel(QString::fromStdString(spec.title), this), new QSlider(Qt::Horizontal, this),
            new QLineEdit(this)};
    row.slider->setObjectName(name);
    row.slider->setAccessibleName(row.title->text());
    row.slider->setRange(wholeMilliseconds(spec.minimum), wholeMilliseconds(spec.maximum));
    row.slider->setSingleStep(10);
    row.slider->setPageStep(100);
    row.field->setAccessibleName(row.title->text());
    row.field->installEventFilter(this);
    row.slider->installEventFilter(this);
    auto* const grid = static_cast<QGridLayout*>(layout());
    const int index = static_cast<int>(m_rows.size());
    grid->addWidget(row.title, index, 0);
    grid->addWidget(row.slider, index, 1);
    grid->addWidget(row.field, index, 2);
    connect(row.slider, &QSlider::valueChanged, this, [this, name](int value) {
        this->row(name).field->setModified(false);
        tell({});
        m_session.setParameter(name, milliseconds{value});
    });
    // Return, or on to the next field: what stands there is what runs, or the sheet says why not.
    connect(row.field, &QLineEdit::editingFinished, this, [this, name] {
        if (this->row(name).field->isModified())
            accept(this->row(name));
    });
    m_rows.push_back(row);
}

void ParameterSheet::setTheme(const Theme& theme)
{
    setPalette(theme.palette());
    for (const Row& row : m_rows) {
        row.title->setFont(theme.ui);
        row.title->setPalette(theme.palette());
        row.slider->setMinimumWidth(static_cast<int>(theme.px(120)));
        row.slider->setPalette(theme.palette());
        row.field->setFont(theme.codeFont(13));
        row.field->setFixedWidth(static_cast<int>(theme.px(104)));
    }
    m_message->setFont(theme.uiFont(12));
    m_message->setPalette(theme.palette());
    m_reset->setFont(theme.uiFont(12.5, QFont::DemiBold));
    const int margin = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(margin, margin, margin, static_cast<int>(theme.px(8)));
    static_cast<QGridLayout*>(layout())->setHorizontalSpacing(static_cast<int>(theme.px(12)));
    static_cast<QGridLayout*>(layout())->setVerticalSpacing(static_cast<int>(theme.px(8)));
}

void ParameterSheet::open(QPoint corner, const QString& parameter)
{
    adjustSize();
    const QRect screen = this->screen()->availableGeometry();
    const int left = std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width()));
    const int top = std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - height()));
    move(left, top);
    show();
    if (!m_rows.empty())
        (parameter.isEmpty() ? m_rows.front() : row(parameter)).slider->setFocus(Qt::PopupFocusReason);
}

ParameterSheet::Row& ParameterSheet::row(const QString& parameter)
{
    for (Row& each : m_rows) {
        if (each.spec.name == parameter.toStdString())
            return each;
    }
    throw std::logic_error("the lesson has no parameter '" + parameter.toStdString() + "'");
}

QSlider& ParameterSheet::slider(const QString& parameter) { return *row(parameter).slider; }

QLineEdit& ParameterSheet::field(const QString& parameter) { return *row(parameter).field; }

QString ParameterSheet::message() const { return m_message->isHidden() ? QString() : m_message->text(); }

void ParameterSheet::refresh()
{
    for (const Row& row : m_rows) {
        const QSignalBlocker quiet(row.slider); // it follows, it does not lead
        const QString value = readableParameter(m_session.scenario(), row.spec);
        row.slider->setValue(wholeMilliseconds(parameterOf(m_session.scenario(), row.spec)));
        if (!row.field->isModified())
            row.field->setText(value);
    }
}

void ParameterSheet::accept(const Row& row)
{
    const Result<VirtualDuration> value = readTypedParameter(row.field->text(), row.spec);
    if (!value) {
        row.field->setModified(true);
        tell(QString::fromStdString(value.error().toText()));
        return;
    }
    tell({});
    row.field->setModified(false);
    m_session.setParameter(QString::fromStdString(row.spec.name), *value);
    refresh();
    row.field->selectAll();
}

void ParameterSheet::reset()
{
    tell({});
    for (const Row& row : m_rows) {
        row.field->setModified(false);
        m_session.setParameter(QString::fromStdString(row.spec.name), row.spec.defaultValue);
    }
    refresh();
}

void ParameterSheet::tell(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    adjustSize();
    const int lowest = screen()->availableGeometry().bottom() - height() + 1;
    move(x(), std::min(y(), std::max(0, lowest)));
}

bool ParameterSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    // Who types a number while the slider has the keyboard means the field beside it.
    if (event->type() == QEvent::KeyPress) {
        const QString typed = static_cast<QKeyEvent*>(event)->text();
        for (const Row& row : m_rows) {
            if (watched != row.slider || typed.isEmpty() || !typed.front().isDigit())
                continue;
            row.field->setFocus(Qt::OtherFocusReason);
            row.field->selectAll();
            row.field->insert(typed);
            row.field->setModified(true);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace awaitscope
