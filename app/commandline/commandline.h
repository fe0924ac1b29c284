#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/chat/request.h"

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

struct UsageInvocation
{
    QString since = QStringLiteral("30d");
    QString until = {};
    QStringList by = {QStringLiteral("model")};
    QString zone = {};
    bool json = false;
    bool csv = false;
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

/// A command line, understood.
struct Invocation
{
    QString dataDir = {};
    bool demo = false;
    std::variant<WindowInvocation, TextInvocation, AccountsInvocation, CompareInvocation, UsageInvocation,
                 HistoryInvocation>
        command = WindowInvocation{};
};

/// Reads the arguments after the program's name. Pure. The error is one sentence for the user (exit code 2).
core::Result<Invocation> parseCommandLine(const QStringList &arguments);

} // namespace app
