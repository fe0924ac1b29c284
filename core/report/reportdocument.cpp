#include "core/report/reportdocument.h"

#include "core/ledger/usagecsv.h"
#include "core/report/reportwords.h"

namespace core {

namespace {

double asDouble(qint64 count)
{
    return static_cast<double>(count);
}

/// "about $1.10 to $1.40" where a part of the cost was estimated.
QString boundsNote(const UsageFigures &total, const ReportWords &words)
{
    constexpr qint64 kPicosPerMicro = 1'000'000;
    if (total.belowMicros == 0 && total.aboveMicros == 0)
        return {};
    const Money low = total.cost - Money::fromPicos(kPicosPerMicro) * total.belowMicros;
    const Money high = total.cost + Money::fromPicos(kPicosPerMicro) * total.aboveMicros;
    return ReportWords::tr("between %1 and %2, as a part is estimated")
        .arg(words.money(low).text, words.money(high).text);
}

QString changeNote(const MonthlyReport &report, const ReportWords &words, double now, double before)
{
    const QString change = report.before ? words.change(now, before) : QString();
    return change.isEmpty() ? QString()
                            : ReportWords::tr("%1 against %2", "+12 % against October 2026")
                                  .arg(change, words.month(report.beforeFirst));
}

QString joinedNotes(QStringList notes)
{
    notes.removeAll(QString());
    return notes.join(QStringLiteral("; "));
}

ReportFigure costFigure(const MonthlyReport &report, const ReportWords &words)
{
    const bool comparable = report.before && knownCost(report.total) && knownCost(*report.before);
    return {ReportWords::tr("Cost"), words.cost(report.total),
            joinedNotes({comparable ? changeNote(report, words, report.total.cost.toDouble(),
                                                 report.before->cost.toDouble())
                                    : QString(),
                         boundsNote(report.total, words)})};
}

QList<ReportFigure> headFigures(const MonthlyReport &report, const ReportWords &words)
{
    const UsageFigures &total = report.total;
    const UsageFigures before = report.before.value_or(UsageFigures());
    const auto tokens = [](const UsageFigures &of) { return asDouble(of.input) + asDouble(of.output); };
    return {
        costFigure(report, words),
        {ReportWords::tr("Requests"), words.count(total.attempts),
         joinedNotes({ReportWords::tr("of %n calls", nullptr, static_cast<int>(total.calls)),
                      changeNote(report, words, asDouble(total.attempts), asDouble(before.attempts))})},
        {ReportWords::tr("Tokens in / out"),
         {QStringLiteral("%1 / %2").arg(words.tokens(total.input).text, words.tokens(total.output).text),
          QStringLiteral("%1 / %2").arg(total.input).arg(total.output)},
         changeNote(report, words, tokens(total), tokens(before))},
        {ReportWords::tr("Error rate"),
         {words.percent(asDouble(total.errors), asDouble(total.attempts))},
         ReportWords::tr("%n requests failed, were cut off or refused", nullptr,
                         static_cast<int>(total.errors))},
        {ReportWords::tr("Cache hit rate"),
         {words.percent(asDouble(total.cachedInput), asDouble(total.input))},
         ReportWords::tr("of the input tokens were read from a cache")},
        {ReportWords::tr("Rescued"), words.count(total.rescued),
         ReportWords::tr("answers after another attempt of the same call had failed")},
        {ReportWords::tr("Cost of failed attempts"), words.cost(report.failed),
         ReportWords::tr("is a part of the cost")},
        {ReportWords::tr("First token p95"), words.duration(report.firstTokenP95),
         report.firstTokenP50
             ? ReportWords::tr("half of them within %1").arg(words.duration(report.firstTokenP50).text)
             : ReportWords::tr("too few requests for a percentile, which takes 20")},
    };
}

QStringList summaryOf(const MonthlyReport &report, const ReportWords &words)
{
    if (report.isEmpty())
        return {ReportWords::tr("The ledger has no request in this month.")};
    QStringList summary{
        report.isRunning ? ReportWords::tr("The month is under way; its figures are those of %1.")
                               .arg(words.days(report.month, report.lastDay))
                         : QString(),
        report.total.unpricedAttempts == 0
            ? QString()
            : ReportWords::tr("%n requests may have cost something that nobody knows; the total is without "
                              "them.",
                              nullptr, static_cast<int>(report.total.unpricedAttempts)),
    };
    summary.removeAll(QString());
    return summary;
}

QString subtitleOf(const MonthlyReport &report, const ReportWords &words)
{
    return ReportWords::tr("%1, in days of %2; made on %3", "days, zone, moment")
        .arg(words.days(report.month, report.lastDay), QString::fromUtf8(report.zone.id()),
             words.moment(report.madeAtMs, report.zone));
}

} // namespace

ReportDocument reportDocument(const MonthlyReport &report, const QLocale &locale)
{
    const ReportWords words(locale);
    ReportDocument document;
    document.language = ReportWords::tr("en", "the language of this translation, as in HTML's lang");
    document.title = ReportWords::tr("Usage report for %1", "November 2026").arg(words.month(report.month));
    document.subtitle = subtitleOf(report, words);
    document.summary = summaryOf(report, words);
    QList<std::optional<ReportSection>> sections;
    if (!report.isEmpty()) {
        document.figures = headFigures(report, words);
        sections.append(daySection(report, words));
    }
    sections.append(changeSection(report, words));
    if (!report.isEmpty()) {
        for (const ReportSection &section : tableSections(report, words))
            sections.append(section);
        sections.append(savingSection(report, words));
        sections.append(callSection(report, words));
    }
    sections.append(budgetSection(report, words));
    sections.append(unpricedSection(report, words));
    sections.append(completenessSection(report, words));
    for (const std::optional<ReportSection> &section : std::as_const(sections)) {
        if (section)
            document.sections.append(*section);
    }
    return document;
}

QString reportFileName(QDate month, const QString &suffix)
{
    return QStringLiteral("switchyard-%1.%2").arg(month.toString(QStringLiteral("yyyy-MM")), suffix);
}

} // namespace core
