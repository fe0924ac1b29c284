#pragma once

#include "core/imports/conversationimport.h"

#include <QDialog>

#include <functional>

class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace ui {

class MessagePanel;
class Theme;
class ThemedLabel;

/// Imports conversations and exported runs: progress and a way to stop, then what came of it and what had no
/// place. Made by the history page; deletes itself when it is closed. Closing it while an import is under way
/// only stops that, so that what came of it is told.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const Theme &theme, core::LedgerWriter &writer, const QStringList &files, QWidget *parent);

    void start() { m_import->start(); }

    /// Asks for files to import; `chosen` is not called when the user changes their mind.
    static void choose(QWidget *page, std::function<void(const QStringList &files)> chosen);

    void reject() override;

signals:
    /// Something new is in the ledger.
    void imported();

private:
    void showProgress(double share, int conversations);
    void conclude(const core::Result<core::ImportReport> &report);
    void showLosses(const QList<core::ImportLoss> &losses);

    core::ConversationImport *const m_import;
    ThemedLabel *const m_text;
    QProgressBar *const m_bar;
    MessagePanel *const m_message;
    ThemedLabel *const m_lossText;
    QTreeWidget *const m_losses;
    QPushButton *const m_button;
    bool m_ended = false;
};

} // namespace ui
