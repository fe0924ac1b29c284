#pragma once

#include "core/net/recording.h"

namespace ui {

/// How a request is shown, and an answer.
enum class RequestForm { Formatted, AsSent };
enum class ResponseForm { ByTime, AsReceived };

/// Method, address and headers as HTTP writes them, an empty line, the body.
QString requestText(const core::Recording &recording, RequestForm form);

/// Status, headers and body; by time each part of the body stands under when it came and how much later than
/// the part before.
QString responseText(const core::Recording &recording, ResponseForm form);

/// Just the bodies, as they were: what is copied.
QString requestBody(const core::Recording &recording, RequestForm form);
QString responseBody(const core::Recording &recording);

/// `1,204 bytes`, and how much of it was kept where that is less.
QString sizeText(qint64 size, qint64 kept);

/// The text up to a length that a text field takes at once, and how much is left out.
QString shortened(const QString &text);

} // namespace ui
