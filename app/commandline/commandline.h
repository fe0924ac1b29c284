#pragma once

#include "app/commandline/pricesinvocation.h"
#include "app/commandline/promptinvocations.h"
#include "app/commandline/rulesinvocation.h"
#include "app/commandline/spendinginvocations.h"
#include "app/commandline/usageimportinvocation.h"

#include "core/base/result.h"

#include <QDate>
#include <QStringList>

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
                 RulesInvocation, UsageInvocation, UsageExportInvocation, PricesInvocation, BudgetsInvocation,
                 HistoryInvocation, LedgerInvocation, ReportInvocation, UsageImportInvocation>
        command = WindowInvocation{};
};

/// Reads the arguments after the program's name. Pure. The error is one sentence for the user (exit code 2).
core::Result<Invocation> parseCommandLine(const QStringList &arguments);

} // namespace app
