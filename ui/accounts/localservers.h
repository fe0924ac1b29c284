#pragma once

#include "core/accounts/presets.h"
#include "core/endpoints/connectiontest.h"
#include "ui/accounts/candidate.h"

#include <QObject>

namespace ui {

/// Asks the usual loopback ports of local servers for their models, when told to and never by itself. Owned
/// by LocalCard; main thread.
class LocalServers : public QObject
{
    Q_OBJECT

public:
    explicit LocalServers(const AccountsContext &context, QObject *parent = nullptr);

    /// Starts anew.
    void look();
    bool isLooking() const { return m_open > 0; }

signals:
    /// A server that answered as an API; without a list where it wants a key.
    void found(const ui::Candidate &candidate);
    void finished();

private:
    void ask(const core::Preset &preset, quint16 port);
    void take(int number, const AccountDraft &draft, const core::ConnectionReport &report);

    const AccountsContext m_context;
    int m_number = 0;
    qsizetype m_open = 0;
    QList<QUrl> m_foundUrls;
};

} // namespace ui
