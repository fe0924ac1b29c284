#pragma once

#include "app/services.h"

#include <QObject>

#include <atomic>
#include <memory>

class QProgressDialog;

namespace app {

class Application;

/// Brings the ledger of an older version to the form of this one on another thread, and says so in a dialog
/// when it takes longer than a moment. Main thread, with a QApplication.
class LedgerUpdate : public QObject
{
    Q_OBJECT

public:
    explicit LedgerUpdate(QString filePath, QObject *parent = nullptr);
    ~LedgerUpdate() override;

    void start();

signals:
    /// When the user would rather quit: an error with the code `stopped`, and the ledger can still be opened.
    void finished(const core::Result<void> &updated);

private:
    const QString m_filePath;
    const std::unique_ptr<QProgressDialog> m_dialog;
    const std::shared_ptr<std::atomic_bool> m_stopped;
};

/// From the program's start to its window, in the event loop: updates the ledger if it is an older one's,
/// opens it and shows the window, or says in a dialog why it cannot. Owned by main().
class Startup : public QObject
{
    Q_OBJECT

public:
    /// `demo`: see Application.
    Startup(QString dataDir, bool demo);
    ~Startup() override;

    void begin();

signals:
    /// The window is shown.
    void opened();

private:
    void openLedger();
    void fail(const core::Error &error);

    const QString m_dataDir;
    const bool m_demo;
    std::unique_ptr<LedgerUpdate> m_update;
    std::unique_ptr<Application> m_window;
};

} // namespace app
