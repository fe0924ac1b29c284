#pragma once

#include "core/catalog/lineupproposal.h"
#include "core/endpoints/connectiontest.h"
#include "ui/accounts/accountdraft.h"

namespace ui {

/// An account that may be added by the first start, with what its test found.
struct Candidate
{
    AccountDraft draft;
    std::optional<core::ConnectionReport> report = {};
    /// Ids typed by hand where there is no list.
    QStringList typedModels = {};

    /// Whether there is anything to send a prompt to.
    bool isUsable() const
    {
        return (report && report->ok() && !report->models.isEmpty()) || !typedModels.isEmpty();
    }
};

/// The candidate's models with all that is known of them, as the store would show them.
QList<core::ModelInfo> modelsOf(const Candidate &candidate, const AccountsContext &context);

/// Models of all usable candidates to choose a line-up from; their account names must differ.
QList<core::LineUpCandidate> offeredBy(const QList<Candidate> &candidates, const AccountsContext &context);

/// Stores the accounts one after another with their models. The accounts as stored, in the same order, or the
/// first failure, after which none is stored.
QFuture<core::Result<QList<core::Account>>> storeCandidates(const AccountsContext &context,
                                                            const QList<Candidate> &candidates);

} // namespace ui
