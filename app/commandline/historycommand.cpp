#include "app/commandline/historycommand.h"

#include "app/commandline/console.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/compare/runexport.h"
#include "core/compare/runhtml.h"
#include "core/compare/runjson.h"
#include "core/compare/runmarkdown.h"
#include "core/ledger/ledgerreader.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

constexpr int kMostResults = 200;
constexpr qsizetype kPromptColumns = 60;

QJsonObject summaryToJson(const RunSummary &run)
{
    return {
        {QStringLiteral("run_id"), run.runId},
        {QStringLiteral("at"), QDateTime::fromMSecsSinceEpoch(run.atMs, Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("prompt"), run.prompt},
        {QStringLiteral("snippet"), run.snippet},
        {QStringLiteral("lanes"), run.lanes},
        {QStringLiteral("cost_usd"), run.cost ? QJsonValue(run.cost->toDecimal()) : QJsonValue()}};
}

} // namespace

HistoryCommand::HistoryCommand(const HistoryInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
}

void HistoryCommand::start()
{
    if (m_invocation.verb == HistoryInvocation::Verb::Search) {
        RunFilter filter;
        filter.words = m_invocation.words;
        filter.limit = kMostResults;
        continued(m_services.ledgerReader().searchRuns(filter), this,
                  [this](const Result<QList<RunSummary>> &runs) {
                      if (runs)
                          printList(*runs);
                      else
                          fail(runs.error());
                  });
        return;
    }
    continued(m_services.ledgerReader().run(m_invocation.run), this, [this](const Result<RunRecord> &run) {
        if (run)
            printRun(*run);
        else
            fail(run.error());
    });
}

void HistoryCommand::printList(const QList<RunSummary> &runs)
{
    QJsonArray array;
    QList<QStringList> rows{{tr("RUN"), tr("AT"), tr("LANES"), tr("COST"), tr("PROMPT")}};
    for (const RunSummary &run : runs) {
        array.append(summaryToJson(run));
        rows.append({QString::number(run.runId),
                     QDateTime::fromMSecsSinceEpoch(run.atMs).toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                     QString::number(run.lanes), run.cost ? formatMoney(*run.cost) : tr("unknown"),
                     run.prompt.simplified().left(kPromptColumns)});
    }
    if (m_invocation.json)
        m_console.printJson(array);
    else if (runs.isEmpty())
        m_console.print(tr("No run matches."));
    else
        m_console.print(alignedTable(rows, {0, 2, 3}));
    emit finished(ExitCode::Good);
}

void HistoryCommand::printRun(const RunRecord &run)
{
    const bool exporting = m_invocation.verb == HistoryInvocation::Verb::Export;
    if (m_invocation.json || (exporting && m_invocation.format == QLatin1StringView("json")))
        m_console.printJson(exporting ? runToExportJson(run) : runToJson(run));
    else if (exporting && m_invocation.format == QLatin1StringView("html"))
        m_console.print(runToHtml(run));
    else
        m_console.print(runToMarkdown(run));
    emit finished(ExitCode::Good);
}

void HistoryCommand::fail(const Error &error)
{
    m_console.complain(error.message);
    emit finished(error.kind == ErrorKind::NotFound ? ExitCode::WrongUsage : ExitCode::ConfigurationError);
}

} // namespace app
