#include "ui/markdown/markdowntree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace ui {

namespace {

struct ParserDeleter
{
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};

} // namespace

void MarkdownNodeDeleter::operator()(cmark_node *node) const
{
    cmark_node_free(node);
}

MarkdownTree parseMarkdown(const QString &text)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, ParserDeleter> parser(
        cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE));
    for (const char *name : {"table", "strikethrough", "autolink", "tasklist"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    const QByteArray bytes = text.toUtf8();
    cmark_parser_feed(parser.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return MarkdownTree(cmark_parser_finish(parser.get()));
}

QLatin1StringView nodeType(cmark_node *node)
{
    return QLatin1StringView(cmark_node_get_type_string(node));
}

} // namespace ui
