#include "app/commandline/usageimportoptions.h"

#include "app/commandline/options.h"

#include "core/reconcile/tableusage.h"

#include <QCoreApplication>

using namespace core;

namespace app {

namespace {

const QString kImportWord = QStringLiteral("import");
const QString kReconcileWord = QStringLiteral("reconcile");
const QString kUndoOption = QStringLiteral("undo");
const QString kMapOption = QStringLiteral("map");
const QString kDryRunOption = QStringLiteral("dry-run");
const QString kLogOption = QStringLiteral("log");

Result<void> readImportFormat(const Options &options, UsageImportInvocation *usage)
{
    const QString format = QStringLiteral("format");
    if (options.has(format)) {
        usage->read.format = usageFormatFromName(options.value(format));
        if (!usage->read.format)
            return usageError(QCoreApplication::translate("CommandLine", "--format wants one of: %1.")
                                  .arg(usageFormatNames().join(QStringLiteral(", "))));
    }
    if (!options.has(kMapOption))
        return {};
    if (usage->read.format.value_or(UsageFormat::Table) != UsageFormat::Table)
        return usageError(
            QCoreApplication::translate("CommandLine", "--map is for tables; leave --format out."));
    const Result<ColumnMap> map = parseColumnMap(options.values(kMapOption).join(u','));
    if (!map)
        return usageError(map.error().message);
    usage->read.columns = *map;
    return {};
}

Result<void> readUndo(const Options &options, UsageImportInvocation *usage)
{
    bool ok = false;
    usage->verb = UsageImportInvocation::Verb::Undo;
    usage->import = options.value(kUndoOption).toLongLong(&ok);
    if (!ok || usage->import <= 0 || options.positional().size() != 2)
        return usageError(QCoreApplication::translate("CommandLine",
                                                      "--undo wants the number of one import, and no file."));
    return options.refuse(
        {QStringLiteral("account"), QStringLiteral("format"), kMapOption, kDryRunOption, kLogOption},
        QStringLiteral("usage import --undo"));
}

Result<void> readLog(const Options &options, UsageImportInvocation *usage)
{
    usage->verb = UsageImportInvocation::Verb::Log;
    if (options.positional().size() != 2)
        return usageError(QCoreApplication::translate("CommandLine", "usage import --log takes no file."));
    return options.refuse({QStringLiteral("account"), QStringLiteral("format"), kMapOption, kDryRunOption},
                          QStringLiteral("usage import --log"));
}

Result<void> readReconcile(const Options &options, UsageImportInvocation *usage)
{
    usage->verb = UsageImportInvocation::Verb::Reconcile;
    usage->csv = options.has(QStringLiteral("csv"));
    if (usage->csv && usage->json)
        return usageError(QCoreApplication::translate("CommandLine", "--json and --csv exclude each other."));
    if (usage->account.isEmpty())
        return usageError(
            QCoreApplication::translate("CommandLine", "usage reconcile wants --account NAME."));
    return options.refuse({kDryRunOption, kUndoOption, kLogOption}, QStringLiteral("usage reconcile"));
}

} // namespace

bool isUsageImport(const QStringList &arguments)
{
    const QString verb = arguments.value(arguments.indexOf(QStringLiteral("usage")) + 1);
    return verb == kImportWord || verb == kReconcileWord;
}

Result<Invocation> parseUsageImport(const QStringList &arguments)
{
    Options options({QStringLiteral("json"), QStringLiteral("csv"), kDryRunOption, kLogOption},
                    {QStringLiteral("account"), QStringLiteral("format"), kMapOption, kUndoOption});
    options.letRepeat({kMapOption});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    const QStringList words = options.positional();
    UsageImportInvocation usage;
    usage.file = words.value(2);
    usage.account = options.value(QStringLiteral("account"));
    usage.dryRun = options.has(kDryRunOption);
    usage.json = options.has(QStringLiteral("json"));
    Result<void> read;
    if (words.value(1) == kReconcileWord)
        read = readReconcile(options, &usage);
    else
        read = options.refuse({QStringLiteral("csv")}, QStringLiteral("usage import"));
    if (read && options.has(kUndoOption))
        read = readUndo(options, &usage);
    else if (read && options.has(kLogOption))
        read = readLog(options, &usage);
    else if (read && words.size() != 3)
        read = usageError(
            QCoreApplication::translate("CommandLine", "usage %1 wants one file.").arg(words.value(1)));
    if (read)
        read = readImportFormat(options, &usage);
    if (!read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = usage;
    return invocation;
}

QString usageImportHelp()
{
    return QCoreApplication::translate(
               "CommandLine",
               R"(  usage   import FILE [--account NAME] [--format F] [--map day=COLUMN,...] [--dry-run] [--json]
          takes in what a provider or another program counted; a request that was sent here is never
          counted twice; F: %1
          --map says which column is what: day or time, model, input or uncached_input, cached_input,
          cache_write, cache_write_1h, output, reasoning, cost, requests, project, key, user, id, tier
  usage   import --undo NUMBER | --log [--json]
  usage   reconcile FILE --account NAME [--format F] [--map day=COLUMN,...] [--json | --csv]
          compares a provider's export with what the ledger has, and says why they differ)")
        .arg(usageFormatNames().join(u' '));
}

} // namespace app
