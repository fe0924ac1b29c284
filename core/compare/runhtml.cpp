#include "core/compare/runhtml.h"

#include "core/compare/runmarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>

namespace core {

namespace {

struct CmarkDeleter
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};

constexpr const char *kExtensions[] = {"table", "strikethrough", "autolink", "tasklist"};

/// Pictures would be loaded by whoever opens the file; a link says the same.
void turnImagesIntoLinks(cmark_node *document)
{
    QList<cmark_node *> images;
    const std::unique_ptr<cmark_iter, CmarkDeleter> iterator(cmark_iter_new(document));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (cmark_node_get_type(node) == CMARK_NODE_IMAGE && !images.contains(node))
            images.append(node);
    }
    for (cmark_node *image : std::as_const(images)) {
        cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
        cmark_node_set_url(link, cmark_node_get_url(image));
        while (cmark_node *child = cmark_node_first_child(image))
            cmark_node_append_child(link, child);
        cmark_node_replace(image, link);
        cmark_node_free(image);
    }
}

/// Raw HTML becomes text instead of vanishing.
void showRawHtml(cmark_node *document)
{
    QList<cmark_node *> raw;
    const std::unique_ptr<cmark_iter, CmarkDeleter> iterator(cmark_iter_new(document));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if ((type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) && !raw.contains(node))
            raw.append(node);
    }
    for (cmark_node *node : std::as_const(raw)) {
        const bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
        cmark_node *text = cmark_node_new(block ? CMARK_NODE_CODE_BLOCK : CMARK_NODE_TEXT);
        cmark_node_set_literal(text, cmark_node_get_literal(node));
        cmark_node_replace(node, text);
        cmark_node_free(node);
    }
}

QString markdownToHtml(const QString &markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, CmarkDeleter> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    for (const char *name : kExtensions) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(parser.get(), utf8.constData(), static_cast<std::size_t>(utf8.size()));
    const std::unique_ptr<cmark_node, CmarkDeleter> document(cmark_parser_finish(parser.get()));
    turnImagesIntoLinks(document.get());
    showRawHtml(document.get());
    char *html = cmark_render_html(document.get(), CMARK_OPT_DEFAULT,
                                   cmark_parser_get_syntax_extensions(parser.get()));
    const QString text = QString::fromUtf8(html);
    cmark_get_default_mem_allocator()->free(html);
    return text;
}

} // namespace

QString runToHtml(const RunRecord &run)
{
    return QStringLiteral("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'unsafe-inline'\">\n"
                          "<title>Switchyard run %1</title>\n<style>\n"
                          "body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; "
                          "padding: 0 1rem;\n"
                          "       color: #1b2330; background: #fff; }\n"
                          "pre, code { font-family: ui-monospace, monospace; background: #f1f3f6; "
                          "border-radius: 4px; }\n"
                          "pre { padding: .75rem; overflow-x: auto; }\ntable { border-collapse: collapse; }\n"
                          "th, td { border: 1px solid #dfe3e8; padding: .25rem .5rem; }\n"
                          "blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid #dfe3e8; "
                          "color: #566072; }\n"
                          "</style>\n</head>\n<body>\n")
               .arg(run.id)
        + markdownToHtml(runToMarkdown(run)) + QStringLiteral("</body>\n</html>\n");
}

} // namespace core
