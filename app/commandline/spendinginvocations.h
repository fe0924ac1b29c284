#pragma once

#include "core/exports/usageexport.h"
#include "core/ledger/budget.h"

#include <QDate>
#include <QStringList>

namespace app {

/// `usage`: the sums of a time.
struct UsageInvocation
{
    QString since = QStringLiteral("30d");
    /// Whether `since` was named, or is what holds else.
    bool sinceGiven = false;
    QString until = {};
    QStringList by = {QStringLiteral("model")};
    QString zone = {};
    /// As in usageMetricNames().
    QStringList metrics = {};
    /// What the active rule sets saved, too.
    bool savings = false;
    /// `account/model` or `cheapest`; empty: the calls are priced nowhere else.
    QString whatIf = {};
    bool json = false;
    bool csv = false;
    /// What the change against the period before is made of, and the present month's forecast.
    bool change = false;
    bool forecast = false;
};

/// `usage export`: its single attempts.
struct UsageExportInvocation
{
    core::UsageExportFormat format = core::UsageExportFormat::Csv;
    /// See parseMoment(); empty is from the first attempt, to now.
    QString since = {};
    QString until = {};
    QString zone = {};
    /// Empty is standard output.
    QString file = {};
};

/// `budgets`: what may be spent.
struct BudgetsInvocation
{
    enum class Verb { List, Set, Remove };
    Verb verb = Verb::List;
    /// With Set the whole budget but its id; without a zone that of the reports. With Remove only its name.
    core::Budget budget = {};
    bool json = false;
};

/// `report`: what a month cost.
struct ReportInvocation
{
    enum class Format { Html, Pdf, Json };
    /// Its first day.
    QDate month = {};
    QString zone = {};
    Format format = Format::Html;
    /// Empty is standard output.
    QString file = {};
    /// Replaces the file.
    bool force = false;
};

} // namespace app
