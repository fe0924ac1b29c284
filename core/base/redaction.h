#pragma once

#include <QString>
#include <QStringList>

namespace core {

/// Replaces every occurrence of each secret of at least four characters, and whatever follows `Bearer ` or
/// looks like an API key (`sk-...`, `gsk_...`, `AIza...`, `xai-...`), with `[redacted]`. For text that leaves
/// the request path: logs, error sentences, exports.
QString redacted(QString text, const QStringList &secrets = {});

/// Whether a header of this name carries a credential, so that its value may not be stored or shown.
bool isSecretHeader(const QByteArray &name);

} // namespace core
