#include "ui/evaluate/promptsetview.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/prompts/prompttemplate.h"
#include "ui/evaluate/checkkeeper.h"
#include "ui/evaluate/checkrows.h"
#include "ui/evaluate/matrixlist.h"
#include "ui/evaluate/setestimator.h"
#include "ui/evaluate/targetrows.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/primarybutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr std::chrono::milliseconds kKeepAfter(500);

QPlainTextEdit *makeEditor(const char *objectName, const QString &name, int lines, QWidget *parent)
{
    auto *const editor = new QPlainTextEdit(parent);
    editor->setObjectName(QLatin1StringView(objectName));
    editor->setAccessibleName(name);
    editor->setTabChangesFocus(true);
    editor->setFixedHeight(editor->fontMetrics().lineSpacing() * lines + 18);
    return editor;
}

} // namespace

PromptSetView::PromptSetView(const EvaluateContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_checks(new CheckRows(context.theme, this))
    , m_keeper(new CheckKeeper(context, this))
    , m_targets(new TargetRows(context, this))
    , m_matrices(new MatrixList(context, this))
    , m_estimator(new SetEstimator(context, this))
{
    setObjectName(QStringLiteral("set.view"));
    auto *const inner = new QWidget(this);
    auto *const left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makePrompt());
    left->addWidget(m_checks);
    left->addStretch(1);
    auto *const right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_targets);
    right->addWidget(makeRun());
    right->addWidget(m_matrices);
    right->addStretch(1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 6);
    columns->addLayout(right, 5);
    auto *const column = new QVBoxLayout(inner);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addLayout(columns, 1);
    auto *const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    auto *const box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(scroll);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepAfter);
    wire();
}

PromptSetView::~PromptSetView()
{
    keep();
}

bool PromptSetView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_lastEditor = watched == m_system ? m_system : m_prompt;
    return QWidget::eventFilter(watched, event);
}

QWidget *PromptSetView::makeHead()
{
    auto *const head = new QWidget(this);
    m_name = new ElidedLabel(m_context.theme, {}, Theme::Token::Ink, Qt::ElideMiddle, head);
    m_name->setObjectName(QStringLiteral("set.name"));
    m_name->setType(1.15, QFont::DemiBold);
    m_facts = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, head);
    m_facts->setObjectName(QStringLiteral("set.facts"));
    auto *const rename = new FlatButton(m_context.theme, Icon::Edit, tr("Rename the set"), head);
    rename->setObjectName(QStringLiteral("set.rename"));
    auto *const remove = new FlatButton(m_context.theme, Icon::Trash, tr("Delete the set"), head);
    remove->setObjectName(QStringLiteral("set.delete"));
    auto *const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addWidget(m_facts, 1);
    row->addWidget(rename);
    row->addWidget(remove);
    connect(rename, &QToolButton::clicked, this, &PromptSetView::renameRequested);
    connect(remove, &QToolButton::clicked, this, &PromptSetView::removalRequested);
    return head;
}

Card *PromptSetView::makePrompt()
{
    auto *const card = new Card(m_context.theme, tr("Prompt"), this);
    m_prompt = makeEditor("set.prompt", tr("Prompt template"), 7, card);
    m_system = makeEditor("set.system", tr("System prompt template"), 3, card);
    m_lastEditor = m_prompt;
    m_system->setPlaceholderText(tr("No system prompt"));
    m_variables = new FlatButton(m_context.theme, tr("Insert column"), FlatButton::Look::Outlined, card);
    m_variables->setObjectName(QStringLiteral("set.variables"));
    m_variableMenu = new QMenu(m_variables);
    m_variables->setMenu(m_variableMenu);
    m_promptNote = new ThemedLabel(m_context.theme, {}, Theme::Token::Ink2, card);
    m_promptNote->setObjectName(QStringLiteral("set.promptNote"));
    m_promptNote->setType(0.92);
    m_promptNote->setWordWrap(true);
    auto *const foot = new QHBoxLayout;
    foot->addWidget(m_variables);
    foot->addWidget(m_promptNote, 1);
    auto *const system = new ThemedLabel(m_context.theme, tr("System prompt"), Theme::Token::Ink2, card);
    system->setBuddy(m_system);
    card->content()->addWidget(m_prompt);
    card->content()->addLayout(foot);
    card->content()->addWidget(system);
    card->content()->addWidget(m_system);
    return card;
}

void PromptSetView::wire()
{
    connect(&m_keep, &QTimer::timeout, this, &PromptSetView::keep);
    for (QPlainTextEdit *editor : {m_prompt, m_system}) {
        editor->installEventFilter(this);
        connect(editor, &QPlainTextEdit::textChanged, this, &PromptSetView::noteEdit);
    }
    connect(m_checks, &CheckRows::edited, this, &PromptSetView::noteEdit);
    connect(m_keeper, &CheckKeeper::kept, this, &PromptSetView::noteChecks);
    connect(m_keeper, &CheckKeeper::refused, this, &PromptSetView::noteFault);
    connect(m_keeper, &CheckKeeper::failed, this, &PromptSetView::failed);
    connect(m_targets, &TargetRows::edited, this, &PromptSetView::describe);
    connect(m_task, &QComboBox::currentTextChanged, this, &PromptSetView::describe);
    connect(m_cap, &QLineEdit::textChanged, this, &PromptSetView::describe);
    connect(m_estimator, &SetEstimator::changed, this, [this] { m_estimate->setText(m_estimator->text()); });
    connect(m_start, &QPushButton::clicked, this, &PromptSetView::start);
    connect(m_judge, &QToolButton::clicked, this, [this] {
        m_context.pickModel(m_judge, {m_judgeModel},
                            [this](const core::TargetName &name) { setJudge(name.toString()); });
    });
    connect(m_matrices, &MatrixList::opened, this, &PromptSetView::matrixOpened);
    connect(m_matrices, &MatrixList::failed, this, &PromptSetView::failed);
}

void PromptSetView::showSet(const core::PromptSet &set)
{
    if (set.id == m_set.id && m_keep.isActive()) {
        m_set.name = set.name;
        m_name->setFullText(set.name);
        return;
    }
    keep();
    const bool another = set.id != m_set.id;
    if (another)
        keepAside();
    m_set = set;
    m_showing = true;
    m_name->setFullText(set.name);
    QStringList facts{tr("%n cases", nullptr, set.cases), tr("%n columns", nullptr, int(set.columns.size()))};
    if (set.checkedCases > 0)
        facts.insert(1, tr("%1 with own checks", "cases").arg(core::formatCount(set.checkedCases)));
    if (!set.source.isEmpty())
        facts += tr("from %1", "a file").arg(set.source.section(QLatin1Char('/'), -1));
    m_facts->setToolTip(set.source);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_checks->setColumns(set.columns);
    if (another) {
        const Texts texts = m_faultyTexts.value(set.id, {set.prompt, set.system});
        m_prompt->setPlainText(texts.first);
        m_system->setPlainText(texts.second);
        m_checks->setChecks(set.checks);
        m_fileFault.clear();
        m_startWanted = false;
        if (std::any_of(set.checks.cbegin(), set.checks.cend(), core::hasUnreadFile))
            m_keeper->keep(set.id, set.columns, set.checks);
    }
    fillVariables();
    if (m_targets->targets().isEmpty())
        m_targets->takeLanes();
    m_showing = false;
    describe();
    reloadMatrices();
}

void PromptSetView::reloadMatrices()
{
    m_matrices->load(m_set.id);
}

void PromptSetView::setTargets(const QList<core::Target> &targets)
{
    m_targets->setTargets(targets);
}

void PromptSetView::fillVariables()
{
    m_variableMenu->clear();
    for (const QString &column : std::as_const(m_set.columns)) {
        const QString variable = QStringLiteral("{{%1}}").arg(column);
        // The two ampersands of a menu's text show one.
        m_variableMenu->addAction(QString(variable).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                  [this, variable] {
                                      m_lastEditor->insertPlainText(variable);
                                      m_lastEditor->setFocus();
                                  });
    }
}

void PromptSetView::noteEdit()
{
    if (m_showing)
        return;
    m_keep.start();
    m_startWanted = false;
    describe();
}

core::PromptSet PromptSetView::edited() const
{
    core::PromptSet set = m_set;
    set.prompt = m_prompt->toPlainText();
    set.system = m_system->toPlainText();
    set.checks = m_checks->checks();
    return set;
}

void PromptSetView::keep()
{
    m_keep.stop();
    const core::PromptSet now = edited();
    const bool reading = m_keeper->isReading(m_set.id);
    if (m_set.id == 0 || (now == m_set && !reading))
        return;
    const bool otherChecks = (now.checks != m_set.checks || reading) && m_checks->fault().isEmpty();
    const bool otherTexts = now.prompt != m_set.prompt || now.system != m_set.system;
    const auto complain = [this](const core::Result<void> &kept) {
        if (!kept)
            emit failed(kept.error());
    };
    if (otherTexts && textFault(now).isEmpty()) {
        m_set.prompt = now.prompt;
        m_set.system = now.system;
        core::continued(m_context.services.sets.setTexts(m_set.id, now.prompt, now.system), this, complain);
    }
    if (otherChecks)
        m_keeper->keep(m_set.id, m_set.columns, now.checks);
}

void PromptSetView::keepAside()
{
    const core::PromptSet now = edited();
    if (textFault(now).isEmpty())
        m_faultyTexts.remove(m_set.id);
    else
        m_faultyTexts.insert(m_set.id, {now.prompt, now.system});
}

QString PromptSetView::textFault(const core::PromptSet &now)
{
    if (now.prompt.trimmed().isEmpty() && !now.columns.contains(core::kPromptColumn))
        return tr("Write a prompt: the set has no column “prompt” to take it from.");
    for (const QString &text : {now.prompt, now.system}) {
        const QStringList names = core::variablesOf(text);
        for (const QString &name : names) {
            if (!now.columns.contains(name))
                return tr("The prompt names “%1”, which is no column of this set.").arg(name);
        }
    }
    return {};
}

void PromptSetView::noteChecks(qint64 set, const QList<core::Check> &checks)
{
    if (set != m_set.id)
        return;
    m_fileFault.clear();
    m_checks->adoptFiles(checks);
    m_set.checks = checks;
    const bool start = std::exchange(m_startWanted, false);
    describe();
    if (start && m_start->isEnabled())
        startUnlessDear();
}

void PromptSetView::noteFault(qint64 set, const core::Error &error)
{
    if (set != m_set.id)
        return;
    m_fileFault = error.message;
    m_startWanted = false;
    describe();
}

void PromptSetView::describe()
{
    if (m_showing || m_set.id == 0)
        return;
    const core::PromptSet now = edited();
    const QString inTheWay = obstacle();
    m_obstacle->setText(inTheWay);
    m_obstacle->setVisible(!inTheWay.isEmpty());
    m_start->setEnabled(inTheWay.isEmpty() && !m_startWanted && !m_targets->targets().isEmpty());
    m_judgeRow->setVisible(core::wantsJudge(now));
    const bool column = now.prompt.trimmed().isEmpty() && now.columns.contains(core::kPromptColumn);
    m_promptNote->setText(column ? tr("Empty: the column “prompt” is sent as it is.") : QString());
    m_estimator->setRequest(now, m_targets->targets(), m_task->currentText().trimmed());
}

} // namespace ui
