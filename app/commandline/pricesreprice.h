#pragma once

#include "app/commandline/command.h"
#include "app/commandline/commandline.h"

#include "core/catalog/pricesnapshot.h"
#include "core/ledger/repricingquery.h"

namespace app {

class Console;
class Services;

/// `prices reprice`: gives settled attempts the cost that today's price book has for their time.
class PricesReprice : public Command
{
    Q_OBJECT

public:
    PricesReprice(const PricesInvocation &invocation, bool demo, Services &services, Console &console);

    void start() override;

private:
    void log();
    void undo();
    void preview(const core::RepricingScope &scope);
    void apply(const core::RepricingScope &scope, const core::PriceSnapshot &prices);
    void print(std::optional<qint64> repricing);
    void fail(const core::Error &error);

    const PricesInvocation m_invocation;
    const bool m_demo;
    Services &m_services;
    Console &m_console;
    core::RepricingPreview m_preview;
};

} // namespace app
