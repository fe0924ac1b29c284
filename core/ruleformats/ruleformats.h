#pragma once

#include "core/accounts/presets.h"
#include "core/routing/router.h"

#include <functional>

namespace core {

/// Something that one side says and the other cannot.
struct FormatLoss
{
    /// Where in the file that is read, or in the rule set that is written: `rules[1].when`.
    QString path;
    /// One translated sentence.
    QString what;

    bool operator==(const FormatLoss &) const = default;
};

/// An account that a file names: its targets bear this name. Never a key, only the variable that holds it.
struct RuleAccount
{
    QString name;
    /// `custom` when no preset fits.
    QString presetId = QStringLiteral("custom");
    /// Empty: that of the preset.
    QUrl baseUrl = {};
    /// Empty: the preset's usual one, if it wants a key.
    QString keyVariable = {};
    /// Without credentials.
    QList<Header> headers = {};

    bool operator==(const RuleAccount &) const = default;
};

/// What rules are taken to and fetched from. The names are those of `rules export --format`.
enum class RuleFormat {
    Json,
    LiteLlm,
    Portkey,
    OpenRouter,
    Cloudflare,
    Bifrost,
    TypeScript,
    JavaScript,
    Python,
    Curl,
};

QString ruleFormatName(RuleFormat format);
std::optional<RuleFormat> ruleFormatFromName(QStringView name);
/// Those that exportRules() writes, in the order in which they are named to people.
QList<RuleFormat> exportRuleFormats();
QStringList exportRuleFormatNames();

/// A file as a rule set.
struct RuleImport
{
    RuleSet rules;
    RuleFormat format = RuleFormat::Json;
    /// Accounts that the file describes; a target may also name one that has to be there already.
    QList<RuleAccount> accounts = {};
    QList<FormatLoss> losses = {};
    /// Paths of members that are not known here; they are kept and written back.
    QStringList unknown = {};
};

/// Reads rules of any format that is recognised by its content. `suggestedName` names a set whose file has no
/// name. The error is InvalidRequest with one sentence that names the path inside the document, or its line
/// and column, and what was expected there.
Result<RuleImport> importRules(const QByteArray &text, const QString &suggestedName);

/// A rule set's name made of a file's: without folder and suffix, and without what a name cannot hold;
/// `imported` when nothing is left.
QString ruleSetNameOfFile(const QString &filePath);

/// What another program has to know of an account to ask it.
struct ExportAccount
{
    QString name;
    /// `custom` for none.
    QString presetId = QStringLiteral("custom");
    QUrl baseUrl = {};
    /// The variable that holds its key there; empty: it needs none.
    QString keyVariable = {};
    /// Without credentials.
    QList<Header> headers = {};
    Dialect dialect = {};
    /// What holds where a rule leaves a time to the account.
    Timeouts timeouts = {};
    /// It is reached by a proxy or with certificates of its own.
    bool hasOwnConnection = false;

    bool operator==(const ExportAccount &) const = default;
};

/// What is around a rule set that is written for others.
struct ExportContext
{
    /// Nothing for an account that does not exist.
    std::function<std::optional<ExportAccount>(const QString &name)> account;
    /// The rules of the sets that it names by `route/NAME`.
    Router::Lookup others = {};
    /// Prices, context windows and the user's own figures, for orders that the other side cannot find by
    /// itself; null: unknown.
    const TargetBook *targets = nullptr;
};

/// A rule set as a file of another system or as a program.
struct RuleExport
{
    QByteArray text;
    /// Of its file, without a dot.
    QString suffix;
    QList<FormatLoss> losses = {};
};

/// Writes rules in a format. InvalidRequest: one sentence that says why that cannot be done, such as an
/// account that does not exist.
Result<RuleExport> exportRules(const RuleSet &rules, RuleFormat format, const ExportContext &context);

} // namespace core
