#pragma once

#include "core/insight/trafficimport.h"

#include <QDialog>

#include <functional>

class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace core {
class ModelCatalog;
}

namespace ui {

class FlatButton;
class MessagePanel;
class Theme;
class ThemedLabel;

/// Imports requests of other programs, so that rules can be tried on them: progress and a way to stop, then
/// what came of it. Lines that are no requests import nothing until one passes over them. Deletes itself when
/// it is closed; closing it during an import only stops that.
class TrafficDialog : public QDialog
{
    Q_OBJECT

public:
    TrafficDialog(const Theme &theme, core::LedgerWriter &writer, const core::ModelCatalog &catalog,
                  const QStringList &files, QWidget *parent);

    void start(bool skipFaults = false);

    /// Asks for files; `chosen` is not called when the user changes their mind.
    static void choose(QWidget *parent, std::function<void(const QStringList &files)> chosen);

    void reject() override;

signals:
    /// Something new is in the ledger.
    void imported();

private:
    void showProgress(double share, qint64 requests);
    void conclude(const core::Result<core::TrafficReport> &report);
    /// `faults`: because of lines that are no requests.
    void fail(const core::Error &error, bool faults);
    void list(const core::TrafficReport &report);

    core::LedgerWriter &m_writer;
    const core::ModelCatalog &m_catalog;
    const QStringList m_files;
    std::unique_ptr<core::TrafficImport> m_import;
    ThemedLabel *const m_text;
    QProgressBar *const m_bar;
    MessagePanel *const m_message;
    QTreeWidget *const m_lines;
    QPushButton *const m_button;
};

} // namespace ui
