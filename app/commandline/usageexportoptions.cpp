#include "app/commandline/usageexportoptions.h"

#include "app/commandline/options.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace core;

namespace app {

bool isUsageExport(const QStringList &arguments)
{
    Options options({QStringLiteral("json"), QStringLiteral("csv")},
                    {QStringLiteral("format"), QStringLiteral("since"), QStringLiteral("until"),
                     QStringLiteral("zone"), QStringLiteral("out"), QStringLiteral("by")});
    // What is given too often is for parseUsageExport() to say.
    options.letRepeat({QStringLiteral("format"), QStringLiteral("since"), QStringLiteral("until"),
                       QStringLiteral("zone"), QStringLiteral("out"), QStringLiteral("by"),
                       QStringLiteral("data-dir")});
    return options.parse(arguments).hasValue()
        && options.positional().value(1) == QLatin1StringView("export");
}

Result<Invocation> parseUsageExport(const QStringList &arguments)
{
    Options options({},
                    {QStringLiteral("format"), QStringLiteral("since"), QStringLiteral("until"),
                     QStringLiteral("zone"), QStringLiteral("out")});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    if (options.positional().size() != 2)
        return usageError(QCoreApplication::translate("CommandLine", "usage export takes no further words."));
    UsageExportInvocation wanted;
    const std::optional<UsageExportFormat> format =
        usageExportFormatFromName(options.value(QStringLiteral("format")));
    if (!format)
        return usageError(QCoreApplication::translate(
            "CommandLine", "usage export wants --format with one of: csv, jsonl, focus."));
    wanted.format = *format;
    for (const auto &[name, value] : {std::pair("since", &wanted.since),
                                      {"until", &wanted.until},
                                      {"zone", &wanted.zone},
                                      {"out", &wanted.file}}) {
        const QString option = QString::fromLatin1(name);
        *value = options.value(option);
        if (options.has(option) && value->isEmpty())
            return usageError(QCoreApplication::translate("CommandLine", "--%1 wants a value.").arg(option));
    }
    if (!wanted.zone.isEmpty() && !QTimeZone(wanted.zone.toUtf8()).isValid())
        return usageError(QCoreApplication::translate(
                              "CommandLine", "--zone wants an IANA name such as Europe/Berlin, not \"%1\".")
                              .arg(wanted.zone));
    Invocation invocation = options.invocation();
    invocation.command = wanted;
    return invocation;
}

} // namespace app
