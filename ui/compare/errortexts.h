#pragma once

#include "core/base/error.h"

namespace ui {

/// An error for people: what happened, whose words say so, and what can be done. Translated, but for the
/// quotation.
struct ErrorTexts
{
    QString title;
    QString words;
    QString next;
};

/// `speaker` is the account whose provider is quoted. Errors found on this side (network, timeout, protocol,
/// storage) are told as details, not as somebody's words.
ErrorTexts errorTexts(const core::Error &error, const QString &speaker);

} // namespace ui
