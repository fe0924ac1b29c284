#pragma once

#include "ui/routes/ruleeditor.h"

namespace ui {

// What a drag says of a place in the edited rules. It bears the RuleEditor::stamp() of the rules that it was
// taken from: a place in another window, in another set or in rules that changed since is no place here.

/// Under kChainPlaceMime, and back; `rule` is -1 for anything else.
QByteArray carryTarget(const ChainPlace &place, const QByteArray &stamp);
ChainPlace carriedTarget(const QByteArray &data, const QByteArray &stamp);

/// Under kRulePlaceMime, and back; -1 for anything else.
QByteArray carryRule(qsizetype rule, const QByteArray &stamp);
qsizetype carriedRule(const QByteArray &data, const QByteArray &stamp);

} // namespace ui
