#pragma once

#include "core/judging/judgeagreement.h"
#include "core/judging/judgement.h"

namespace ui {

/// Pure: a judge's verdict as Markdown. `names` are what the question's answers are called here, in its
/// order.
QString judgementText(const core::Judgement &judgement, const QStringList &names);

/// How far the judge agrees with the person, as one sentence.
QString agreementText(const core::JudgeAgreement &agreement);

/// A text inside Markdown that keeps its marks: `a*b` stays what it is.
QString escapedMarkdown(const QString &text);

} // namespace ui
