#pragma once

#include "core/evaluate/promptset.h"
#include "core/ledger/records.h"

namespace core {

/// How many of the last judged prompts a model is tried on unless told otherwise.
inline constexpr int kAuditionPrompts = 10;

/// Prompts that a model can be tried on, as a prompt set.
struct Audition
{
    PromptSetDraft draft;
    /// Runs that cannot be asked again alone: turns of a conversation, prompts with pictures, texts not kept.
    int leftOut = 0;
};

/// The prompts of runs that were judged, the newest `limit` of those that stand alone, each once.
Audition auditionOf(const QString &name, const QList<RunRecord> &judged, int limit = kAuditionPrompts);

} // namespace core
