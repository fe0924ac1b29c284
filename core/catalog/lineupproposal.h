#pragma once

#include "core/accounts/account.h"
#include "core/catalog/modelinfo.h"

#include <QDate>
#include <QList>

namespace core {

class ModelCatalog;

/// A model that a first line-up may hold.
struct LineUpCandidate
{
    TargetName name;
    ModelInfo info = {};
    /// Unset when nobody says.
    QDate releaseDate = {};
};

/// The account's models as candidates, their dates from the catalogue.
QList<LineUpCandidate> lineUpCandidates(const Account &account, const QList<ModelInfo> &models,
                                        const ModelCatalog &catalog);

/// At most four models to begin with: of each of GPT, Claude, Gemini and Qwen that is offered, a recent
/// active one of middle price. Where fewer than two of them are, other vendors' models fill it up to four,
/// then the same vendor's up to two. Never one that is retired or no chat model.
QList<TargetName> proposeLineUp(const QList<LineUpCandidate> &offered);

/// The models that are worth choosing among: of each family (the first word of the name) the newest
/// generation that is offered. Those made for something narrower than answering people only where a family
/// has no others; none that is retired or no chat model.
QList<LineUpCandidate> newestModels(const QList<LineUpCandidate> &offered);

/// Three input tokens and one output token, as answers usually are; unset when a price is unknown.
std::optional<Money> mixedPrice(const ModelInfo &info);

} // namespace core
