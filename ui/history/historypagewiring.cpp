// How HistoryPage connects its parts; its layout and state are in historypage.cpp.
#include "core/ledger/ledgerwriter.h"
#include "core/models/runlistmodel.h"
#include "ui/actions.h"
#include "ui/history/historyfilters.h"
#include "ui/history/historypage.h"
#include "ui/history/runexporter.h"
#include "ui/history/runlist.h"
#include "ui/history/runmenus.h"
#include "ui/history/runpreview.h"
#include "ui/history/selectionbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toastarea.h"

#include <QAction>

namespace ui {

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
    connect(m_empty, &EmptyState::actionTriggered, this, &HistoryPage::leaveEmpty);
}

void HistoryPage::wireList()
{
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
    connect(&m_theme, &Theme::changed, m_list, [list = m_list] {
        list->doItemsLayout();
        list->viewport()->update();
    });
}

void HistoryPage::wirePreview()
{
    connect(m_preview, &RunPreview::reopenRequested, this,
            [this] { emit runReopened(core::RunRecord(m_preview->run())); });
    connect(m_preview, &RunPreview::turnRequested, this, &HistoryPage::preview);
    connect(m_preview, &RunPreview::removalRequested, this, [this] { m_edits->remove(chosen()); });
    connect(m_preview, &RunPreview::pinRequested, this,
            [this](bool pinned) { m_edits->setPinned(chosen(), pinned); });
    connect(m_selection, &SelectionBar::removalRequested, this, [this] { m_edits->remove(chosen()); });
    connect(m_selection, &SelectionBar::pinRequested, this,
            [this](bool pinned) { m_edits->setPinned(chosen(), pinned); });
    connect(m_selection, &SelectionBar::clearRequested, this, [this] {
        m_list->clearSelection();
        m_list->setFocus();
    });
}

void HistoryPage::wireEdits()
{
    connect(m_menus, &RunMenus::taskChosen, this,
            [this](const QString &task) { m_edits->setTask(chosen(), task); });
    connect(m_menus, &RunMenus::tagChosen, this,
            [this](const QString &key, const QString &value) { m_edits->addTag(chosen(), key, value); });
    connect(m_menus, &RunMenus::tagRemoved, this,
            [this](const QString &key) { m_edits->removeTag(chosen(), key); });
    connect(m_edits, &RunEdits::hiddenChanged, this, &HistoryPage::hideRemoved);
    connect(m_edits, &RunEdits::broughtBack, this, [this](qint64 run) {
        m_wanted = run;
        m_list->clearSelection();
        m_runs->setHidden(m_edits->hidden());
        m_list->setFocus();
    });
    connect(m_edits, &RunEdits::failed, this, &HistoryPage::complain);
    connect(m_exporter, &RunExporter::notified, this,
            [this](const QString &sentence) { m_toasts.showMessage(sentence); });
}

void HistoryPage::addActions(Actions &actions)
{
    const QString category = tr("History");
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                         QWidget *scope, auto slot) {
        connect(actions.add({id, text, category, keys}, scope), &QAction::triggered, this, slot);
    };
    const auto ifChosen = [this](auto act) {
        return [this, act] {
            if (!chosen().isEmpty())
                act();
        };
    };
    add(QStringLiteral("history.removeRun"), tr("Delete the chosen runs"), {QKeySequence::Delete}, m_list,
        ifChosen([this] { m_edits->remove(chosen()); }));
    add(QStringLiteral("history.labelRun"), tr("Set the task of the chosen runs …"),
        {QKeySequence(QStringLiteral("T"))}, m_list, ifChosen([this] { m_menus->askForTask(); }));
    add(QStringLiteral("history.tagRun"), tr("Add a tag to the chosen runs …"),
        {QKeySequence(QStringLiteral("G"))}, m_list, ifChosen([this] { m_menus->askForTag(); }));
    add(QStringLiteral("history.pinRun"), tr("Pin or unpin the chosen runs"),
        {QKeySequence(QStringLiteral("P"))}, m_list, ifChosen([this] {
            const QModelIndexList rows = m_list->selectionModel()->selectedRows();
            const bool pinned = std::all_of(rows.cbegin(), rows.cend(), [this](const QModelIndex &row) {
                return m_runs->runAt(row.row()).pinned;
            });
            m_edits->setPinned(chosen(), !pinned);
        }));
    add(QStringLiteral("history.importFiles"), tr("Import conversations …"), {}, this,
        [this] { askForImport(); });
    add(QStringLiteral("history.reload"), tr("Reload the list"), {QKeySequence(Qt::Key_F5)}, this,
        [this] { reload(); });
}

} // namespace ui
