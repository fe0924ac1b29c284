#pragma once

#include "core/accounts/presets.h"
#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace core {

/// What a pasted text says about one account. Exactly one of `key` and `variable` may be all there is: a
/// snippet that reads the environment names the variable and holds no key.
struct PastedKey
{
    QString key = {};
    /// The base URL as pasted; else empty, also when the preset is known.
    QUrl baseUrl = {};
    QString variable = {};
    /// By the base URL's host (`custom` for an unknown one), else a distinctive key prefix, else the
    /// variable; empty if ambiguous.
    QString presetId = {};
    QString model = {};

    bool operator==(const PastedKey &) const = default;
};

/// Reads what people paste: a bare key, `.env` lines, a curl command, or an OpenAI client in Python or
/// JavaScript. Several keys of a `.env` give several entries, in order. The error (InvalidRequest) is a
/// translated sentence that never repeats the text.
Result<QList<PastedKey>> parsePastedKeys(const QString &text, const Presets &presets);

/// The first of parsePastedKeys().
Result<PastedKey> parsePastedKey(const QString &text, const Presets &presets);

} // namespace core
