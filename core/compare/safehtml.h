#pragma once

#include "core/chat/message.h"

#include <QString>

namespace core {

/// Markdown as HTML that is safe to open: raw HTML is shown as text, pictures become links, addresses other
/// than web, mail and in-page ones are dropped.
QString safeHtmlOfMarkdown(const QString &markdown);

/// A whole page around `body` under a content security policy that runs and loads nothing; pictures only from
/// within the file.
QString safeHtmlPage(const QString &title, const QString &body);

/// An `img` element that holds the picture itself; the type is told by its content. Nothing when the data is
/// no PNG, JPEG, GIF or WebP picture.
QString safeHtmlOfImage(const ImagePart &image, const QString &description);

} // namespace core
