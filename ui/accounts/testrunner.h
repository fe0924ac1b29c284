#pragma once

#include "core/endpoints/connectiontest.h"
#include "ui/accounts/accountdraft.h"

#include <QObject>

namespace ui {

/// One connection test at a time of an account as it is being edited. Cancelling forgets the answer. Owned by
/// what shows the result; main thread.
class TestRunner : public QObject
{
    Q_OBJECT

public:
    explicit TestRunner(const AccountsContext &context, QObject *parent = nullptr);

    /// Starts anew; a test under way is forgotten. Secrets that are not in the draft come from their place.
    void run(const AccountDraft &draft);
    void cancel();
    bool isRunning() const { return m_running; }
    /// What was tested last.
    const AccountDraft &draft() const { return m_draft; }

signals:
    void finished(const core::ConnectionReport &report);

private:
    void take(int number, const core::ConnectionReport &report);

    const AccountsContext m_context;
    AccountDraft m_draft;
    int m_number = 0;
    bool m_running = false;
};

/// Keeps the listing of a good report as the account's models.
void keepListing(const AccountsContext &context, qint64 accountId, const core::ConnectionReport &report);

} // namespace ui
