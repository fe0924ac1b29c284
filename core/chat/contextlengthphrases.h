#pragma once

#include <QStringList>

namespace core {

/// Parts of the sentences, in lower case, by which providers say that a prompt is too long for a model: those
/// of resources/catalog/context_length_phrases.json, then the user's. From any thread.
QStringList contextLengthPhrases();

/// Without the user's.
QStringList shippedContextLengthPhrases();

/// The user's own phrases from now on, for every error that is read; blank ones are left out, case does not
/// matter. The composition root hands the setting in. From any thread.
void setUserContextLengthPhrases(const QStringList &phrases);

} // namespace core
