#pragma once

#include "core/report/reportdocument.h"

#include <QCoreApplication>

namespace core {

/// The words and figures of one report's document. A value.
class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(MonthlyReport)

public:
    explicit ReportWords(const QLocale &locale) : m_locale(locale) { }

    ReportCell money(Money amount) const;
    /// `+$1.20`; a difference of zero has no sign.
    ReportCell signedMoney(Money amount) const;
    /// The known cost, `$1.20 + 3 unpriced`, or `unpriced`.
    ReportCell cost(const UsageFigures &figures) const;
    ReportCell count(qint64 count) const;
    ReportCell tokens(qint64 count) const;
    ReportCell duration(const std::optional<double> &ms) const;
    /// `12.5 %`; a dash when there is no whole.
    QString percent(double part, double whole) const;
    /// `+12 %` against before; empty when there was nothing.
    QString change(double now, double before) const;
    QString day(QDate date) const;
    QString days(QDate first, QDate last) const;
    QString moment(qint64 ms, const QTimeZone &zone) const;
    QString month(QDate month) const;

    const QLocale &locale() const { return m_locale; }

    /// Imported requests may name no model.
    static QString modelName(const QString &model);
    static QString unknown() { return QStringLiteral("\u2013"); }

private:
    QLocale m_locale;
};

/// The sections of a document, in the order in which they are declared; those with nothing to say are unset.
ReportSection daySection(const MonthlyReport &report, const ReportWords &words);
std::optional<ReportSection> changeSection(const MonthlyReport &report, const ReportWords &words);
QList<ReportSection> tableSections(const MonthlyReport &report, const ReportWords &words);
std::optional<ReportSection> callSection(const MonthlyReport &report, const ReportWords &words);
std::optional<ReportSection> savingSection(const MonthlyReport &report, const ReportWords &words);
std::optional<ReportSection> budgetSection(const MonthlyReport &report, const ReportWords &words);
std::optional<ReportSection> unpricedSection(const MonthlyReport &report, const ReportWords &words);
ReportSection completenessSection(const MonthlyReport &report, const ReportWords &words);

} // namespace core
