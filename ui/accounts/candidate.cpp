#include "ui/accounts/candidate.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
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

QFuture<Stored> storeFrom(const AccountsContext &context, const QList<Candidate> &candidates,
                          const QList<core::Account> &done)
{
    if (done.size() == candidates.size()) {
        QPromise<Stored> promise;
        promise.start();
        promise.addResult(done);
        promise.finish();
        return promise.future();
    }
    const Candidate candidate = candidates.at(done.size());
    return core::continued(saveDraft(context, candidate.draft), &context.accounts,
                           [context, candidates, candidate, done](const core::Result<core::Account> &saved) {
                               if (!saved) {
                                   QPromise<Stored> promise;
                                   promise.start();
                                   promise.addResult(saved.error());
                                   promise.finish();
                                   return promise.future();
                               }
                               if (candidate.report)
                                   keepListing(context, saved->id, *candidate.report);
                               for (const QString &model : candidate.typedModels)
                                   context.models.addTyped(saved->id, model);
                               return storeFrom(context, candidates, done + QList<core::Account>{*saved});
                           })
        .unwrap();
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
