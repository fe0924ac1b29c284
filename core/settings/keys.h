#pragma once

#include "core/base/money.h"
#include "core/settings/setting.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QTimeZone>

#include <algorithm>

namespace core::settings {

/// `system`, `light` or `dark`.
inline const Setting<QString> kTheme{
    QLatin1StringView("theme"), QStringLiteral("system"), [](const QString &value) {
        return value == QLatin1StringView("system") || value == QLatin1StringView("light")
            || value == QLatin1StringView("dark");
    }};

/// Off: the ledger keeps figures but no prompt, answer or search text.
inline const Setting<bool> kKeepTexts{QLatin1StringView("keepTexts"), true};

/// Whether requests and raw answers are written to the ledger, not only kept in memory; only together with
/// kKeepTexts.
inline const Setting<bool> kKeepRawStreams{QLatin1StringView("keepRawStreams"), false};

/// Whether a run opens all its connections first and then releases its lanes together.
inline const Setting<bool> kPreconnect{QLatin1StringView("preconnect"), false};

/// US dollars as a decimal; a run whose estimate's upper end passes it asks once.
inline const Setting<QString> kRunCostLimit{QLatin1StringView("runCostLimit"), QStringLiteral("0.50"),
                                            [](const QString &value) {
                                                const std::optional<Money> amount = Money::fromDecimal(value);
                                                return amount && *amount >= Money();
                                            }};

/// Whether totals count the simulator's rows.
inline const Setting<bool> kIncludeSimulated{QLatin1StringView("includeSimulated"), false};

/// The currency by its ISO 4217 code that amounts are also shown in; empty: in US dollars alone.
inline const Setting<QString> kDisplayCurrency{
    QLatin1StringView("displayCurrency"), QString(), [](const QString &value) {
        const bool letters = std::all_of(value.cbegin(), value.cend(),
                                         [](QChar letter) { return letter >= u'A' && letter <= u'Z'; });
        return value.isEmpty() || (value.size() == 3 && letters && value != QLatin1StringView("USD"));
    }};

/// Whether the desktop tells when a budget warns or refuses.
inline const Setting<bool> kBudgetNotifications{QLatin1StringView("budgetNotifications"), false};

/// US dollars as a decimal: a day's cost is no anomaly unless it is above.
inline const Setting<QString> kAnomalyFloor{QLatin1StringView("anomalyFloor"), QStringLiteral("1"),
                                            [](const QString &value) {
                                                const std::optional<Money> amount = Money::fromDecimal(value);
                                                return amount && *amount >= Money();
                                            }};

/// Whether the built-in simulator is an account of the window.
inline const Setting<bool> kSimulatorOn{QLatin1StringView("simulatorOn"), false};

/// Models that have a colour of their own, in the order of the colours.
inline const Setting<QStringList> kModelColours{QLatin1StringView("modelColours"), QStringList()};

/// Factor on every text size.
inline const Setting<double> kZoom{QLatin1StringView("zoom"), 1.0,
                                   [](const double &value) { return value >= 0.5 && value <= 3.0; }};

/// IANA name of the zone whose days the usage page counts; empty is the system's.
inline const Setting<QString> kReportingZone{
    QLatin1StringView("reportingZone"), QString(),
    [](const QString &value) { return value.isEmpty() || QTimeZone(value.toLatin1()).isValid(); }};

/// Saved views of usage: `[{"name", "query"}]`, see core/usage/savedviews.h.
inline const Setting<QJsonArray> kUsageViews{QLatin1StringView("usageViews"), QJsonArray()};

/// What the usage page shows: `{"query", "kind", "follow_period"}`, the query as in kUsageViews; and of which
/// period, a name of core::PeriodKind. Days that were chosen are not kept.
inline const Setting<QJsonObject> kUsageExplore{QLatin1StringView("usageExplore"), QJsonObject()};
/// How much of the height the chart has of what it shares with the tables below; negative: as suits.
inline const Setting<double> kUsageChartShare{QLatin1StringView("usageChartShare"), -1.0,
                                              [](const double &value) { return value <= 1.0; }};
inline const Setting<QString> kUsagePeriod{QLatin1StringView("usagePeriod"), QStringLiteral("last_30_days")};

/// The object name of the pane below the chart that was chosen last; empty: the table of models.
inline const Setting<QString> kUsagePane{QLatin1StringView("usagePane"), QString()};

/// The model, `account/model`, that the what-if prices calls at; empty: for each task the cheapest that
/// passed.
inline const Setting<QString> kWhatIfTarget{QLatin1StringView("whatIfTarget"), QString()};

/// Task type of the last run; `kAutoTask` lets the visible local rule suggest one.
inline const Setting<QString> kLastTask{QLatin1StringView("lastTask"), QString()};
inline const Setting<bool> kAutoTask{QLatin1StringView("autoTask"), true};

/// What stood in the composer.
inline const Setting<QString> kUnsentPrompt{QLatin1StringView("unsentPrompt"), QString()};
inline const Setting<QString> kUnsentSystem{QLatin1StringView("unsentSystem"), QString()};

/// What was filled in last for the variables of prompts, `[[name, value]]`, the latest last.
inline const Setting<QJsonArray> kVariableValues{QLatin1StringView("variableValues"), QJsonArray()};

/// Targets of the lanes shown, as in LineUpTarget::toJson().
inline const Setting<QJsonArray> kCurrentLineUp{QLatin1StringView("currentLineUp"), QJsonArray()};

/// Whether amounts are those of a month instead of one call, and for how many calls a month; 0 is own
/// traffic.
inline const Setting<bool> kPerMonth{QLatin1StringView("perMonth"), false};
inline const Setting<double> kMonthlyCalls{QLatin1StringView("monthlyCalls"), 0.0,
                                           [](const double &value) { return value >= 0.0 && value <= 1e9; }};

/// Models as each account offered them when the person last looked: `{"account/model": "price"}` in a list of
/// one object; see core/judging/offers.h. Empty before the first look.
inline const Setting<QJsonArray> kKnownOffers{QLatin1StringView("knownOffers"), QJsonArray()};

/// What every run sets that a lane does not: as parametersToJson() gives it.
inline const Setting<QJsonObject> kRunDefaults{QLatin1StringView("runDefaults"), QJsonObject()};

/// Characters of a phrase; a shorter one would be found in any error.
constexpr qsizetype kShortestPhrase = 4;
constexpr qsizetype kLongestPhrase = 200;

/// Sentences, or parts of them, by which the user's providers say that a prompt is too long for a model,
/// beside those known; see core/chat/contextlengthphrases.h.
inline const Setting<QStringList> kContextLengthPhrases{
    QLatin1StringView("contextLengthPhrases"), QStringList(), [](const QStringList &value) {
        return std::all_of(value.cbegin(), value.cend(), [](const QString &phrase) {
            return phrase.trimmed().size() >= kShortestPhrase && phrase.size() <= kLongestPhrase;
        });
    }};

/// `columns`, `grid` or `tabs`.
inline const Setting<QString> kLaneLayout{
    QLatin1StringView("laneLayout"), QStringLiteral("columns"), [](const QString &value) {
        return value == QLatin1StringView("columns") || value == QLatin1StringView("grid")
            || value == QLatin1StringView("tabs");
    }};

/// Where lanes in windows of their own stood, the first, the second ...: QWidget::saveGeometry() in Base64.
inline const Setting<QStringList> kLaneWindows{QLatin1StringView("laneWindows"), QStringList()};

/// As QWidget::saveGeometry() and QSplitter::saveState() give them.
inline const Setting<QByteArray> kWindowGeometry{QLatin1StringView("windowGeometry"), QByteArray()};
inline const Setting<QByteArray> kSplitterState{QLatin1StringView("splitterState"), QByteArray()};

/// Id of the page shown last.
inline const Setting<QString> kLastPage{QLatin1StringView("lastPage"), QString()};

/// What the lanes of a follow-up are given: a name of core::Lineage.
inline const Setting<QString> kLineage{QLatin1StringView("lineage"), QStringLiteral("own")};

/// Whether lanes show the answer's source text instead of rendered Markdown.
inline const Setting<bool> kCompareRaw{QLatin1StringView("compareRaw"), false};

/// The rule set shown last on the Routes page; empty: none.
inline const Setting<QString> kRouteSet{QLatin1StringView("routeSet"), QString()};

/// `canvas` or `list`.
inline const Setting<QString> kRouteView{
    QLatin1StringView("routeView"), QStringLiteral("canvas"), [](const QString &value) {
        return value == QLatin1StringView("canvas") || value == QLatin1StringView("list");
    }};

/// As QSplitter::saveState() gives it.
inline const Setting<QByteArray> kRouteSplitter{QLatin1StringView("routeSplitter"), QByteArray()};

/// Zoom of the tracks; 0: all of them in view.
inline const Setting<double> kRouteZoom{QLatin1StringView("routeZoom"), 1.0, [](const double &value) {
                                            return value == 0.0 || (value >= 0.1 && value <= 3.0);
                                        }};

/// Whether the limits of a rule are unfolded, and the list of problems.
inline const Setting<bool> kRouteLimitsOpen{QLatin1StringView("routeLimitsOpen"), false};
inline const Setting<bool> kRouteProblemsOpen{QLatin1StringView("routeProblemsOpen"), false};

} // namespace core::settings
