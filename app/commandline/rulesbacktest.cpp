#include "app/commandline/rulesbacktest.h"

#include "app/commandline/console.h"
#include "app/commandline/routetext.h"
#include "app/commandline/ruleswords.h"
#include "app/commandline/usagecommand.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/compare/knowntargets.h"
#include "core/insight/backtest.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QJsonArray>
#include <QPointer>
#include <QTimeZone>

using namespace core;

namespace app {

namespace {

bool hasKnownCost(const BacktestFigures &figures)
{
    return figures.calls > figures.unpriced + figures.undecidable;
}

QString costCell(const BacktestFigures &figures, Money amount)
{
    if (figures.calls == 0)
        return QStringLiteral("–");
    return hasKnownCost(figures) ? formatMoney(amount) : RulesWords::tr("unknown");
}

QStringList figureCells(const BacktestFigures &figures)
{
    return {formatCount(figures.calls), formatCount(figures.moved), costCell(figures, figures.costBefore),
            costCell(figures, figures.costAfter), formatCount(figures.unpriced)};
}

QString rowsTable(const QString &head, const QList<BacktestRow> &rows)
{
    QList<QStringList> table{{head, RulesWords::tr("CALLS"), RulesWords::tr("MOVED"),
                              RulesWords::tr("BEFORE"), RulesWords::tr("AFTER"), RulesWords::tr("UNPRICED")}};
    for (const BacktestRow &row : rows)
        table.append(QStringList{row.name.isEmpty() ? RulesWords::tr("(none)") : row.name}
                     + figureCells(row.figures));
    return alignedTable(table, {1, 2, 3, 4, 5});
}

QString costLine(const BacktestFigures &figures)
{
    if (!hasKnownCost(figures))
        return RulesWords::tr("Cost: unknown.");
    const QString before = formatMoney(figures.costBefore);
    const QString after = formatMoney(figures.costAfter);
    if (figures.bounded == 0)
        return RulesWords::tr("Cost: %1 before, %2 after, if answers stay as long as they were.")
            .arg(before, after);
    return RulesWords::tr("Cost: %1 before, %2 after; %3 to %4 by the lengths of own answers.")
        .arg(before, after, formatMoney(figures.costAfterLow), formatMoney(figures.costAfterHigh));
}

QStringList summaryLines(const BacktestResult &result)
{
    const BacktestFigures &figures = result.total;
    QStringList lines{RulesWords::tr("%1 of %2 calls would go elsewhere by %3.")
                          .arg(formatCount(figures.moved), formatCount(figures.calls),
                               versionText(result.ruleSet, result.version)),
                      costLine(figures)};
    if (figures.unpriced > 0)
        lines.append(RulesWords::tr("Calls whose cost is not known before or after: %1.")
                         .arg(formatCount(figures.unpriced)));
    if (figures.timed > 0)
        lines.append(RulesWords::tr("First token: %1 before, %2 after, by own medians of %3 moved calls.")
                         .arg(formatDuration(figures.firstTokenBefore),
                              formatDuration(figures.firstTokenAfter), formatCount(figures.timed)));
    if (figures.undecidable > 0)
        lines.append(RulesWords::tr("Calls that cannot be decided, as their texts were not kept: %1.")
                         .arg(formatCount(figures.undecidable)));
    if (result.asksHealth)
        lines.append(
            RulesWords::tr("A rule asks for the health of a target, which is taken for good, or for a "
                           "budget, which is taken for unused."));
    return lines;
}

QString differenceTable(const QList<BacktestDifference> &differences, int one, int other)
{
    const auto cells = [](const std::optional<BacktestFigures> &figures) {
        return figures ? QStringList{formatCount(figures->calls), formatCount(figures->moved),
                                     costCell(*figures, figures->costAfter)}
                       : QStringList{QString(), QString(), QString()};
    };
    const auto heads = [](int version) {
        const QString of = version > 0 ? QString::number(version) : RulesWords::tr("draft");
        return QStringList{RulesWords::tr("CALLS %1").arg(of), RulesWords::tr("MOVED %1").arg(of),
                           RulesWords::tr("AFTER %1").arg(of)};
    };
    QList<QStringList> table{QStringList{RulesWords::tr("RULE")} + heads(one) + heads(other)};
    for (const BacktestDifference &difference : differences)
        table.append(QStringList{difference.rule} + cells(difference.one) + cells(difference.other));
    return alignedTable(table, {1, 2, 3, 4, 5, 6});
}

QJsonObject documentOf(const BacktestResult &result)
{
    QJsonObject json = backtestToJson(result);
    json.insert(QStringLiteral("cancelled"), result.cancelled);
    return json;
}

QJsonArray differencesToJson(const QList<BacktestDifference> &differences)
{
    const auto side = [](const std::optional<BacktestFigures> &figures) -> QJsonValue {
        if (!figures)
            return QJsonValue::Null;
        const bool known = hasKnownCost(*figures);
        return QJsonObject{
            {QStringLiteral("calls"), figures->calls},
            {QStringLiteral("moved"), figures->moved},
            {QStringLiteral("cost_after_usd"),
             known ? QJsonValue(figures->costAfter.toDecimal()) : QJsonValue()},
        };
    };
    QJsonArray json;
    for (const BacktestDifference &difference : differences)
        json.append(QJsonObject{{QStringLiteral("rule"), difference.rule},
                                {QStringLiteral("this"), side(difference.other)},
                                {QStringLiteral("against"), side(difference.one)}});
    return json;
}

/// One command under way. Owned by the context that it was given.
class BacktestRun : public QObject
{
public:
    BacktestRun(const RulesInvocation &invocation, const NamedRules &rules, Services &services,
                Console &console, QObject *context, std::function<void(ExitCode)> done)
        : QObject(context)
        , m_invocation(invocation)
        , m_rules(rules)
        , m_services(services)
        , m_console(console)
        , m_done(std::move(done))
    {
    }

    void start()
    {
        const Result<BacktestOptions> options = readOptions();
        if (!options) {
            fail(options.error().message, ExitCode::WrongUsage);
            return;
        }
        m_options = *options;
        if (m_invocation.against == 0) {
            look(m_rules, &m_result);
            return;
        }
        const QString reference =
            QStringLiteral("%1@%2").arg(m_rules.name, QString::number(m_invocation.against));
        continued(findRules(m_services.ruleSets(), reference), this, [this](const Result<NamedRules> &found) {
            if (!found) {
                fail(found.error().message,
                     found.error().kind == ErrorKind::Storage ? ExitCode::ConfigurationError
                                                              : ExitCode::WrongUsage);
                return;
            }
            m_against = *found;
            look(*m_against, &m_other);
        });
    }

    void stop()
    {
        m_stopped = true;
        if (m_backtest)
            m_backtest->cancel();
    }

private:
    Result<BacktestOptions> readOptions() const
    {
        const QTimeZone zone = m_services.reportingZone();
        const qint64 now = m_services.clock().utcMs();
        BacktestOptions options;
        const Result<qint64> since = parseMoment(m_invocation.since, zone, now, false);
        if (!since)
            return since.error();
        options.sinceMs = *since;
        options.untilMs = now + 1;
        if (!m_invocation.until.isEmpty()) {
            const Result<qint64> until = parseMoment(m_invocation.until, zone, now, true);
            if (!until)
                return until.error();
            options.untilMs = *until;
        }
        if (*options.sinceMs >= *options.untilMs && !m_invocation.sinceGiven)
            return Error{ErrorKind::InvalidRequest,
                         RulesWords::tr("The period would end before it begins: without --since it begins 30 "
                                        "days ago. Give --since a time before --until.")};
        if (*options.sinceMs >= *options.untilMs)
            return Error{ErrorKind::InvalidRequest,
                         RulesWords::tr("--since must be before --until, and not in the future.")};
        options.compareRuns = m_invocation.includeCompare;
        options.includeSimulated =
            m_services.isDemoOn() || m_services.settings().get(settings::kIncludeSimulated);
        return options;
    }

    void look(const NamedRules &rules, std::optional<BacktestResult> *into)
    {
        const BacktestRequest request{.rules = rules.rules, .version = rules.version, .options = m_options};
        m_backtest = std::make_unique<Backtest>(m_services.database(), request, m_services.targetBook(),
                                                m_services.ruleSets().lookup());
        connect(m_backtest.get(), &Backtest::progressed, this, [this](double share) { showProgress(share); });
        connect(m_backtest.get(), &Backtest::finished, this,
                [this, into](const Result<BacktestResult> &result) {
                    m_backtest.release()->deleteLater();
                    take(result, into);
                });
        m_backtest->start();
        if (m_stopped)
            m_backtest->cancel();
    }

    void take(const Result<BacktestResult> &result, std::optional<BacktestResult> *into)
    {
        m_console.showProgress({});
        if (!result) {
            fail(result.error().message, ExitCode::ConfigurationError);
            return;
        }
        *into = *result;
        m_options.lastCall = result->lastCall;
        if (!m_result)
            look(m_rules, &m_result);
        else
            print();
    }

    void showProgress(double share)
    {
        if (!m_invocation.json && m_console.isTerminal())
            m_console.showProgress(
                {RulesWords::tr("Deciding again: %1 %").arg(QString::number(qRound(share * 100.0)))});
    }

    void print()
    {
        if (m_invocation.json)
            m_console.printJson(document());
        else
            m_console.print(text());
        const bool cancelled = m_result->cancelled || (m_other && m_other->cancelled);
        if (cancelled)
            m_console.complain(RulesWords::tr("Stopped: the figures are of what was looked at so far."));
        m_done(cancelled ? ExitCode::SomethingFailed : ExitCode::Good);
    }

    QJsonObject document() const
    {
        QJsonObject json = documentOf(*m_result);
        if (m_other) {
            json.insert(QStringLiteral("against"), documentOf(*m_other));
            json.insert(QStringLiteral("differences"),
                        differencesToJson(compareBacktests(*m_other, *m_result)));
        }
        return json;
    }

    QString text() const
    {
        QStringList parts = summaryLines(*m_result);
        parts.append({QString(), rowsTable(RulesWords::tr("RULE"), m_result->byRule)});
        if (m_result->byTask.size() > 1)
            parts.append(rowsTable(RulesWords::tr("TASK"), m_result->byTask));
        if (m_other) {
            parts.append(summaryLines(*m_other));
            parts.append({QString(),
                          differenceTable(compareBacktests(*m_other, *m_result), m_other->version,
                                          m_result->version)});
        }
        return parts.join(u'\n');
    }

    void fail(const QString &sentence, ExitCode code)
    {
        m_console.complain(sentence);
        m_done(code);
    }

    const RulesInvocation m_invocation;
    const NamedRules m_rules;
    Services &m_services;
    Console &m_console;
    const std::function<void(ExitCode)> m_done;
    BacktestOptions m_options;
    std::optional<NamedRules> m_against;
    std::unique_ptr<Backtest> m_backtest;
    std::optional<BacktestResult> m_result;
    std::optional<BacktestResult> m_other;
    bool m_stopped = false;
};

} // namespace

std::function<void()> runBacktest(const RulesInvocation &invocation, const NamedRules &rules,
                                  Services &services, Console &console, QObject *context,
                                  std::function<void(ExitCode)> done)
{
    auto *run = new BacktestRun(invocation, rules, services, console, context, std::move(done));
    run->start();
    return [run = QPointer<BacktestRun>(run)] {
        if (run)
            run->stop();
    };
}

} // namespace app
