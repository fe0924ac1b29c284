#pragma once

#include "core/endpoints/connectiontest.h"

#include <QString>

namespace ui {

/// The outcome of a connection test for people: what is so, the exact words, and the next step. Translated,
/// but for the words.
struct TestTexts
{
    QString title;
    QString words = {};
    QString next = {};
};

/// `provider` is who is quoted.
TestTexts testTexts(const core::ConnectionReport &report, const QString &provider);

} // namespace ui
