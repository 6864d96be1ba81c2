// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_pane.hpp"

#include "lesson/run/edited_lesson.hpp"
#include "present/code/asked_code.hpp"
#include "present/time/typed_timeout.hpp"
#include "present/words/sentences.hpp"
#include "widgets/actions/action_table.hpp"
#include "widgets/code/await_stack_line.hpp"
#include "widgets/code/code_tabs.hpp"
#include "widgets/code/code_view.hpp"
#include "widgets/in_every_language.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

namespace {

/// Of the whole pane, in lines of its font: below that the code wants every line there is.
constexpr int fewestLinesWithStack = 11;

constexpr double headerSide = 14; ///< at scale 1

/// No other language stops an operation and leaves its coroutine alone.
bool isItsMeaning(const Scenario& scenario, const OtherRuntime& runtime)
{
    return scenario.model == runtime.model && scenario.cancelOn == CancelOn::coroutine;
}

} // namespace

CodePane::CodePane(Session& session, const Theme& theme, const QString& variant, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_theme(theme),
      m_variant(variant),
      m_runs(new RunMaker(this))
{
    setProperty("panel", true);
    setObjectName(QStringLiteral("code-") + variant);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("title"));
    m_view = new CodeView(theme, this);
    m_header = new QHBoxLayout;
    m_header->addWidget(m_title, 1);
    m_title->setMinimumWidth(1); // its text is cut to what there is
    m_title->installEventFilter(this);
    m_tabs = new CodeTabs(this);
    m_header->addWidget(m_tabs);
    m_edit = new QPushButton(this);
    m_edit->setProperty("tab", true);
    m_edit->setFocusPolicy(Qt::TabFocus);
    m_edit->setCursor(Qt::PointingHandCursor);
    m_edit->hide();
    m_header->addWidget(m_edit);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(originalOf(m_variant.toStdString())); });
    inEveryLanguage(*this, [this] {
        m_edit->setText(tr("Edit"));
        m_edit->setToolTip(tr("Change this code and run it (%1)").arg(keyOf(Act::editCode)));
    });
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(m_header);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::RichText);
    m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_note, &QLabel::linkActivated, this, [this] {
        if (m_runtime)
            m_session.setModel(m_runtime->model);
    });
    inEveryLanguage(*this, [this] { showNote(); });
    m_note->setWordWrap(true);
    m_note->setVisible(false);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    m_stack = new AwaitStackLine(theme, this);
    layout->addWidget(m_stack);
    connect(m_view, &CodeView::badgeActivated, this, [this](int number) { m_session.aimAt(m_variant, number); });
    connect(m_view, &CodeView::lineToggled, this, [this](int line) {
        if (const Predict* const asks = lineQuestionFor(m_session, m_variant.toStdString()))
            toggleAskedLine(m_session, *asks, line);
    });
    connect(&session.predictions(), &Predictions::changed, this, [this] {
        showNote();
        showMoment();
    });
    connect(m_tabs, &CodeTabs::chosen, this, &CodePane::tongueChosen);
    for (const auto signal : {&Session::lessonChanged, &Session::variantsChanged})
        connect(&session, signal, this, &CodePane::showLesson);
    connect(&session, &Session::runChanged, this, &CodePane::showRun);
    connect(m_runs, &RunMaker::finished, this, &CodePane::showRun);
    connect(&session.playback(), &Playback::positionChanged, this, &CodePane::showMoment);
    setTheme(theme);
    showLesson();
    inEveryLanguage(*this, [this] { showMoment(); });
}

void CodePane::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_title->setFont(theme.titleFont());
    const int side = static_cast<int>(theme.px(headerSide));
    m_header->setContentsMargins(side, static_cast<int>(theme.px(10)), side, static_cast<int>(theme.px(4)));
    layout()->setContentsMargins(1, 1, 1, static_cast<int>(theme.px(6)));
    layout()->setSpacing(0);
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, theme.text);
    m_title->setPalette(palette);
    m_note->setFont(theme.uiFont(12));
    m_note->setContentsMargins(side, 0, side, static_cast<int>(theme.px(3)));
    palette.setColor(QPalette::WindowText, theme.secondaryText);
    palette.setColor(QPalette::Link, theme.clickable.line);
    m_note->setPalette(palette);
    m_tabs->setTheme(theme);
    m_edit->setFont(theme.uiFont(12, QFont::Medium));
    m_view->setTheme(theme);
    m_stack->setTheme(theme);
    fitTitle();
}

void CodePane::allowEditing()
{
    m_isEditable = true;
    m_edit->setVisible(!m_isPresented);
}

void CodePane::setPresented(bool isPresented)
{
    m_isPresented = isPresented;
    m_edit->setVisible(m_isEditable && !isPresented);
    showStack();
}

double CodePane::headerWidth(double scale) const
{
    Theme theme = m_theme;
    theme.scale = scale;
    return 2 * static_cast<int>(theme.px(headerSide)) + QFontMetrics(theme.titleFont()).horizontalAdvance(m_words) + 4
           + m_header->spacing() + m_tabs->widthAt(theme)
           + (m_edit->isHidden() ? 0 : m_header->spacing() + m_edit->sizeHint().width());
}

double CodePane::widthWanted(double scale) const { return std::max(headerWidth(scale), m_view->widthWanted(scale)) + 2; }

double CodePane::widthNeeded(double scale) const { return std::max(headerWidth(scale), m_view->widthNeeded(scale)) + 2; }

void CodePane::setTongue(const QString& runtime)
{
    m_tongue = runtime;
    showSource();
}

QString CodePane::note() const { return m_note->isVisibleTo(this) ? m_noteText : QString(); }

const LessonFile* CodePane::shownFile() const { return m_session.lesson().findFile(m_file.toStdString()); }

void CodePane::setChangedLines(const std::vector<int>& lines) { m_view->setChangedLines(lines); }

void CodePane::flashMark(const QString& mark)
{
    for (const auto& [file, line] : marksOf(m_session.lesson(), mark.toStdString())) {
        if (file == m_variant.toStdString() + ".cpp")
            flashLine(line);
    }
}

void CodePane::flashLine(int line)
{
    const bool fades = !m_session.playback().isStepwise();
    const auto same = m_sameLines.find(line);
    if (!m_runtime)
        m_view->flash(line, fades);
    else if (same != m_sameLines.end())
        m_view->flash(same->second, fades);
}

void CodePane::showLesson()
{
    const Lesson& lesson = m_session.lesson();
    const VariantSpec* const spec = lesson.findVariant(m_variant.toStdString());
    showTitle();
    const bool isLessons = spec && !isEdited(spec->name); // else nobody has retold it
    m_tabs->setTongues(isLessons ? tonguesOf(lesson, spec->name) : std::vector<CodeTongue>{}, m_words);
    QWidget* last = m_view; // new tabs would come last in the window
    for (QPushButton* const tab : m_tabs->buttons()) {
        setTabOrder(last, tab);
        last = tab;
    }
    showSource();
}

void CodePane::showTitle()
{
    const Lesson& lesson = m_session.lesson();
    for (const VariantRun& run : m_session.run().variants) {
        if (run.variant == m_variant.toStdString())
            m_version = titleOf(lesson, run);
    }
    m_words = m_version + QStringLiteral(", ") + QString::fromStdString(lesson.subject);
    m_edit->setAccessibleName(tr("Edit %1").arg(m_words));
    fitTitle();
}

void CodePane::showSource()
{
    const Lesson& lesson = m_session.lesson();
    const std::string name = m_variant.toStdString();
    const LessonFile* const variant = sourceOf(lesson, name);
    m_runtime = findOtherRuntime(m_tongue.toStdString());
    const LessonFile* const retelling = variant && m_runtime ? retellingOf(lesson, name, *m_runtime) : nullptr;
    if (!retelling)
        m_runtime = nullptr;
    const LessonFile* const file = retelling ? retelling : variant;
    m_sameLines = retelling ? sameLines(*variant, *retelling, m_runtime->language) : std::map<int, int>{};
    m_file = file ? QString::fromStdString(file->name) : QString();
    m_tabs->choose(m_runtime ? m_tongue : QString());
    m_view->setAccessibleName(tr("Source of %1%2").arg(m_words, retelling ? tr(", %1").arg(m_file) : QString()));
    const QString text = file ? QString::fromStdString(file->text) : QString();
    if (text != m_text || text.isEmpty()) {
        m_text = text;
        const auto shown = retelling ? findAsyncFunction(file->text)
                           : file    ? findFunction(file->text, lesson.subject)
                                     : std::nullopt;
        m_view->setSource(text, shown, retelling ? std::optional{m_runtime->language} : std::nullopt);
    }
    showRun();
    Q_EMIT sourceChanged();
}

void CodePane::showRun()
{
    const QString before = m_words;
    showTitle();
    if (m_words != before)
        m_tabs->nameSubject(m_words);
    m_retoldRun.reset();
    m_isTie = false;
    if (m_runtime) {
        // Of a folder's lesson it may take a while: then nothing of a run is told until it is there.
        const auto run = m_runs->make(m_session.heldLesson(), scenarioAsIn(*m_runtime, m_session.scenario()));
        if (run && *run) {
            m_retoldRun = runAsIn(**run, m_variant.toStdString());
            m_isTie = !m_retoldRun;
        }
    }
    showNote();
    showStack();
    showMoment();
}

bool CodePane::isAskedAbout() const
{
    // What the timeline shows is another run, so that its cover says nothing of this one.
    if (!m_runtime || isItsMeaning(m_session.scenario(), *m_runtime)
        || m_session.predictions().isShownAsAsked(m_session.lesson(), m_session.scene()))
        return false;
    Scenario scenario = m_session.scenario();
    scenario.model = m_runtime->model;
    return m_session.predictions().coveringQuestion(m_session.lesson(), m_session.scene(), scenario) != nullptr;
}

void CodePane::showNote()
{
    m_noteText.clear();
    QString link;
    if (m_runtime && isAskedAbout()) {
        m_noteText = tr("What happens in this language is asked in the story: predict first.");
    } else if (m_runtime && m_isTie) {
        m_noteText = tr("Timeout and await end in the same instant. Which of them comes first each language settles in its own way, so no run is shown here.");
    } else if (m_runtime && !isItsMeaning(m_session.scenario(), *m_runtime) && m_session.run().timeout) {
        // Beside a timeline that shows another run than this pane tells of.
        m_noteText = tr("What happens in this language: %1. The timeline shows %2.")
                         .arg(wordFor(m_runtime->model), meaningOf(m_session.scenario()));
        link = QStringLiteral(" <a href=\"meaning\">%1</a>").arg(tr("Show %1 there too").arg(wordFor(m_runtime->model)).toHtmlEscaped());
    }
    m_note->setText(m_noteText.toHtmlEscaped() + link);
    m_note->setVisible(!m_noteText.isEmpty());
}

void CodePane::showStack()
{
    const bool hasRoom = height() >= m_view->fontMetrics().height() * fewestLinesWithStack;
    m_stack->setVisible(!m_runtime && hasRoom && !m_isPresented);
}

void CodePane::showMoment()
{
    const LessonFile* const file = sourceOf(m_session.lesson(), m_variant.toStdString());
    const VirtualTime at = m_session.playback().position();
    for (const VariantRun& run : m_session.run().variants) {
        if (!file || run.variant != m_variant.toStdString())
            continue;
        if (!m_runtime) {
            CodePicture picture = codeAt(*file, run, at);
            if (const Predict* const asks = lineQuestionFor(m_session, run.variant))
                askForLines(picture, m_session, *asks);
            m_view->setPicture(picture);
            m_stack->setWords(awaitStackWordsAt(*run.trace, at));
        } else if (m_retoldRun && !isAskedAbout()) {
            m_view->setPicture(retold(codeAt(*file, *m_retoldRun, at), m_sameLines));
        } else {
            m_view->setPicture(withoutRun(retold(codeAt(*file, run, {}), m_sameLines)));
        }
        return;
    }
    m_view->setPicture({});
    m_stack->setWords({});
}

void CodePane::fitTitle()
{
    const int room = m_title->width() - 2;
    // Which version it is tells the panes apart; the function's name is the same in all of them.
    const QFontMetrics metrics = m_title->fontMetrics();
    const QString fitted = metrics.horizontalAdvance(m_words) <= room
                               ? m_words
                               : metrics.elidedText(m_version, Qt::ElideRight, std::max(1, room));
    m_title->setText(fitted);
    QStringList tip = fitted == m_words ? QStringList{} : QStringList{m_words};
    if (const QString price = priceOf(m_session.lesson(), m_variant.toStdString()); !price.isEmpty())
        tip += price;
    m_title->setToolTip(tip.join('\n'));
}

bool CodePane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_title && event->type() == QEvent::Resize)
        fitTitle();
    return QFrame::eventFilter(watched, event);
}

void CodePane::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_header->activate();
    fitTitle();
    showStack();
}

} // namespace awaitscope
