#include "ui/accounts/candidate.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "core/accounts/secrets.h"
#include "core/base/continuation.h"
#include "core/catalog/modeldirectory.h"
#include "core/catalog/pricebook.h"
#include "ui/accounts/testrunner.h"

namespace ui {

namespace {

using Stored = core::Result<QList<core::Account>>;

core::ModelInfo completed(const core::ModelInfo &listed, const core::Account &account,
                          const AccountsContext &context)
{
    core::ModelInfo info = context.directory.describe(account, listed.id);
    if (listed.contextWindow)
        info.contextWindow = listed.contextWindow;
    if (!listed.displayName.isEmpty())
        info.displayName = listed.displayName;
    // An account that lists a model offers it, whatever other lists dropped.
    if (info.status == core::ModelStatus::Delisted)
        info.status = core::ModelStatus::Active;
    info.prices = context.prices.priceOf(account, listed.id, listed, context.clock.utcMs());
    return info;
}

QFuture<Stored> ready(const Stored &stored)
{
    QPromise<Stored> promise;
    promise.start();
    promise.addResult(stored);
    promise.finish();
    return promise.future();
}

/// Removes what was added before the failure, so that a second try finds its names free.
QFuture<Stored> takeBack(const AccountsContext &context, QList<core::Account> added, const core::Error &why)
{
    if (added.isEmpty())
        return ready(why);
    const core::Account last = added.takeLast();
    context.models.forget(last.id);
    const auto goOn = [context, added, why](const core::Result<void> &) {
        return takeBack(context, added, why);
    };
    const auto remove = [context, last](const core::Result<void> &) {
        return context.accounts.remove(last.id);
    };
    QObject *const here = &context.accounts;
    const QFuture<core::Result<void>> removed =
        core::continued(context.secrets.forget(last), here, remove).unwrap();
    return core::continued(removed, here, goOn).unwrap();
}

QFuture<Stored> storeFrom(const AccountsContext &context, const QList<Candidate> &candidates,
                          const QList<core::Account> &done)
{
    if (done.size() == candidates.size())
        return ready(done);
    const Candidate candidate = candidates.at(done.size());
    const auto storeNext = [context, candidates, candidate, done](const core::Result<core::Account> &saved) {
        if (!saved)
            return takeBack(context, done, saved.error());
        if (candidate.report)
            keepListing(context, saved->id, *candidate.report);
        for (const QString &model : candidate.typedModels)
            context.models.addTyped(saved->id, model);
        return storeFrom(context, candidates, done + QList<core::Account>{*saved});
    };
    return core::continued(saveDraft(context, candidate.draft), &context.accounts, storeNext).unwrap();
}

} // namespace

QList<core::ModelInfo> modelsOf(const Candidate &candidate, const AccountsContext &context)
{
    QList<core::ModelInfo> models;
    if (candidate.report && candidate.report->ok()) {
        for (const core::ModelInfo &listed : candidate.report->models)
            models += completed(listed, candidate.draft.account, context);
    }
    for (const QString &id : candidate.typedModels)
        models += context.directory.describe(candidate.draft.account, id);
    return models;
}

QList<core::LineUpCandidate> offeredBy(const QList<Candidate> &candidates, const AccountsContext &context)
{
    QList<core::LineUpCandidate> offered;
    for (const Candidate &candidate : candidates) {
        if (candidate.isUsable())
            offered += core::lineUpCandidates(candidate.draft.account, modelsOf(candidate, context),
                                              context.catalog);
    }
    return offered;
}

QFuture<Stored> storeCandidates(const AccountsContext &context, const QList<Candidate> &candidates)
{
    return storeFrom(context, candidates, {});
}

} // namespace ui
