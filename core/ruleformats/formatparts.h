#pragma once

#include "core/ruleformats/ruleformats.h"

#include <QCoreApplication>

namespace core {

/// Translates what is said of rules in other systems' formats.
struct RuleFormatWords
{
    Q_DECLARE_TR_FUNCTIONS(RuleFormats)
};

/// What is lost on the way, each thing once.
class LossReport
{
public:
    void add(const QString &path, const QString &what);
    const QList<FormatLoss> &losses() const { return m_losses; }

private:
    QList<FormatLoss> m_losses;
};

// Reading.

/// The value without the members that are null, at any depth: to leave one out and to give it no value are
/// the same in these formats.
QJsonValue withoutNulls(const QJsonValue &value);
/// The value without texts under names of credentials and texts that look like one, each reported as lost.
/// References to variables stay.
QJsonValue withoutSecretTexts(const QJsonValue &value, const QString &path, LossReport &losses);
/// The variable that `text` refers to in one of the spellings of these formats: `os.environ/NAME`,
/// `env.NAME`, `process.env.NAME`, `$NAME`, `${NAME}`, `{{NAME}}`.
std::optional<QString> variableReference(const QString &text);
/// The parameters of a request body in an object; those that are not known go into `extra`.
ChatParameters bodyParameters(const QJsonObject &body);

// Writing.

/// Members of a request body for the parameters.
QJsonObject bodyOfParameters(const ChatParameters &parameters);

/// The rules with other sets replaced by the models of their default rule, which is reported. Rules that are
/// switched off stay in their places, reported as left out, so that paths stay right.
RuleSet flattenedRules(const RuleSet &rules, const ExportContext &context, LossReport &losses);

/// The targets of the chain in the order in which they would be asked for a usual call, for sides that cannot
/// find an order by price, speed or votes; reported unless the chain lists them. Without a `TargetBook` they
/// stay as they are.
QList<ChainTarget> frozenTargets(const Chain &chain, const QString &path, const ExportContext &context,
                                 LossReport &losses);

/// Parts of a chain that a side may be able to say.
enum class LimitPart {
    Attempts,
    Retries,
    Budget,
    LongestWait,
    Connect,
    FirstToken,
    Idle,
    Commit,
    Refusal,
};

/// Reports every limit of the chain that differs from the usual one and is not among those that can be said.
void loseLimits(const CallLimits &limits, const QString &path, const QList<LimitPart> &said,
                LossReport &losses);
/// Reports sticky tag and price ceiling.
void loseChainParts(const Chain &chain, const QString &path, LossReport &losses);
/// Reports what a side loses whose models each know their own retries and who is next, and nothing of the
/// call or of the error: a limit of attempts, conditions of fallbacks, an answer that is a refusal.
void loseCallRules(const Chain &chain, const QString &path, LossReport &losses);

/// The attempts that a call of a chain needs so that every model can be asked, as often as the chain retries.
int usualAttempts(const Chain &chain);

/// The account of a target; reported as an error with one sentence when it does not exist.
Result<ExportAccount> exportedAccount(const TargetName &target, const ExportContext &context);
/// Checks that every account of the rules that are switched on exists.
Result<void> accountsExist(const RuleSet &rules, const ExportContext &context);

/// `rules[2]`, or `default` for the rule that always holds.
QString rulePath(const RuleSet &rules, qsizetype place);

/// A name that is not taken: `wanted`, else `wanted-2` and so on; it becomes taken.
QString freeNameOf(const QString &wanted, QStringList &taken);

QByteArray indentedJson(const QJsonObject &json);

} // namespace core
