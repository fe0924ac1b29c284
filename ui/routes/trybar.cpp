#include "ui/routes/trybar.h"

#include "core/base/clock.h"
#include "core/compare/tasksuggestion.h"
#include "ui/routes/pastprompts.h"
#include "ui/routes/routeterms.h"
#include "ui/routes/tryfield.h"
#include "ui/routes/tryoptions.h"
#include "ui/routes/trywords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTryWaitMs = 60;
constexpr int kTraceHeight = 132;
constexpr int kTaskWidth = 256;
constexpr int kTraceRuleRole = Qt::UserRole + 1;

} // namespace

TryBar::TryBar(RuleEditor &editor, const RouteTerms &terms, const RoutesContext &context, QWidget *parent)
    : Surface(context.theme, Theme::Token::Panel, Surface::Top, parent)
    , m_editor(editor)
    , m_terms(terms)
    , m_context(context)
    , m_field(new TryField(context.theme, this))
    , m_options(new TryOptions(terms, context, this))
    , m_past(new PastPrompts(context, this))
    , m_trace(new QListWidget(this))
    , m_result(new ElidedLabel(context.theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
{
    setObjectName(QStringLiteral("try"));
    setAccessibleName(tr("Try a prompt"));
    m_trace->setObjectName(QStringLiteral("try.trace"));
    m_trace->setAccessibleName(tr("Why it goes there"));
    m_trace->setFrameShape(QFrame::NoFrame);
    m_trace->setWordWrap(true);
    m_trace->setTextElideMode(Qt::ElideNone);
    m_trace->setResizeMode(QListView::Adjust);
    m_trace->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_trace->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_trace->setFixedHeight(context.theme.px(kTraceHeight));
    m_trace->hide();
    m_result->setObjectName(QStringLiteral("try.result"));
    m_result->setTextFormat(Qt::PlainText);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_trace);
    column->addWidget(makeRow());
    // Below the field: beside it there is no room for what is said of a prompt.
    column->addWidget(m_result);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kTryWaitMs);
    wire();
    describeTask();
    describeOptions();
    describe();
}

TryBar::~TryBar() = default;

FlatButton *TryBar::addButton(FlatButton *button, const char *objectName)
{
    button->setObjectName(QLatin1StringView(objectName));
    return button;
}

QWidget *TryBar::makeRow()
{
    using Look = FlatButton::Look;
    Theme &theme = m_context.theme;
    auto *const row = new QWidget(this);
    auto *const title = new ThemedLabel(theme, tr("Tr&y"), Theme::Token::Ink, row);
    title->setType(1.0, QFont::DemiBold);
    title->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("try.prompt"));
    m_field->setAccessibleName(tr("Prompt to try"));
    m_field->setPlaceholderText(tr("A prompt to try"));
    m_field->setToolTip(tr("Nothing is sent. Enter tries again, with a new draw where rules leave it to "
                           "chance; Shift+Enter begins a line."));
    m_fold = addButton(new FlatButton(theme, Icon::ChevronUp, tr("Unfold the prompt"), row), "try.unfold");
    m_fold->setCheckable(true);
    m_clear = addButton(new FlatButton(theme, Icon::Close, tr("Clear the tried prompt"), row), "try.clear");
    auto *const history = addButton(
        new FlatButton(theme, Icon::History, tr("Take a prompt of the history"), row), "try.history");
    m_task = addButton(new FlatButton(theme, QString(), Look::Outlined, row), "try.task");
    m_task->setTextLimit(kTaskWidth);
    m_task->setMenu(new QMenu(m_task));
    m_more = addButton(
        new FlatButton(theme, Icon::Tag, tr("Tags, parameters, pictures, earlier turns and more"), row),
        "try.more");
    m_why = addButton(new FlatButton(theme, tr("&Why"), Look::Flat, row), "try.why");
    m_why->setCheckable(true);
    m_why->setToolTip(tr("Show what every rule says of the prompt"));
    auto *const rehearse =
        addButton(new FlatButton(theme, tr("Rehearse failures"), Look::Outlined, row), "try.rehearse");
    rehearse->setToolTip(tr("Go through the chain with faults, without sending anything"));
    auto *const line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(6);
    line->addWidget(title);
    line->addWidget(m_field, 1);
    for (FlatButton *button : {m_fold, m_clear, history, m_task, m_more})
        line->addWidget(button);
    line->addWidget(m_why);
    line->addWidget(rehearse);
    connect(m_clear, &QToolButton::clicked, this, &TryBar::clear);
    connect(history, &QToolButton::clicked, this, [this, history] { m_past->open(history); });
    connect(m_more, &QToolButton::clicked, this, [this] {
        describeOptions(); // the click has turned the mark
        m_options->openAbove(m_more);
    });
    connect(rehearse, &QToolButton::clicked, this, &TryBar::rehearsalRequested);
    return row;
}

void TryBar::wire()
{
    const auto soon = [this] { m_wait.start(); };
    const auto withNewRules = [this] {
        m_router.reset();
        m_wait.start();
    };
    connect(&m_wait, &QTimer::timeout, this, &TryBar::decide);
    connect(&m_editor, &RuleEditor::changed, this, withNewRules);
    connect(&m_editor, &RuleEditor::reset, this, withNewRules);
    connect(&m_editor, &RuleEditor::factsChanged, this, soon);
    connect(m_field, &QPlainTextEdit::textChanged, this, [this] {
        describeTask();
        m_wait.start();
    });
    connect(m_field, &TryField::submitted, this, [this] {
        m_draw = QRandomGenerator::global()->generateDouble();
        decide();
    });
    connect(m_field, &TryField::left, this, &TryBar::left);
    connect(m_field, &TryField::unfolded, this, [this](bool unfolded) {
        m_fold->setChecked(unfolded);
        m_fold->setThemedIcon(unfolded ? Icon::ChevronDown : Icon::ChevronUp);
    });
    connect(m_fold, &QToolButton::clicked, m_field, &TryField::setUnfolded);
    connect(m_why, &QToolButton::clicked, this, &TryBar::showTrace);
    connect(m_options, &TryOptions::changed, this, [this] {
        describeOptions();
        m_wait.start();
    });
    connect(m_past, &PastPrompts::picked, this, &TryBar::takeRun);
    connect(m_past, &PastPrompts::failed, this, &TryBar::failed);
    connect(m_task->menu(), &QMenu::aboutToShow, this, &TryBar::fillTasks);
    const auto follow = [this](const QListWidgetItem *item) {
        const qsizetype rule = item->data(kTraceRuleRole).toLongLong();
        if (rule >= 0)
            m_editor.select({rule, -1});
    };
    connect(m_trace, &QListWidget::itemActivated, this, follow);
    connect(m_trace, &QListWidget::itemClicked, this, follow);
    connect(&m_context.theme, &Theme::changed, this, [this] {
        m_trace->setFixedHeight(m_context.theme.px(kTraceHeight));
        fillTrace();
    });
}

QString TryBar::prompt() const
{
    return m_field->toPlainText();
}

void TryBar::setPrompt(const QString &prompt)
{
    m_field->setPlainText(prompt);
}

void TryBar::setTask(const QString &task)
{
    m_picked = task;
    describeTask();
    m_wait.start();
}

void TryBar::clear()
{
    m_field->clear();
    m_field->setUnfolded(false);
    m_options->clear();
    m_picked.reset();
    m_draw = 0.0;
    describeTask();
    decide();
    m_field->setFocus();
}

void TryBar::takeFocus()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void TryBar::openHistory()
{
    m_past->open(m_field);
}

void TryBar::showTrace(bool shown)
{
    m_why->setChecked(shown);
    m_trace->setVisible(shown);
}

void TryBar::takeRun(const QList<core::RunRecord> &turns)
{
    m_options->take(turns);
    m_picked = turns.constLast().task;
    setPrompt(turns.constLast().prompt);
    describeTask();
    decide();
    m_field->setFocus();
}

QString TryBar::task() const
{
    return m_picked ? *m_picked : core::suggestTask(prompt()).task;
}

core::PromptFacts TryBar::facts() const
{
    core::PromptFacts facts = core::factsOf({core::Message{core::Role::User, prompt()}}, {});
    m_options->apply(facts);
    facts.task = task();
    facts.atMs = m_context.clock.utcMs();
    facts.draw = m_draw;
    return facts;
}

core::Router &TryBar::router()
{
    if (!m_router)
        m_router.emplace(m_editor.rules());
    return *m_router;
}

core::Decision TryBar::decisionAt(qsizetype place)
{
    return router().decideAt(place, facts(), m_context.book, m_context.ruleSets.lookup());
}

void TryBar::decide()
{
    m_wait.stop();
    m_decision.reset();
    if (m_editor.isOpen() && !prompt().trimmed().isEmpty()) {
        m_facts = facts();
        m_decision = router().decide(m_facts, m_context.book, m_context.ruleSets.lookup());
    }
    describe();
    emit decided();
}

void TryBar::describe()
{
    m_clear->setEnabled(m_decision.has_value() || !prompt().isEmpty() || !m_options->inWords().isEmpty());
    m_why->setEnabled(m_decision.has_value());
    const bool stuck = m_decision && m_decision->targets.isEmpty();
    m_result->setInk(stuck ? Theme::Token::Warn : Theme::Token::Ink2);
    m_result->setFullText(
        m_decision ? TryWords::result(*m_decision, m_editor.rules(), m_facts, m_context.book) : QString());
    m_result->setVisible(m_decision.has_value());
    fillTrace();
}

void TryBar::fillTrace()
{
    m_trace->clear();
    if (!m_decision)
        return;
    for (const TraceLine &line : TryWords::trace(*m_decision, m_facts, m_context.book)) {
        auto *const item = new QListWidgetItem(line.text, m_trace);
        item->setData(kTraceRuleRole, line.rule);
        if (line.matched)
            item->setIcon(themedIcon(m_context.theme, Icon::Check, Theme::Token::Accent));
        else if (line.rule >= 0)
            item->setIcon(themedIcon(m_context.theme, Icon::ChevronRight, Theme::Token::Ink3));
        else
            item->setIcon(themedIcon(m_context.theme, Icon::Server, Theme::Token::Ink3));
    }
}

void TryBar::fillTasks()
{
    QMenu *const menu = m_task->menu();
    menu->clear();
    auto *const group = new QActionGroup(menu);
    const auto add = [this, menu, group](const QString &text, const std::optional<QString> &task) {
        QAction *const action = menu->addAction(text, this, [this, task] {
            m_picked = task;
            describeTask();
            m_wait.start();
        });
        action->setCheckable(true);
        action->setChecked(m_picked == task);
        group->addAction(action);
    };
    add(tr("&Auto: as the prompt suggests"), std::nullopt);
    add(tr("&No task"), QString());
    menu->addSeparator();
    for (const QString &task : m_terms.values(core::Field::Task, {}))
        add(core::taskDisplayName(task), task);
    menu->addSeparator();
    menu->addAction(tr("An&other …"), this, [this] {
        auto *const dialog = new QInputDialog(this);
        dialog->setObjectName(QStringLiteral("try.otherTask"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Task of the tried prompt"));
        dialog->setLabelText(tr("Task"));
        connect(dialog, &QInputDialog::textValueSelected, this,
                [this](const QString &task) { setTask(task.trimmed()); });
        dialog->open();
    });
}

void TryBar::describeTask()
{
    const QString name = core::taskDisplayName(task());
    QString text = name.isEmpty() ? tr("none", "task") : name;
    if (!m_picked)
        text = name.isEmpty() ? tr("auto", "task") : tr("%1 (suggested)", "task").arg(name);
    m_task->setText(tr("Task: %1").arg(text));
    m_task->setAccessibleName(m_task->text());
    const QString why = m_picked ? QString() : core::suggestTask(prompt()).why;
    m_task->setToolTip(why.isEmpty() ? tr("What kind of work the prompt is") : why);
}

void TryBar::describeOptions()
{
    const QString chosen = m_options->inWords();
    const QString name = tr("Tags, parameters, pictures, earlier turns and more");
    m_more->setToolTip(chosen.isEmpty() ? name : chosen);
    m_more->setAccessibleDescription(chosen);
    m_more->setCheckable(!chosen.isEmpty());
    m_more->setChecked(!chosen.isEmpty());
}

} // namespace ui
