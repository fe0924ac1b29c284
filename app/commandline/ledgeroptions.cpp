#include "app/commandline/ledgeroptions.h"

#include "app/commandline/options.h"

#include <QCoreApplication>
#include <QHash>

using namespace core;

namespace app {

namespace {

const QString kBefore = QStringLiteral("before");
const QString kDryRun = QStringLiteral("dry-run");

std::optional<LedgerInvocation::Verb> ledgerVerb(const QString &word)
{
    using Verb = LedgerInvocation::Verb;
    static const QHash<QString, Verb> verbs{{QStringLiteral("status"), Verb::Status},
                                            {QStringLiteral("verify"), Verb::Verify},
                                            {QStringLiteral("rebuild"), Verb::Rebuild},
                                            {QStringLiteral("backup"), Verb::BackUp},
                                            {QStringLiteral("prune"), Verb::Prune}};
    const auto verb = verbs.constFind(word);
    return verb == verbs.constEnd() ? std::nullopt : std::optional(*verb);
}

Result<void> readPrune(const Options &options, LedgerInvocation *ledger)
{
    const QString text = options.value(kBefore);
    ledger->before = QDate::fromString(text, Qt::ISODate);
    if (!ledger->before.isValid() || text.size() != 10)
        return usageError(QCoreApplication::translate(
            "CommandLine", "ledger prune wants --before with a date such as 2026-01-31."));
    ledger->dryRun = options.has(kDryRun);
    return {};
}

} // namespace

Result<Invocation> parseLedger(const QStringList &arguments)
{
    Options options({QStringLiteral("json"), kDryRun}, {kBefore});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const QStringList words = options.positional();
    const std::optional<LedgerInvocation::Verb> verb = ledgerVerb(words.value(1));
    if (!verb)
        return usageError(QCoreApplication::translate(
            "CommandLine", "ledger wants one of: status, verify, rebuild, backup, prune."));
    LedgerInvocation ledger;
    ledger.verb = *verb;
    ledger.json = options.has(QStringLiteral("json"));
    ledger.file = words.value(2);
    if (*verb == LedgerInvocation::Verb::BackUp && (words.size() != 3 || ledger.file.isEmpty()))
        return usageError(
            QCoreApplication::translate("CommandLine", "ledger backup wants exactly one file to write."));
    if (*verb != LedgerInvocation::Verb::BackUp && words.size() != 2)
        return usageError(
            QCoreApplication::translate("CommandLine", "ledger %1 takes no further words.").arg(words[1]));
    const Result<void> read = *verb == LedgerInvocation::Verb::Prune
        ? readPrune(options, &ledger)
        : options.refuse({kBefore, kDryRun}, QStringLiteral("ledger ") + words[1]);
    if (!read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = ledger;
    return invocation;
}

} // namespace app
