#pragma once

#include <QString>

#include <memory>

struct cmark_node;

namespace ui {

struct MarkdownNodeDeleter
{
    void operator()(cmark_node *node) const;
};

/// A syntax tree of cmark-gfm, freed with its root.
using MarkdownTree = std::unique_ptr<cmark_node, MarkdownNodeDeleter>;

/// Parses GitHub Flavored Markdown: CommonMark with tables, strikethrough, task lists and bare links.
/// Main thread (cmark-gfm registers its extensions in a global).
MarkdownTree parseMarkdown(const QString &text);

/// Type name of a node, such as "paragraph" or "table_row": extension types have no constants in the public
/// headers.
QLatin1StringView nodeType(cmark_node *node);

} // namespace ui
