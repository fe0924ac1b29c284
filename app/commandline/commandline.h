#pragma once

#include "app/commandline/pricesinvocation.h"

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/chat/request.h"
#include "core/ledger/budget.h"
#include "core/ruleformats/ruleformats.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <optional>
#include <variant>

namespace app {

/// The window.
struct WindowInvocation
{
};

/// `--help` and `--version`: text for standard output.
struct TextInvocation
{
    QString text;
};

struct AccountsInvocation
{
    enum class Verb { Add, List, Remove, Test, Models };
    Verb verb = Verb::List;
    QString name = {};
    QString preset = {};
    QString baseUrl = {};
    enum class Key { Environment, StandardInput, None };
    Key key = Key::None;
    QString keyVariable = {};
    bool json = false;
};

struct CompareInvocation
{
    QStringList targets = {};
    QString lineUp = {};
    QString task = {};
    QString system = {};
    core::ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    int repeat = 1;
    /// Seconds; 0 leaves it to the account.
    double timeout = 0.0;
    std::optional<core::Money> maxCost = {};
    bool json = false;
    bool markdown = false;
    /// `-` reads standard input. With a set a template, or empty.
    QString prompt = {};
    /// A file of cases; empty: one run.
    QString set = {};
    /// `KIND:VALUE` each.
    QStringList checks = {};
    /// `account/model` that answers the checks `judge`.
    QString judge = {};
};

struct AskInvocation
{
    /// Name of a rule set; empty: the store's default.
    QString rules = {};
    QString task = {};
    QString system = {};
    core::ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    bool explain = false;
    bool json = false;
    /// `-` reads standard input.
    QString prompt = {};
};

struct RulesInvocation
{
    enum class Verb { List, Show, Validate, Import, Export, Test, Diff, Backtest };
    Verb verb = Verb::List;
    /// A file for Validate and Import, else `NAME`, `NAME@VERSION` or `NAME@draft`; for Diff also a file.
    QString subject = {};
    /// Diff: what `subject` is compared with.
    QString other = {};
    /// Import: what to call it instead of what the file calls it.
    QString name = {};
    QString comment = {};
    bool draft = false;
    core::RuleFormat format = core::RuleFormat::Json;
    /// Test; `-` reads standard input.
    QString prompt = {};
    QString task = {};
    core::ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    /// Backtest, see parseMoment(); no `until` is now.
    QString since = QStringLiteral("30d");
    QString until = {};
    /// Backtest: a version to compare with; 0: none.
    int against = 0;
    bool includeCompare = false;
    bool json = false;
};

struct UsageInvocation
{
    QString since = QStringLiteral("30d");
    QString until = {};
    QStringList by = {QStringLiteral("model")};
    QString zone = {};
    /// As in usageMetricNames().
    QStringList metrics = {};
    bool json = false;
    bool csv = false;
};

struct BudgetsInvocation
{
    enum class Verb { List, Set, Remove };
    Verb verb = Verb::List;
    /// With Set the whole budget but its id; without a zone that of the reports. With Remove only its name.
    core::Budget budget = {};
    bool json = false;
};

struct HistoryInvocation
{
    enum class Verb { Search, Show, Export };
    Verb verb = Verb::Search;
    QString words = {};
    qint64 run = 0;
    QString format = QStringLiteral("markdown");
    bool json = false;
};

struct LedgerInvocation
{
    enum class Verb { Status, Verify, Rebuild, BackUp, Prune };
    Verb verb = Verb::Status;
    /// That a backup is written to.
    QString file = {};
    /// The day that pruning stops at.
    QDate before = {};
    bool dryRun = false;
    bool json = false;
};

/// A command line, understood.
struct Invocation
{
    QString dataDir = {};
    bool demo = false;
    std::variant<WindowInvocation, TextInvocation, AccountsInvocation, CompareInvocation, AskInvocation,
                 RulesInvocation, UsageInvocation, PricesInvocation, BudgetsInvocation, HistoryInvocation,
                 LedgerInvocation>
        command = WindowInvocation{};
};

/// Reads the arguments after the program's name. Pure. The error is one sentence for the user (exit code 2).
core::Result<Invocation> parseCommandLine(const QStringList &arguments);

} // namespace app
