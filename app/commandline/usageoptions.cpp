#include "app/commandline/usageoptions.h"

#include "app/commandline/options.h"
#include "app/commandline/usageexportoptions.h"
#include "app/commandline/usageimportoptions.h"
#include "app/commandline/usagemetrics.h"
#include "app/commandline/usagewhatif.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace core;

namespace app {

namespace {

/// The names in the comma lists of every `option`, each of which is there once.
Result<QStringList> readNames(const Options &options, const QString &option)
{
    QStringList names;
    const QStringList given = options.values(option);
    for (const QString &list : given) {
        const QStringList parts = list.split(u',');
        for (const QString &name : parts) {
            if (name.trimmed().isEmpty())
                return usageError(
                    QCoreApplication::translate("CommandLine",
                                                "--%1 \"%2\" has an empty name; put one between its commas.")
                        .arg(option, list));
            if (names.contains(name))
                return usageError(
                    QCoreApplication::translate("CommandLine", "--%1 names \"%2\" twice; once is enough.")
                        .arg(option, name));
            names.append(name);
        }
    }
    return names;
}

Result<QStringList> readMetrics(const Options &options)
{
    const QStringList known = usageMetricNames();
    Result<QStringList> metrics = readNames(options, QStringLiteral("metric"));
    if (!metrics)
        return metrics;
    for (const QString &name : std::as_const(*metrics)) {
        if (!known.contains(name))
            return usageError(
                QCoreApplication::translate("CommandLine", "--metric has no \"%1\"; there are %2.")
                    .arg(name, known.join(QStringLiteral(", "))));
    }
    return metrics;
}

/// From when to when.
Result<void> readPeriod(const Options &options, UsageInvocation *usage)
{
    if (options.has(QStringLiteral("since")))
        usage->since = options.value(QStringLiteral("since"));
    usage->sinceGiven = options.has(QStringLiteral("since"));
    usage->until = options.value(QStringLiteral("until"));
    if (options.has(QStringLiteral("until")) && usage->until.isEmpty())
        return usageError(QCoreApplication::translate("CommandLine", "--until wants a time."));
    return {};
}

Result<void> readZone(const Options &options, UsageInvocation *usage)
{
    usage->zone = options.value(QStringLiteral("zone"));
    if (options.has(QStringLiteral("zone"))
        && (usage->zone.isEmpty() || !QTimeZone(usage->zone.toUtf8()).isValid()))
        return usageError(QCoreApplication::translate(
                              "CommandLine", "--zone wants an IANA name such as Europe/Berlin, not \"%1\".")
                              .arg(usage->zone));
    return {};
}

Result<void> readColumns(const Options &options, UsageInvocation *usage)
{
    if (options.has(QStringLiteral("by"))) {
        const Result<QStringList> by = readNames(options, QStringLiteral("by"));
        if (!by)
            return by.error();
        usage->by = *by;
    }
    const Result<QStringList> metrics = readMetrics(options);
    if (!metrics)
        return metrics.error();
    usage->metrics = *metrics;
    return {};
}

/// What is printed beside the sums.
Result<void> readAdditions(const Options &options, UsageInvocation *usage)
{
    const QString whatIf = QStringLiteral("what-if");
    usage->change = options.has(QStringLiteral("change"));
    usage->forecast = options.has(QStringLiteral("forecast"));
    if (usage->csv && (usage->change || usage->forecast))
        return usageError(
            QCoreApplication::translate("CommandLine", "--change and --forecast do not go with --csv."));
    usage->savings = options.has(QStringLiteral("savings"));
    if (usage->savings && usage->csv)
        return usageError(
            QCoreApplication::translate("CommandLine", "--savings and --csv exclude each other."));
    if (!options.has(whatIf))
        return {};
    usage->whatIf = options.value(whatIf);
    return checkWhatIfTarget(usage->whatIf);
}

Result<Invocation> parseUsageSums(const QStringList &arguments)
{
    Options options({QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("change"),
                     QStringLiteral("forecast"), QStringLiteral("savings")},
                    {QStringLiteral("since"), QStringLiteral("until"), QStringLiteral("by"),
                     QStringLiteral("zone"), QStringLiteral("metric"), QStringLiteral("what-if")});
    options.letRepeat({QStringLiteral("by"), QStringLiteral("metric")});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    if (options.positional().size() != 1)
        return usageError(QCoreApplication::translate("CommandLine", "usage takes options only, not \"%1\".")
                              .arg(options.positional().value(1)));
    UsageInvocation usage;
    if (const Result<void> read = readPeriod(options, &usage); !read)
        return read.error();
    if (const Result<void> read = readZone(options, &usage); !read)
        return read.error();
    if (const Result<void> read = readColumns(options, &usage); !read)
        return read.error();
    usage.json = options.has(QStringLiteral("json"));
    usage.csv = options.has(QStringLiteral("csv"));
    if (usage.json && usage.csv)
        return usageError(QCoreApplication::translate("CommandLine", "--json and --csv exclude each other."));
    if (const Result<void> read = readAdditions(options, &usage); !read)
        return read.error();
    Invocation invocation = options.invocation();
    invocation.command = usage;
    return invocation;
}

} // namespace

Result<Invocation> parseUsage(const QStringList &arguments)
{
    if (isUsageExport(arguments))
        return parseUsageExport(arguments);
    return isUsageImport(arguments) ? parseUsageImport(arguments) : parseUsageSums(arguments);
}

} // namespace app
