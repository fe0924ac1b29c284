#pragma once

#include "core/judging/judgeprompt.h"

namespace core {

/// How many characters of earlier turns a model that judges or merges is shown at most, those of all answers
/// together: some 6,000 tokens.
inline constexpr qsizetype kEarlierTurnsLimit = 24'000;

/// What the answers were given of the turns before the request, as material for a model that judges or merges
/// them: one `<conversation>` when all were given the same, else one for the letters of those that were;
/// empty without earlier turns. The newest turns go first into the limit, the one that passes it is
/// shortened, and what is left out is said. Replies are masked as answers are. `order` as in judgePrompt().
QString conversationBefore(const QList<AnonymousAnswer> &answers, const QList<int> &order,
                           qsizetype limit = kEarlierTurnsLimit);

} // namespace core
