#include "app/commandline/reportcommand.h"

#include "app/commandline/console.h"
#include "app/reportservices.h"
#include "app/services.h"

#include "core/report/reporthtml.h"
#include "core/report/reportjob.h"
#include "core/report/reportjson.h"
#include "core/storage/outputfile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>

using namespace core;

namespace app {

ReportCommand::ReportCommand(const ReportInvocation &invocation, bool demo, ReportPrinter printer,
                             Services &services, Console &console)
    : m_invocation(invocation)
    , m_demo(demo)
    , m_printer(std::move(printer))
    , m_services(services)
    , m_console(console)
{
}

ReportCommand::~ReportCommand() = default;

void ReportCommand::start()
{
    // A pipe or a device is written into and not replaced.
    if (!m_invocation.force && QFileInfo(m_invocation.file).isFile()) {
        fail(tr("\"%1\" exists; --force replaces it.").arg(m_invocation.file), ExitCode::WrongUsage);
        return;
    }
    MonthlyQuery query = reportQuery(m_services, m_invocation.month);
    if (!m_invocation.zone.isEmpty())
        query.zone = QTimeZone(m_invocation.zone.toUtf8());
    query.includeSimulated = query.includeSimulated || m_demo;
    m_job = std::make_unique<ReportJob>(reportServices(m_services), query);
    if (m_invocation.format != ReportInvocation::Format::Json && m_console.isTerminal())
        connect(m_job.get(), &ReportJob::progressed, this, [this](double share) {
            m_console.showProgress(
                {tr("Comparing with the rules before: %1 %").arg(static_cast<int>(share * 100.0))});
        });
    connect(m_job.get(), &ReportJob::finished, this, &ReportCommand::conclude);
    m_job->start();
}

void ReportCommand::stop()
{
    m_job.reset();
    m_console.showProgress({});
    Command::stop();
}

void ReportCommand::conclude(const Result<MonthlyReport> &report)
{
    m_console.showProgress({});
    if (!report) {
        fail(report.error().message,
             report.error().kind == ErrorKind::InvalidRequest ? ExitCode::WrongUsage
                                                              : ExitCode::ConfigurationError);
        return;
    }
    if (!m_invocation.file.isEmpty()) {
        save(written(*report));
        return;
    }
    if (m_invocation.format == ReportInvocation::Format::Json)
        m_console.printJson(reportToJson(*report));
    else
        m_console.print(reportHtml(*report, QLocale::system()));
    emit finished(ExitCode::Good);
}

QByteArray ReportCommand::written(const MonthlyReport &report) const
{
    // A document for people, unlike the figures of a table, is in the language of the person.
    const QLocale locale = QLocale::system();
    switch (m_invocation.format) {
    case ReportInvocation::Format::Html:
        return reportHtml(report, locale).toUtf8();
    case ReportInvocation::Format::Json:
        return QJsonDocument(reportToJson(report)).toJson();
    case ReportInvocation::Format::Pdf:
        break;
    }
    return m_printer ? m_printer(reportDocument(report, locale)) : QByteArray();
}

void ReportCommand::save(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        fail(tr("The PDF could not be made; --format html can be printed from a browser."),
             ExitCode::SomethingFailed);
        return;
    }
    if (const Result<void> saved = writeOutputFile(m_invocation.file, bytes); !saved) {
        fail(tr("\"%1\" could not be written: %2.").arg(m_invocation.file, saved.error().message),
             ExitCode::ConfigurationError);
        return;
    }
    // Whoever reads from a pipe, perhaps standard output, is told nothing else.
    if (m_invocation.format != ReportInvocation::Format::Json && QFileInfo(m_invocation.file).isFile())
        m_console.print(tr("Saved %1.").arg(m_invocation.file));
    emit finished(ExitCode::Good);
}

void ReportCommand::fail(const QString &sentence, ExitCode code)
{
    m_console.complain(sentence);
    emit finished(code);
}

} // namespace app
