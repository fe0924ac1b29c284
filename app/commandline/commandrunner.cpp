#include "app/commandline/commandrunner.h"

#include "app/commandline/accountscommand.h"
#include "app/commandline/askcommand.h"
#include "app/commandline/budgetscommand.h"
#include "app/commandline/comparecommand.h"
#include "app/commandline/console.h"
#include "app/commandline/historycommand.h"
#include "app/commandline/ledgercommand.h"
#include "app/commandline/matrixcommand.h"
#include "app/commandline/pricescommand.h"
#include "app/commandline/pricesimport.h"
#include "app/commandline/pricesreprice.h"
#include "app/commandline/rulescommand.h"
#include "app/commandline/rulesimport.h"
#include "app/commandline/stopsignal.h"
#include "app/commandline/usagecommand.h"
#include "app/commandline/usageexport.h"
#include "app/commandline/usageimport.h"
#include "app/services.h"

#include "core/base/continuation.h"

#include <QCoreApplication>
#include <QTimer>

namespace app {

namespace {

std::unique_ptr<Command> makePricesCommand(const PricesInvocation &prices, bool demo, Services &services,
                                           Console &console)
{
    if (prices.verb == PricesInvocation::Verb::Import)
        return std::make_unique<PricesImport>(prices, services, console);
    if (prices.verb == PricesInvocation::Verb::Reprice)
        return std::make_unique<PricesReprice>(prices, demo, services, console);
    return std::make_unique<PricesCommand>(prices, demo, services, console);
}

std::unique_ptr<Command> makeCommand(const Invocation &invocation, const ReportPrinter &printer,
                                     Services &services, Console &console)
{
    if (const auto *accounts = std::get_if<AccountsInvocation>(&invocation.command))
        return std::make_unique<AccountsCommand>(*accounts, services, console);
    if (const auto *compare = std::get_if<CompareInvocation>(&invocation.command))
        return compare->set.isEmpty()
            ? std::unique_ptr<Command>(std::make_unique<CompareCommand>(*compare, services, console))
            : std::make_unique<MatrixCommand>(*compare, services, console);
    if (const auto *ask = std::get_if<AskInvocation>(&invocation.command))
        return std::make_unique<AskCommand>(*ask, services, console);
    if (const auto *rules = std::get_if<RulesInvocation>(&invocation.command))
        return rules->verb == RulesInvocation::Verb::Import
            ? std::unique_ptr<Command>(std::make_unique<RulesImport>(*rules, services, console))
            : std::make_unique<RulesCommand>(*rules, services, console);
    if (const auto *budgets = std::get_if<BudgetsInvocation>(&invocation.command))
        return std::make_unique<BudgetsCommand>(*budgets, services, console);
    if (const auto *usage = std::get_if<UsageInvocation>(&invocation.command))
        return std::make_unique<UsageCommand>(*usage, invocation.demo, services, console);
    if (const auto *usageExport = std::get_if<UsageExportInvocation>(&invocation.command))
        return std::make_unique<UsageExport>(*usageExport, invocation.demo, services, console);
    if (const auto *usage = std::get_if<UsageImportInvocation>(&invocation.command))
        return std::make_unique<UsageImportCommand>(*usage, services, console);
    if (const auto *prices = std::get_if<PricesInvocation>(&invocation.command))
        return makePricesCommand(*prices, invocation.demo, services, console);
    if (const auto *ledger = std::get_if<LedgerInvocation>(&invocation.command))
        return std::make_unique<LedgerCommand>(*ledger, services, console);
    if (const auto *report = std::get_if<ReportInvocation>(&invocation.command))
        return std::make_unique<ReportCommand>(*report, invocation.demo, printer, services, console);
    return std::make_unique<HistoryCommand>(std::get<HistoryInvocation>(invocation.command), services,
                                            console);
}

} // namespace

bool hasDisplay()
{
    const char *const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::any_of(std::begin(names), std::end(names),
                       [](auto *name) { return !qEnvironmentVariableIsEmpty(name); });
}

int runCommand(const core::Result<Invocation> &invocation, const ReportPrinter &printer)
{
    Console console;
    if (!invocation) {
        console.complain(invocation.error().message);
        return int(ExitCode::WrongUsage);
    }
    if (const auto *text = std::get_if<TextInvocation>(&invocation->command)) {
        console.print(text->text);
        return int(ExitCode::Good);
    }
    if (std::holds_alternative<WindowInvocation>(invocation->command)) {
        console.complain(QCoreApplication::translate(
            "Console", "There is no display for the window; the commands need none, see switchyard --help."));
        return int(ExitCode::ConfigurationError);
    }
    core::Result<std::unique_ptr<Services>> services = Services::open(invocation->dataDir);
    if (!services) {
        console.complain(services.error().message);
        return int(ExitCode::ConfigurationError);
    }
    if (invocation->demo)
        (*services)->countSimulated();
    const std::unique_ptr<Command> command = makeCommand(*invocation, printer, **services, console);
    QObject::connect(command.get(), &Command::finished, qApp,
                     [](ExitCode code) { QCoreApplication::exit(int(code)); });
    std::unique_ptr<StopSignal> stopSignal;
    const auto start = [&command, &stopSignal] {
        command->start();
        // Only now: a start that waits for standard input ends with the process as usual.
        stopSignal = std::make_unique<StopSignal>();
        QObject::connect(stopSignal.get(), &StopSignal::received, command.get(), &Command::stop);
    };
    QTimer::singleShot(0, command.get(), [&] {
        if (!invocation->demo) {
            start();
            return;
        }
        core::continued((*services)->switchDemoOn(), command.get(), [&](const core::Result<void> &on) {
            if (on) {
                start();
                return;
            }
            console.complain(on.error().message);
            QCoreApplication::exit(int(ExitCode::ConfigurationError));
        });
    });
    const int code = QCoreApplication::exec();
    if (!console.hasFailed())
        return code;
    console.complain(QCoreApplication::translate("Console", "Standard output could not be written."));
    return int(ExitCode::ConfigurationError);
}

} // namespace app
