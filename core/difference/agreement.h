#pragma once

#include "core/difference/sentences.h"

#include <optional>

namespace core {

/// A sentence or a line of code of one answer, and which answers say the same.
struct AgreementPart
{
    TextRange range;
    /// Answers that say it, this one included; in order.
    QList<int> lanes;
    double weight = 0.0; ///< how much it says, see agreementOf()

    int agreeing() const { return static_cast<int>(lanes.size()); }
    bool operator==(const AgreementPart &) const = default;
};

/// Which sentences of several answers agree.
struct Agreement
{
    /// For each answer its parts, in order.
    QList<QList<AgreementPart>> answers;

    /// How much of answers `a` and `b` the other one says too, 0 to 1 by weight; nothing when neither says
    /// anything.
    std::optional<double> between(int a, int b) const;
    bool operator==(const Agreement &) const = default;
};

/// Finds which sentences of the answers say the same, by their words alone: always the same result, no model.
///
/// A sentence becomes a bag of features: its words after compatibility folding (NFKC) and case folding, cut
/// to the first 6 letters (which is most of what a stemmer does, in any language written with letters), and
/// for Chinese and Japanese each pair of neighbouring characters; a number stays whole. A word of up to 3
/// letters weighs 0.5 (most are articles and prepositions), anything else 1. Sentence A is said by another
/// answer when that has a sentence B for which all of this holds:
///  - every number of A is in B;
///  - both or neither contain a negation (English, German, French, Spanish, Chinese, Japanese);
///  - the features are the same, or A weighs at least 2 and either the shared weight is 0.55 or more of the
///    mean weight of A and B (Dice), or A weighs at least 4 and 0.8 or more of it is in B (B says more).
/// Two sentences that only together say what another one says are not found, nor is a paraphrase in other
/// words. A line of code is said by an answer with the same line in code, apart from space.
/// Quadratic in the number of sentences: call it from a worker. Nothing only when `stopped` said so.
std::optional<Agreement> agreementOf(const QList<BlockedText> &answers, const StopCheck &stopped = {});

} // namespace core
