#include "ui/routes/backtestwindow.h"

#include "core/base/continuation.h"
#include "ui/routes/backtestchoices.h"
#include "ui/routes/backtestview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/primarybutton.h"

#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kBacktestSize(900, 620);
constexpr int kProgressSteps = 1000;

} // namespace

BacktestWindow::BacktestWindow(RuleEditor &editor, core::Database &database, const RoutesContext &context,
                               QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_database(database)
    , m_context(context)
    , m_choices(new BacktestChoices(context, this))
    , m_view(new BacktestView(context, this))
    , m_empty(new EmptyState(context.theme, Icon::History, {}, {}, this))
    , m_problem(new MessagePanel(context.theme, this))
    , m_start(new PrimaryButton(context.theme, tr("&Run the back-test"), this))
    , m_cancel(new FlatButton(context.theme, tr("&Stop"), FlatButton::Look::Outlined, this))
    , m_progress(new QProgressBar(this))
    , m_quality(new FlatButton(context.theme, tr("&Quality check …"), FlatButton::Look::Outlined, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("backtest"));
    resize(context.theme.px(kBacktestSize.width()), context.theme.px(kBacktestSize.height()));
    build();
    connect(m_start, &QPushButton::clicked, this, &BacktestWindow::start);
    connect(m_cancel, &QToolButton::clicked, this, &BacktestWindow::cancel);
    connect(m_quality, &QToolButton::clicked, this, [this] {
        if (m_result)
            emit qualityWanted(*m_result, m_rules);
    });
    connect(m_view, &BacktestView::runWanted, this, &BacktestWindow::runWanted);
    connect(m_view, &BacktestView::left, this, &BacktestWindow::reject);
    connect(m_empty, &EmptyState::actionTriggered, this, &BacktestWindow::importWanted);
    connect(&editor, &RuleEditor::changed, this, [this] { m_view->setStale(m_editor.rules() != m_rules); });
    connect(&editor, &RuleEditor::stateChanged, this, &BacktestWindow::describe);
    connect(&editor, &RuleEditor::reset, this, [this] {
        cancel();
        m_versions.clear();
        m_choices->setVersions({}, 0);
        readVersions();
    });
    connect(&editor, &RuleEditor::activated, this, &BacktestWindow::readVersions);
    describe();
}

BacktestWindow::~BacktestWindow() = default;

void BacktestWindow::build()
{
    m_problem->setObjectName(QStringLiteral("backtest.problem"));
    m_problem->hide();
    m_start->setObjectName(QStringLiteral("backtest.start"));
    m_start->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("backtest.cancel"));
    m_progress->setObjectName(QStringLiteral("backtest.progress"));
    m_progress->setAccessibleName(tr("Progress of the back-test"));
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_quality->setObjectName(QStringLiteral("backtest.quality"));
    m_quality->setToolTip(
        tr("Ask some of the calls that move of their new targets, and compare the answers"));
    m_empty->setObjectName(QStringLiteral("backtest.empty"));
    m_stack->insertWidget(Nothing, m_empty);
    auto *const under = new QWidget(m_stack);
    auto *const bar = new QVBoxLayout(under);
    bar->addStretch(1);
    bar->addWidget(m_progress);
    bar->addStretch(2);
    m_stack->insertWidget(Under, under);
    m_stack->insertWidget(Shown, m_view);
    auto *const choices = new QHBoxLayout;
    choices->addWidget(m_choices, 1);
    choices->addWidget(m_quality);
    choices->addWidget(m_cancel);
    choices->addWidget(m_start);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(choices);
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_empty->setTexts(tr("Try the rules on calls of the past"),
                      tr("Each call of the period is decided again by these rules. Nothing is sent: one sees "
                         "which calls would go elsewhere and what that would cost."));
    m_empty->setAction({});
}

void BacktestWindow::open()
{
    readVersions();
    show();
    raise();
    activateWindow();
    m_start->setFocus();
}

void BacktestWindow::readVersions()
{
    if (!m_editor.isOpen())
        return;
    core::continued(m_context.ruleSets.versions(m_editor.name()), this,
                    [this, name = m_editor.name()](const core::Result<QList<core::RuleSetVersion>> &read) {
                        if (!read || name != m_editor.name())
                            return;
                        m_versions = *read;
                        m_choices->setVersions(m_versions, m_editor.activeVersion());
                    });
}

void BacktestWindow::describe()
{
    setWindowTitle(m_editor.isOpen() ? tr("Back-test of “%1”").arg(m_editor.name()) : tr("Back-test"));
    setAccessibleName(windowTitle());
    m_start->setEnabled(m_editor.isOpen() && !isRunning());
    m_start->setVisible(!isRunning());
    m_cancel->setVisible(isRunning());
    m_choices->setEnabled(!isRunning());
    m_quality->setVisible(!isRunning() && m_result && m_result->total.moved > 0);
}

void BacktestWindow::start()
{
    if (isRunning() || !m_editor.isOpen())
        return;
    m_problem->hide();
    if (const core::Result<void> good = m_choices->check(); !good) {
        m_problem->setMessage(MessagePanel::Kind::Warn, tr("There is nothing to look at"),
                              good.error().message);
        return;
    }
    m_options = m_choices->options();
    m_result.reset();
    m_other.reset();
    m_against.reset();
    for (const core::RuleSetVersion &version : std::as_const(m_versions)) {
        if (version.number == m_choices->against())
            m_against = version;
    }
    m_progress->setValue(0);
    m_stack->setCurrentIndex(Under);
    m_rules = m_editor.rules();
    look(m_rules, m_editor.isChanged() ? 0 : m_editor.activeVersion());
}

void BacktestWindow::look(const core::RuleSet &rules, int version)
{
    const core::BacktestRequest request{.rules = rules, .version = version, .options = m_options};
    m_backtest =
        std::make_unique<core::Backtest>(m_database, request, m_context.book, m_context.ruleSets.lookup());
    connect(m_backtest.get(), &core::Backtest::progressed, this, [this](double share) {
        const double whole = m_against ? share / 2 + (m_result ? 0.5 : 0.0) : share;
        m_progress->setValue(static_cast<int>(whole * kProgressSteps));
    });
    connect(m_backtest.get(), &core::Backtest::finished, this, &BacktestWindow::take);
    describe();
    m_backtest->start();
}

void BacktestWindow::cancel()
{
    if (m_backtest)
        m_backtest->cancel();
}

void BacktestWindow::take(const core::Result<core::BacktestResult> &result)
{
    m_backtest.release()->deleteLater();
    if (!result) {
        m_problem->setMessage(MessagePanel::Kind::Bad, tr("The calls could not be read"),
                              result.error().message);
        m_stack->setCurrentIndex(Nothing);
        describe();
        return;
    }
    if (!m_result) {
        m_result = *result;
        if (m_against && !result->cancelled) {
            m_options.lastCall = result->lastCall;
            look(m_against->rules, m_against->number);
            return;
        }
    } else {
        m_other = *result;
    }
    conclude();
}

void BacktestWindow::conclude()
{
    describe();
    if (m_result->total.calls == 0 && !m_result->cancelled) {
        m_empty->setTexts(
            tr("No such calls in this period"),
            tr("Calls come here when rules decide them, from other programs, or by an import: a file of "
               "requests as OpenAI's chat API takes them, one a line (JSONL), as logs and batch files have "
               "them. Imported requests are in no total. Runs of Compare are looked at on request."));
        m_empty->setAction(tr("Import requests …"));
        m_stack->setCurrentIndex(Nothing);
        return;
    }
    m_view->setResult(*m_result, m_other);
    m_view->setStale(m_editor.rules() != m_rules);
    m_stack->setCurrentIndex(Shown);
}

void BacktestWindow::reject()
{
    if (isRunning())
        cancel();
    else
        QDialog::reject();
}

} // namespace ui
