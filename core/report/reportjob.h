#pragma once

#include "core/report/monthlyreader.h"
#include "core/routing/router.h"
#include "core/savings/routesavingsresult.h"

#include <QObject>

#include <memory>

namespace core {

class Database;
class RouteSavings;
class TargetBook;

/// What a report is made from.
struct ReportServices
{
    Database &database;
    const TargetBook &book;
    /// The active rules of each set.
    Router::Lookup rules = {};
    /// The prices of the moment, by which the parts of a change are weighed.
    std::function<TokenWeights()> weights = {};
    /// The models that have colours of their own in the window, by the colour.
    std::function<QStringList()> colours = {};
};

/// Makes one month's report: the sums of the ledger, then the savings of the active rules. Owned by whoever
/// asked; main thread. Destroying it stops it silently.
class ReportJob : public QObject
{
    Q_OBJECT

public:
    ReportJob(const ReportServices &services, const MonthlyQuery &query, QObject *parent = nullptr);
    ~ReportJob() override;

    /// Once; ends with finished().
    void start();

signals:
    /// 0 to 1.
    void progressed(double share);
    /// Exactly once. Errors: those of readMonthlyReport(), storage.
    void finished(const core::Result<core::MonthlyReport> &report);

private:
    void readSavings();

    const ReportServices m_services;
    MonthlyQuery m_query;
    MonthlyReport m_report;
    std::unique_ptr<RouteSavings> m_savings;
};

/// The colours of a chart's models, from 0 to 4: those that they have in the window, for others what is left.
QList<int> reportColours(const QStringList &models, const QStringList &inWindow);

/// What a report says of the savings: of each set all its calls, then each of its rules.
QList<ReportSaving> reportSavings(const RouteSavingsResult &result);

} // namespace core
