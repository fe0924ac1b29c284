#pragma once

#include "core/ledger/ledgerkeeper.h"

#include <QWidget>

class QDateEdit;

namespace core {
class Clock;
class Settings;
} // namespace core

namespace ui {

class FlatButton;
class KeyValueGrid;
class MessagePanel;
class Theme;
class ThemedLabel;
class WorkStrip;

/// The ledger as a file: how large it is and what it holds, and what keeps it in order: a check of the file
/// and the sums, a backup, and pruning after a look at what would go. All work is done elsewhere, one after
/// the other, and can be cancelled. Reads the figures whenever it is shown.
class DataPane : public QWidget
{
    Q_OBJECT

public:
    DataPane(core::LedgerKeeper &keeper, core::Settings &settings, const core::Clock &clock,
             const Theme &theme, QWidget *parent = nullptr);

    void refresh();
    /// Copies the ledger to a file that does not exist yet.
    void backUpTo(const QString &filePath);

signals:
    void exportRequested();
    void showInFilesRequested(const QString &filePath);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeActions();
    QWidget *makePruning();
    void showStatus(const core::LedgerStatus &status);
    void showError(const QString &title, const core::Error &error);
    void check();
    void tell(const core::LedgerVerification &found);
    void rebuild();
    void chooseBackup();
    void preview();
    void tellPreview(const core::PruneCount &count);
    void prune();
    void tellPruned(const core::PruneCount &count);
    void tellStopped(const QString &title, const QString &next);
    void enable();

    core::LedgerKeeper &m_keeper;
    core::Settings &m_settings;
    const core::Clock &m_clock;
    const Theme &m_theme;
    KeyValueGrid *m_figures = nullptr;
    ThemedLabel *m_reading = nullptr;
    QWidget *m_pruning = nullptr;
    QDateEdit *m_before = nullptr;
    QList<QWidget *> m_controls;
    WorkStrip *m_work = nullptr;
    MessagePanel *m_message = nullptr;
    /// Before which day the previewed pruning is.
    QDate m_previewed;
    bool m_isReading = false;
};

} // namespace ui
