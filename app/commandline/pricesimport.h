#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/pricelists/priceimport.h"

namespace app {

class Console;
class Services;

/// `prices import`: says what a price list changes, and changes it.
class PricesImport : public Command
{
    Q_OBJECT

public:
    PricesImport(const PricesInvocation &invocation, Services &services, Console &console);

    void start() override;

private:
    void fetch();
    core::Result<QByteArray> readFile() const;
    void take(const QByteArray &text, const QString &origin);
    void apply();
    void print(bool applied);
    QJsonObject toJson(bool applied) const;
    void refuse(const core::Error &error, ExitCode code);

    const PricesInvocation m_invocation;
    Services &m_services;
    Console &m_console;
    core::PriceImportPlan m_plan;
};

} // namespace app
