#pragma once

#include "core/ledger/records.h"
#include "ui/history/runedits.h"
#include "ui/page.h"

#include <QTimeZone>
#include <QTimer>

class QListView;
class QStackedWidget;

namespace core {
struct Error;
class Clock;
class LedgerReader;
class LedgerWriter;
class RunListModel;
class Settings;
} // namespace core

namespace ui {

class Actions;
class EmptyState;
class HistoryFilters;
class MessagePanel;
class ModelColours;
class RunDelegate;
class RunExporter;
class RunMenus;
class RunPreview;
class SearchField;
class SelectionBar;
class Theme;
class ToastArea;
struct MarkdownServices;

/// Every run: found by words and filters, read in the pane beside the list, reopened as it was; one or many
/// relabelled, tagged, pinned, exported, deleted with a way back; and conversations of other programs brought
/// in. Search and filters are there again at the next start. MainWindow owns it; everything passed by
/// reference outlives it.
class HistoryPage : public Page
{
    Q_OBJECT

public:
    HistoryPage(core::LedgerReader &reader, core::LedgerWriter &writer, core::Settings &settings,
                const core::Clock &clock, const Theme &theme, ModelColours &colours,
                MarkdownServices &markdown, Actions &actions, ToastArea &toasts, QWidget *parent = nullptr);
    /// Removes what waits for its toast to end.
    ~HistoryPage() override;

    void enter() override;
    void find() override;
    QWidget *foot() const override;

    /// Selects a run and shows it beside the list, also when the filters leave it out.
    void showRun(qint64 run);
    /// Brings in these files, whatever program they come from.
    void importFiles(const QStringList &files);
    /// Lists the runs of a model at an account with a task; '' is "no task".
    void showRunsOf(const QString &account, const QString &model, const QString &task);

signals:
    /// The user wants to see the run on the Compare page as it was.
    void runReopened(const core::RunRecord &run);
    /// Nothing was sent yet and the user wants to.
    void compareRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeContent(ModelColours &colours, MarkdownServices &markdown);
    void makeMenus();
    void wire();
    void wireList();
    void wirePreview();
    void wireEdits();
    void addActions(Actions &actions);
    void restoreFilters();
    void reload();
    void reloadSoon();
    void loadFilterChoices();
    void showState();
    void leaveEmpty();
    void followSelection();
    void preview(qint64 run);
    void showTurns();
    void reopen();
    void hideRemoved();
    void askForImport();
    void complain(const core::Error &error);
    RunEdits::Entries chosen() const;
    QTimeZone zone() const;

    core::LedgerReader &m_reader;
    core::LedgerWriter &m_writer;
    core::Settings &m_settings;
    const core::Clock &m_clock;
    const Theme &m_theme;
    ToastArea &m_toasts;
    core::RunListModel *const m_runs;
    RunEdits *const m_edits;
    RunExporter *const m_exporter;
    RunMenus *const m_menus;
    SearchField *m_search = nullptr;
    HistoryFilters *m_filters = nullptr;
    QListView *m_list = nullptr;
    RunDelegate *m_delegate = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    MessagePanel *m_problem = nullptr;
    RunPreview *m_preview = nullptr;
    SelectionBar *m_selection = nullptr;
    QTimer m_typing;
    QTimer m_changes;
    /// To be chosen once the list has it.
    qint64 m_wanted = 0;
    quint64 m_previewGeneration = 0;
    bool m_stale = true;
};

} // namespace ui
