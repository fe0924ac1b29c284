#include "app/commandline/reportoptions.h"

#include "app/commandline/options.h"

#include "core/report/monthlyreader.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace core;

namespace app {

namespace {

using ReportFormat = ReportInvocation::Format;

const QString kMonth = QStringLiteral("month");
const QString kReportZone = QStringLiteral("zone");
const QString kReportFormat = QStringLiteral("format");
const QString kOut = QStringLiteral("out");
const QString kForce = QStringLiteral("force");
const QString kJson = QStringLiteral("json");

Result<void> readReportMonth(const Options &options, ReportInvocation *report)
{
    if (!options.has(kMonth))
        return usageError(
            QCoreApplication::translate("CommandLine", "report wants a month, such as --month 2026-11."));
    const Result<QDate> month = parseReportMonth(options.value(kMonth));
    if (!month)
        return month.error();
    report->month = *month;
    report->zone = options.value(kReportZone);
    if (!options.has(kReportZone) || QTimeZone::isTimeZoneIdAvailable(report->zone.toUtf8()))
        return {};
    return usageError(QCoreApplication::translate(
                          "CommandLine", "--zone wants an IANA name such as Europe/Berlin, not \"%1\".")
                          .arg(report->zone));
}

std::optional<ReportFormat> reportFormat(const QString &name)
{
    if (name == QLatin1StringView("html"))
        return ReportFormat::Html;
    if (name == QLatin1StringView("pdf"))
        return ReportFormat::Pdf;
    return name == QLatin1StringView("json") ? std::optional(ReportFormat::Json) : std::nullopt;
}

Result<void> readReportFormat(const Options &options, ReportInvocation *report)
{
    const bool json = options.has(kJson);
    const std::optional<ReportFormat> named = reportFormat(options.value(kReportFormat));
    if (options.has(kReportFormat) && !named)
        return usageError(
            QCoreApplication::translate("CommandLine", "--format wants one of: html, pdf, json."));
    if (json && named.value_or(ReportFormat::Json) != ReportFormat::Json)
        return usageError(
            QCoreApplication::translate("CommandLine", "--json and --format %1 exclude each other.")
                .arg(options.value(kReportFormat)));
    report->format = json ? ReportFormat::Json : named.value_or(ReportFormat::Html);
    return {};
}

Result<void> readReportFile(const Options &options, ReportInvocation *report)
{
    report->file = options.value(kOut);
    report->force = options.has(kForce);
    if (options.has(kOut) && report->file.isEmpty())
        return usageError(QCoreApplication::translate("CommandLine", "--out wants the name of a file."));
    if (report->force && !options.has(kOut))
        return usageError(
            QCoreApplication::translate("CommandLine", "--force goes with --out FILE, which it replaces."));
    if (report->format == ReportFormat::Pdf && report->file.isEmpty())
        return usageError(
            QCoreApplication::translate("CommandLine", "--format pdf wants --out with the name of a file."));
    return {};
}

} // namespace

Result<Invocation> parseReport(const QStringList &arguments)
{
    Options options({kJson, kForce}, {kMonth, kReportZone, kReportFormat, kOut});
    if (const Result<void> parsed = options.parse(arguments); !parsed)
        return parsed.error();
    if (options.positional().size() != 1)
        return usageError(QCoreApplication::translate(
            "CommandLine", "report takes no further words; a month is --month YYYY-MM."));
    ReportInvocation report;
    for (auto *read : {&readReportMonth, &readReportFormat, &readReportFile}) {
        if (const Result<void> done = read(options, &report); !done)
            return done.error();
    }
    Invocation invocation = options.invocation();
    invocation.command = report;
    return invocation;
}

} // namespace app
