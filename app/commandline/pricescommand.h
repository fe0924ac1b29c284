#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/accounts/account.h"
#include "core/catalog/modelinfo.h"
#include "core/ledger/repricingquery.h"

#include <QJsonArray>

namespace app {

class Console;
class Services;

/// `prices list|show|set`.
class PricesCommand : public Command
{
    Q_OBJECT

public:
    PricesCommand(const PricesInvocation &invocation, bool demo, Services &services, Console &console);

    void start() override;

private:
    void list();
    void listUnpriced();
    void printUnpriced(const QList<core::UnpricedModel> &models);
    void show();
    void set();
    void setRate();
    void setTerms();
    void removeOwn();
    void tellUnpriced();
    QJsonArray entriesOf(const QString &model) const;
    /// Those that are asked for.
    QList<core::Account> accounts() const;
    std::optional<qint64> accountId() const;
    void end(const core::Result<void> &done, const QString &sentence, const QJsonObject &json);
    void fail(const core::Error &error, ExitCode code);

    const PricesInvocation m_invocation;
    const bool m_demo;
    Services &m_services;
    Console &m_console;
};

} // namespace app
