#pragma once

#include "core/chat/parameterfield.h"

namespace ui {

/// What a row of the parameters is called.
QString parameterLabel(core::ParameterField field);
/// What it does and which values it takes, in a sentence or two.
QString parameterHint(core::ParameterField field);
/// One sentence that names the parameter, what is wrong and where.
QString parameterProblemText(core::ParameterField field, const core::ParameterProblem &problem);

/// What is set, short: `temp 0.2 · max 800 · JSON schema`. Empty when nothing is.
QString parameterLine(const core::ChatParameters &parameters);

/// One line of a value, for a placeholder or a list: JSON on one line, cut after some 40 characters.
QString parameterBrief(const core::ParameterInput &input);

/// Values to choose from beside those that are typed, with what each is called.
struct ParameterChoice
{
    QString name;
    QString text;
};
QList<ParameterChoice> parameterChoices(core::ParameterField field);

} // namespace ui
