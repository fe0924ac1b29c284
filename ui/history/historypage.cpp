#include "ui/history/historypage.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/models/runlistmodel.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/history/historyfilters.h"
#include "ui/history/importdialog.h"
#include "ui/history/rundelegate.h"
#include "ui/history/runexporter.h"
#include "ui/history/runlist.h"
#include "ui/history/runmenus.h"
#include "ui/history/runpreview.h"
#include "ui/history/selectionbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/pagebar.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toastarea.h"

#include <QJsonArray>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTypingMs = 200;
constexpr int kChangesMs = 300;

/// The search's words and HistoryFilters::toJson(), as they were last.
const core::Setting<QJsonArray> kLastSearch{QLatin1StringView("historySearch"), QJsonArray()};

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
    , m_edits(new RunEdits(reader, writer, toasts, this))
    , m_exporter(new RunExporter(reader, this))
    , m_menus(new RunMenus(this))
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
    m_problem->keepFromEdges();
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(makeContent(colours, markdown), 1);
    m_selection = new SelectionBar(theme, this);
    m_selection->hide();
    column->addWidget(m_selection);
    makeMenus();
    restoreFilters();
    wire();
    wireList();
    wirePreview();
    wireEdits();
    addActions(actions);
}

HistoryPage::~HistoryPage() = default;

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
    auto *const import = new FlatButton(m_theme, tr("Import …"), FlatButton::Look::Outlined, bar);
    import->setObjectName(QStringLiteral("history.import"));
    import->setToolTip(tr("Bring in conversations of ChatGPT (conversations.json of its data export) or Open "
                          "WebUI (its chat export), or runs that were exported as JSON"));
    connect(import, &QToolButton::clicked, this, [this] { askForImport(); });
    bar->addWidget(import);
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
    m_list = new RunList(splitter);
    m_list->setObjectName(QStringLiteral("history.list"));
    m_list->setAccessibleName(tr("Runs, newest first"));
    m_list->setMinimumWidth(m_theme.px(280));
    m_delegate = new RunDelegate(m_theme, m_clock, colours, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setModel(m_runs);
    m_search->setResults(m_list);
    m_preview = new RunPreview(m_theme, markdown, splitter);
    m_preview->setMinimumWidth(m_theme.px(400));
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

void HistoryPage::makeMenus()
{
    for (QMenu *menu : {m_preview->taskMenu(), m_selection->taskMenu()})
        m_menus->serveTasks(menu);
    for (QMenu *menu : {m_preview->tagMenu(), m_selection->tagMenu()})
        m_menus->serveTags(menu);
    m_exporter->fill(m_preview->exportMenu(), false, [this] { return chosen(); });
    m_exporter->fill(m_selection->exportMenu(), true, [this] { return chosen(); });
}

QTimeZone HistoryPage::zone() const
{
    const QString name = m_settings.get(core::settings::kReportingZone);
    return name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
}

void HistoryPage::restoreFilters()
{
    const QJsonArray last = m_settings.get(kLastSearch);
    m_search->setText(last.at(0).toString());
    m_filters->restore(last.at(1).toObject());
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

QWidget *HistoryPage::foot() const
{
    return m_selection;
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
    m_settings.set(kLastSearch, QJsonArray{filter.words, m_filters->toJson()});
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
        m_menus->setTasks(*tasks);
    });
    core::continued(m_reader.tags(), this, [this](const core::Result<QList<core::TagUse>> &tags) {
        if (!tags)
            return;
        m_filters->setTags(*tags);
        m_menus->setTags(*tags);
    });
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
        // What is chosen may look different now.
        if (m_selection->isVisible())
            followSelection();
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

RunEdits::Entries HistoryPage::chosen() const
{
    RunEdits::Entries entries;
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const core::RunSummary &run = m_runs->runAt(row.row());
        entries.append(RunEntry{run.runId, m_delegate->showsConversations() && run.turns > 1});
    }
    if (entries.isEmpty() && m_preview->run().id != 0)
        entries.append(RunEntry{m_preview->run().id});
    return entries;
}

void HistoryPage::followSelection()
{
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    QList<core::RunSummary> runs;
    QStringList tags;
    for (const QModelIndex &row : rows) {
        runs.append(m_runs->runAt(row.row()));
        tags += runs.last().tags.keys();
    }
    tags.removeDuplicates();
    tags.sort();
    m_menus->setChosenTags(tags);
    m_selection->setRuns(runs, m_delegate->showsConversations());
    m_selection->setVisible(runs.size() > 1);
    if (runs.size() == 1) {
        preview(runs.first().runId);
        return;
    }
    ++m_previewGeneration;
    m_preview->showNothing(static_cast<int>(runs.size()));
}

void HistoryPage::preview(qint64 run)
{
    const quint64 generation = ++m_previewGeneration;
    core::continued(m_reader.run(run), this, [this, generation](const core::Result<core::RunRecord> &record) {
        if (generation != m_previewGeneration)
            return;
        if (!record) {
            m_preview->showNothing(0);
            return;
        }
        m_preview->showRun(*record, zone());
        const int row = m_runs->rowOf(record->id);
        m_preview->setSummary(row < 0 ? std::nullopt : std::optional(m_runs->runAt(row)));
        showTurns();
    });
}

void HistoryPage::showTurns()
{
    const core::RunRecord &run = m_preview->run();
    const qint64 conversation = run.turn.conversation != 0 ? run.turn.conversation : run.id;
    core::continued(m_reader.turns(conversation), this,
                    [this, id = run.id](const core::Result<QList<core::TurnSummary>> &turns) {
                        if (turns && m_preview->run().id == id)
                            m_preview->setTurns(*turns);
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
    const qint64 run = m_list->currentIndex().data(core::RunListModel::ValueRole).toLongLong();
    if (run == 0)
        return;
    core::continued(m_reader.run(run), this, [this](const core::Result<core::RunRecord> &record) {
        if (record)
            emit runReopened(*record);
        else
            complain(record.error());
    });
}

void HistoryPage::hideRemoved()
{
    const int row = m_list->currentIndex().row();
    ++m_previewGeneration;
    m_preview->showNothing(0);
    m_runs->setHidden(m_edits->hidden());
    if (m_runs->rowCount() > 0)
        m_list->setCurrentIndex(m_runs->index(std::clamp(row, 0, m_runs->rowCount() - 1)));
}

void HistoryPage::askForImport()
{
    ImportDialog::choose(this, [this](const QStringList &files) { importFiles(files); });
}

void HistoryPage::importFiles(const QStringList &files)
{
    auto *const dialog = new ImportDialog(m_theme, m_writer, files, this);
    connect(dialog, &ImportDialog::imported, this, &HistoryPage::reload);
    dialog->open();
    dialog->start();
}

void HistoryPage::complain(const core::Error &error)
{
    m_problem->setMessage(MessagePanel::Kind::Bad, tr("The ledger did not answer as it should"),
                          error.message);
}

} // namespace ui
