#include "app/commandline/namedrules.h"

#include "app/commandline/rulesfile.h"
#include "app/commandline/ruleswords.h"

#include "core/base/continuation.h"

#include <QFileInfo>

using namespace core;

namespace app {

namespace {

using Named = Result<NamedRules>;

QFuture<Named> readyRules(Named named)
{
    return QtFuture::makeReadyFuture(std::move(named));
}

/// `NAME@WHICH` in its two parts; the second is null without an `@`.
std::pair<QString, QString> referenceParts(const QString &reference)
{
    const qsizetype at = reference.lastIndexOf(u'@');
    if (at < 0)
        return {reference, QString()};
    return {reference.left(at), reference.mid(at + 1)};
}

Named draftOf(const RuleSetEntry &entry)
{
    if (entry.draft)
        return NamedRules{entry.name, 0, *entry.draft};
    if (!entry.problem.isEmpty())
        return Error{ErrorKind::Storage, entry.problem};
    return Error{ErrorKind::NotFound, RulesWords::tr("The rule set \"%1\" has no draft.").arg(entry.name)};
}

Named currentRules(const RuleSetEntry &entry)
{
    if (entry.active)
        return NamedRules{entry.name, entry.activeVersion, *entry.active};
    if (entry.activeVersion > 0)
        return Error{ErrorKind::Storage, entry.problem};
    if (entry.draft || !entry.problem.isEmpty())
        return draftOf(entry);
    return Error{
        ErrorKind::NotFound,
        RulesWords::tr("The rule set \"%1\" has neither an active version nor a draft; name one of its "
                       "versions: %1@1.")
            .arg(entry.name)};
}

Named versionOf(const QList<RuleSetVersion> &versions, const QString &name, int number)
{
    for (const RuleSetVersion &version : versions) {
        if (version.number != number)
            continue;
        if (version.problem.isEmpty())
            return NamedRules{name, number, version.rules};
        return Error{ErrorKind::Storage,
                     RulesWords::tr("Version %1 of the rule set \"%2\" cannot be read: %3")
                         .arg(QString::number(number), name, version.problem)};
    }
    return Error{ErrorKind::NotFound,
                 RulesWords::tr("The rule set \"%1\" has no version %2.").arg(name, QString::number(number))};
}

} // namespace

QFuture<Named> findRules(RuleSetStore &store, const QString &reference)
{
    const auto [name, which] = referenceParts(reference);
    const RuleSetEntry *entry = store.find(name);
    if (!entry)
        return readyRules(
            Error{ErrorKind::NotFound,
                  RulesWords::tr("There is no rule set named \"%1\"; see switchyard rules list.").arg(name)});
    if (which.isNull())
        return readyRules(currentRules(*entry));
    if (which == QLatin1StringView("draft"))
        return readyRules(draftOf(*entry));
    bool ok = false;
    const int number = which.toInt(&ok);
    if (!ok || number < 1)
        return readyRules(Error{
            ErrorKind::InvalidRequest,
            RulesWords::tr("\"%1\" names no rules: use NAME, NAME@VERSION or NAME@draft.").arg(reference)});
    return continued(store.versions(entry->name), &store,
                     [set = entry->name, number](const Result<QList<RuleSetVersion>> &versions) -> Named {
                         return versions ? versionOf(*versions, set, number) : Named(versions.error());
                     });
}

QFuture<Named> findRulesOrFile(RuleSetStore &store, const QString &reference)
{
    if (store.find(referenceParts(reference).first))
        return findRules(store, reference);
    if (!QFileInfo(reference).isFile())
        return readyRules(
            Error{ErrorKind::NotFound,
                  RulesWords::tr("There is no rule set and no file named \"%1\".").arg(reference)});
    const Result<RuleImport> imported = importRulesFile(reference);
    if (!imported)
        return readyRules(imported.error());
    return readyRules(NamedRules{imported->rules.name, 0, imported->rules, reference});
}

} // namespace app
