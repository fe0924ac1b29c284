#include "ui/history/historypage.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/compare/tasksuggestion.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/models/ledgerwords.h"
#include "core/models/runlistmodel.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/actions.h"
#include "ui/history/historyfilters.h"
#include "ui/history/rundelegate.h"
#include "ui/history/runpreview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toastarea.h"

#include <QAction>
#include <QInputDialog>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTypingMs = 200;
constexpr int kChangesMs = 300;

} // namespace

HistoryPage::HistoryPage(core::LedgerReader &reader, core::LedgerWriter &writer, core::Settings &settings,
                         const core::Clock &clock, const Theme &theme, ModelColours &colours,
                         MarkdownServices &markdown, Actions &actions, ToastArea &toasts, QWidget *parent)
    : Page(parent)
    , m_reader(reader)
    , m_writer(writer)
    , m_settings(settings)
    , m_clock(clock)
    , m_theme(theme)
    , m_toasts(toasts)
    , m_runs(new core::RunListModel(reader, this))
{
    for (QTimer *timer : {&m_typing, &m_changes})
        timer->setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    m_changes.setInterval(kChangesMs);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    m_problem = new MessagePanel(theme, this);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(makeContent(colours, markdown), 1);
    wire();
    wirePreview();
    addActions(actions);
}

HistoryPage::~HistoryPage()
{
    for (const qint64 run : std::as_const(m_removing))
        m_writer.removeRun(run);
}

QWidget *HistoryPage::makeBar()
{
    auto *const bars = new QWidget(this);
    auto *const bar = new PageBar(m_theme, tr("History"), bars);
    m_search = new SearchField(m_theme, tr("Search prompts and answers"), bar);
    m_search->setObjectName(QStringLiteral("history.search"));
    m_search->setAccessibleName(tr("Search prompts and answers"));
    m_search->setToolTip(
        tr("All words must occur. \"Two words\" in quotes are a phrase, word* a beginning."));
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    bar->addWidget(m_search);
    m_filters = new HistoryFilters(m_theme, m_clock, bars);
    auto *const second = new Surface(m_theme, Theme::Token::Panel, Surface::Bottom, bars);
    auto *const row = new QHBoxLayout(second);
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(m_filters);
    auto *const column = new QVBoxLayout(bars);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(second);
    return bars;
}

QWidget *HistoryPage::makeContent(ModelColours &colours, MarkdownServices &markdown)
{
    m_stack = new QStackedWidget(this);
    auto *const splitter = new QSplitter(m_stack);
    splitter->setChildrenCollapsible(false);
    m_list = new QListView(splitter);
    m_list->setObjectName(QStringLiteral("history.list"));
    m_list->setAccessibleName(tr("Runs, newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setMinimumWidth(m_theme.px(280));
    m_delegate = new RunDelegate(m_theme, m_clock, colours, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_runs);
    m_search->setResults(m_list);
    m_preview = new RunPreview(m_theme, markdown, splitter);
    m_preview->setMinimumWidth(m_theme.px(340));
    splitter->addWidget(m_list);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 6);
    splitter->setSizes({500, 600});
    m_empty = new EmptyState(m_theme, Icon::History, {}, {}, m_stack);
    m_empty->setObjectName(QStringLiteral("history.empty"));
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    return m_stack;
}

void HistoryPage::wire()
{
    connect(&m_typing, &QTimer::timeout, this, &HistoryPage::reload);
    connect(&m_changes, &QTimer::timeout, this, [this] {
        m_stale = false;
        loadFilterChoices();
        m_runs->refresh();
        // What is being read may have changed too.
        if (m_preview->run().id != 0)
            preview(m_preview->run().id);
    });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &HistoryPage::reopen);
    connect(m_filters, &HistoryFilters::changed, this, &HistoryPage::reload);
    connect(&m_writer, &core::LedgerWriter::runsChanged, this, &HistoryPage::reloadSoon);
    connect(&m_writer, &core::LedgerWriter::runStarted, this, &HistoryPage::reloadSoon);
    connect(&m_writer, &core::LedgerWriter::attemptSettled, this, &HistoryPage::reloadSoon);
    connect(m_runs, &core::RunListModel::loaded, this, &HistoryPage::showState);
    connect(m_runs, &core::RunListModel::failed, this, &HistoryPage::complain);
    connect(m_runs, &QAbstractItemModel::rowsRemoved, this, &HistoryPage::showState);
    connect(m_list, &QAbstractItemView::activated, this, &HistoryPage::reopen);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryPage::followSelection);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                // The Tab key makes the first run current, but does not choose it.
                QItemSelectionModel *const selection = m_list->selectionModel();
                if (now.isValid() && m_list->hasFocus() && !selection->hasSelection())
                    selection->select(now, QItemSelectionModel::Select);
            });
    connect(m_empty, &EmptyState::actionTriggered, this, &HistoryPage::leaveEmpty);
    connect(&m_theme, &Theme::changed, m_list, [list = m_list] {
        list->doItemsLayout();
        list->viewport()->update();
    });
}

void HistoryPage::wirePreview()
{
    connect(m_preview, &RunPreview::reopenRequested, this,
            [this] { emit runReopened(core::RunRecord(m_preview->run())); });
    connect(m_preview, &RunPreview::removalRequested, this, &HistoryPage::removeSelected);
    connect(m_preview, &RunPreview::notified, this,
            [this](const QString &sentence) { m_toasts.showMessage(sentence); });
}

void HistoryPage::addActions(Actions &actions)
{
    const QString category = tr("History");
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                         QWidget *scope, auto slot) {
        connect(actions.add({id, text, category, keys}, scope), &QAction::triggered, this, slot);
    };
    add(QStringLiteral("history.removeRun"), tr("Delete the chosen runs"), {QKeySequence::Delete}, m_list,
        &HistoryPage::removeSelected);
    add(QStringLiteral("history.labelRun"), tr("Set the task of the chosen runs …"),
        {QKeySequence(QStringLiteral("T"))}, m_list, &HistoryPage::askForTask);
    add(QStringLiteral("history.reload"), tr("Reload the list"), {QKeySequence(Qt::Key_F5)}, this,
        &HistoryPage::reload);
}

QTimeZone HistoryPage::zone() const
{
    const QString name = m_settings.get(core::settings::kReportingZone);
    return name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
}

void HistoryPage::enter()
{
    reload();
    if (m_list->currentIndex().isValid())
        m_list->setFocus();
    else
        m_search->setFocus();
}

void HistoryPage::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        reload();
}

void HistoryPage::reload()
{
    m_typing.stop();
    m_stale = false;
    core::RunFilter filter;
    filter.words = m_search->text();
    m_filters->apply(filter, zone());
    m_delegate->setZone(zone());
    m_delegate->setWords(filter.words);
    m_list->viewport()->update();
    m_runs->setFilter(filter);
    loadFilterChoices();
}

void HistoryPage::reloadSoon()
{
    m_stale = true;
    if (isVisible() && !m_changes.isActive())
        m_changes.start();
}

void HistoryPage::loadFilterChoices()
{
    core::continued(m_reader.targets(), this, [this](const core::Result<QStringList> &targets) {
        if (targets)
            m_filters->setTargets(*targets);
    });
    core::continued(m_reader.tasks(), this, [this](const core::Result<QStringList> &tasks) {
        if (!tasks)
            return;
        m_filters->setTasks(*tasks);
        fillTaskMenu(*tasks);
    });
}

void HistoryPage::fillTaskMenu(const QStringList &used)
{
    QStringList tasks = core::kShippedTasks;
    for (const QString &task : used) {
        if (!tasks.contains(task))
            tasks.append(task);
    }
    QMenu *const menu = m_preview->taskMenu();
    if (menu->isVisible())
        return;
    menu->clear();
    for (const QString &task : std::as_const(tasks))
        menu->addAction(core::LedgerWords::task(task), this, [this, task] { setTask(task); });
    menu->addAction(core::LedgerWords::task({}), this, [this] { setTask({}); });
    menu->addSeparator();
    menu->addAction(tr("Another task …"), this, &HistoryPage::askForTask);
}

void HistoryPage::showState()
{
    if (!m_runs->isLoaded())
        return;
    m_problem->hide();
    if (m_wanted != 0) {
        const int row = m_runs->rowOf(std::exchange(m_wanted, 0));
        if (row >= 0) {
            m_list->setCurrentIndex(m_runs->index(row));
            m_list->scrollTo(m_runs->index(row));
        }
    }
    if (m_runs->rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    if (m_runs->isFiltered()) {
        m_empty->setTexts(tr("No run fits"), tr("Other words or fewer filters may find more."));
        m_empty->setAction(tr("Clear search and filters"));
    } else {
        m_empty->setTexts(tr("No runs yet"),
                          tr("Each prompt you send is kept here with its answers, tokens and costs, to be "
                             "searched and opened again."));
        m_empty->setAction(tr("Compare models"));
    }
    m_stack->setCurrentIndex(1);
}

void HistoryPage::leaveEmpty()
{
    if (!m_runs->isFiltered()) {
        emit compareRequested();
        return;
    }
    m_search->clear();
    m_filters->clear();
    reload();
}

QList<qint64> HistoryPage::selectedRuns() const
{
    QList<qint64> runs;
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        runs.append(row.data(core::RunListModel::ValueRole).toLongLong());
    if (runs.isEmpty() && m_preview->run().id != 0)
        runs.append(m_preview->run().id);
    return runs;
}

qint64 HistoryPage::currentRun() const
{
    return m_list->currentIndex().data(core::RunListModel::ValueRole).toLongLong();
}

void HistoryPage::followSelection()
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.size() == 1)
        preview(rows.first().data(core::RunListModel::ValueRole).toLongLong());
    else {
        ++m_previewGeneration;
        m_preview->showNothing(static_cast<int>(rows.size()));
    }
}

void HistoryPage::preview(qint64 run)
{
    const quint64 generation = ++m_previewGeneration;
    core::continued(m_reader.run(run), this, [this, generation](const core::Result<core::RunRecord> &record) {
        if (generation != m_previewGeneration)
            return;
        if (record)
            m_preview->showRun(*record, zone());
        else
            m_preview->showNothing(0);
    });
}

void HistoryPage::showRunsOf(const QString &account, const QString &model, const QString &task)
{
    m_search->clear();
    m_filters->choose(account, model, task);
}

void HistoryPage::showRun(qint64 run)
{
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    m_filters->clear();
    m_wanted = run;
    m_list->clearSelection();
    preview(run);
    reload();
}

void HistoryPage::reopen()
{
    const qint64 run = currentRun();
    if (run == 0)
        return;
    core::continued(m_reader.run(run), this, [this](const core::Result<core::RunRecord> &record) {
        if (record)
            emit runReopened(*record);
        else
            complain(record.error());
    });
}

void HistoryPage::removeSelected()
{
    const QList<qint64> runs = selectedRuns();
    if (runs.isEmpty())
        return;
    commitRemoval();
    const int row = m_list->currentIndex().row();
    m_removing = runs;
    m_hidden += QSet<qint64>(runs.cbegin(), runs.cend());
    ++m_previewGeneration;
    m_preview->showNothing(0);
    m_runs->setHidden(m_hidden);
    if (m_runs->rowCount() > 0)
        m_list->setCurrentIndex(m_runs->index(std::clamp(row, 0, m_runs->rowCount() - 1)));
    const QPointer<HistoryPage> page(this);
    m_toasts.showMessage(
        runs.size() == 1
            ? tr("Run deleted. Its cost stays in every total.")
            : tr("%n runs deleted. Their cost stays in every total.", nullptr, static_cast<int>(runs.size())),
        tr("Undo"),
        [page, runs] {
            if (page)
                page->bringBack(runs);
        },
        [page, runs] {
            if (page && page->m_removing == runs)
                page->commitRemoval();
        });
}

void HistoryPage::bringBack(const QList<qint64> &runs)
{
    if (m_removing == runs)
        m_removing.clear();
    for (const qint64 run : runs)
        m_hidden.remove(run);
    m_wanted = runs.first();
    m_list->clearSelection();
    m_runs->setHidden(m_hidden);
    m_list->setFocus();
}

void HistoryPage::commitRemoval()
{
    const QList<qint64> runs = std::exchange(m_removing, {});
    for (const qint64 run : runs) {
        core::continued(m_writer.removeRun(run), this, [this, run](const core::Result<void> &removed) {
            if (removed || removed.error().kind == core::ErrorKind::NotFound)
                return;
            m_hidden.remove(run);
            m_runs->setHidden(m_hidden);
            complain(removed.error());
        });
    }
}

void HistoryPage::setTask(const QString &task)
{
    const QList<qint64> runs = selectedRuns();
    if (runs.isEmpty())
        return;
    core::continued(m_writer.setTask(runs, task, core::TaskOrigin::User), this,
                    [this, task, count = runs.size()](const core::Result<void> &done) {
                        if (!done)
                            return complain(done.error());
                        m_toasts.showMessage((count == 1 ? tr("The run now has the task “%1”.")
                                                         : tr("%n runs now have the task “%1”.", nullptr,
                                                              static_cast<int>(count)))
                                                 .arg(core::LedgerWords::task(task)));
                    });
}

void HistoryPage::askForTask()
{
    if (selectedRuns().isEmpty())
        return;
    auto *const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("history.askTask"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Set task"));
    dialog->setLabelText(tr("Task of the chosen runs"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString &task) { setTask(task.simplified()); });
    dialog->open();
}

void HistoryPage::complain(const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger did not answer as it should"),
                          error.message);
}

} // namespace ui
