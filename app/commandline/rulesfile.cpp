#include "app/commandline/rulesfile.h"

#include "app/commandline/ruleswords.h"
#include "app/services.h"

#include "core/accounts/accountstore.h"
#include "core/routing/rulesetstore.h"

#include <QFile>
#include <QJsonObject>

using namespace core;

namespace app {

namespace {

constexpr qint64 kLargestRulesFile = qint64(16) * 1024 * 1024;

/// Targets of accounts that are still to be made, as far as they can be known; else another book.
class PlannedBook : public TargetBook
{
public:
    PlannedBook(const QList<Account> &planned, const TargetBook &book) : m_planned(planned), m_book(book) { }

    TargetFacts factsOf(const TargetName &target, const QString &task) const override
    {
        const bool isPlanned =
            std::any_of(m_planned.cbegin(), m_planned.cend(),
                        [&target](const Account &account) { return account.name == target.account; });
        if (!isPlanned)
            return m_book.factsOf(target, task);
        TargetFacts facts;
        facts.model.id = target.model;
        return facts;
    }
    std::optional<double> budgetUsed(const QString &name) const override { return m_book.budgetUsed(name); }

private:
    const QList<Account> &m_planned;
    const TargetBook &m_book;
};

Error inFile(const QString &path, const QString &what)
{
    return Error{ErrorKind::InvalidRequest, path + QStringLiteral(": ") + what};
}

QString problemKind(RuleProblem::Kind kind)
{
    return kind == RuleProblem::Kind::Invalid ? QStringLiteral("invalid") : QStringLiteral("doubtful");
}

QString withPath(const QString &path, const QString &sentence)
{
    return path.isEmpty() ? sentence : QString(path + QStringLiteral(": ") + sentence);
}

} // namespace

Result<RuleImport> importRulesFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, path + QStringLiteral(": ") + file.errorString()};
    const QByteArray text = file.read(kLargestRulesFile + 1);
    if (text.size() > kLargestRulesFile)
        return inFile(path, RulesWords::tr("it is longer than %1 bytes.").arg(kLargestRulesFile));
    Result<RuleImport> imported = importRules(text, ruleSetNameOfFile(path));
    return imported ? std::move(imported) : Result<RuleImport>(inFile(path, imported.error().message));
}

Result<RulesFile> readRulesFile(const QString &path, Services &services, const QString &name)
{
    Result<RuleImport> imported = importRulesFile(path);
    if (!imported)
        return imported.error();
    RulesFile file;
    file.imported = std::move(imported).value();
    if (!name.isEmpty())
        file.imported.rules.name = name;
    Result<AccountPlan> plan =
        planAccounts(file.imported, services.accounts().accounts(), services.presets());
    if (!plan)
        return inFile(path, plan.error().message);
    file.plan = std::move(plan).value();
    const PlannedBook book(file.plan.toCreate, services.targetBook());
    file.problems = checkRuleSet(file.plan.rules, book, services.ruleSets().lookup());
    return file;
}

QString problemText(const RuleProblem &problem)
{
    return withPath(problem.path, problem.text);
}

QJsonArray problemsToJson(const QList<RuleProblem> &problems)
{
    QJsonArray json;
    for (const RuleProblem &problem : problems)
        json.append(QJsonObject{{QStringLiteral("path"), problem.path},
                                {QStringLiteral("kind"), problemKind(problem.kind)},
                                {QStringLiteral("text"), problem.text}});
    return json;
}

QJsonArray lossesToJson(const QList<FormatLoss> &losses)
{
    QJsonArray json;
    for (const FormatLoss &loss : losses)
        json.append(QJsonObject{{QStringLiteral("path"), loss.path}, {QStringLiteral("what"), loss.what}});
    return json;
}

QString lossText(const FormatLoss &loss)
{
    return withPath(loss.path, loss.what);
}

} // namespace app
