#include "core/compare/safehtml.h"

#include "core/chat/imagetype.h"

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

/// cmark drops what scripts can hide in (`javascript:`, `data:` ...); a file on the reader's machine is
/// nobody's business either.
void dropForeignAddresses(cmark_node *document)
{
    static const QStringList kSchemes{QStringLiteral("http:"), QStringLiteral("https:"),
                                      QStringLiteral("mailto:"), QStringLiteral("#")};
    const std::unique_ptr<cmark_iter, CmarkDeleter> iterator(cmark_iter_new(document));
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (cmark_node_get_type(node) != CMARK_NODE_LINK)
            continue;
        const QString url = QString::fromUtf8(cmark_node_get_url(node));
        const bool known = std::any_of(kSchemes.begin(), kSchemes.end(), [&url](const QString &scheme) {
            return url.startsWith(scheme, Qt::CaseInsensitive);
        });
        if (!known)
            cmark_node_set_url(node, "");
    }
}

} // namespace

QString safeHtmlOfMarkdown(const QString &markdown)
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
    dropForeignAddresses(document.get());
    char *html = cmark_render_html(document.get(), CMARK_OPT_DEFAULT,
                                   cmark_parser_get_syntax_extensions(parser.get()));
    const QString text = QString::fromUtf8(html);
    cmark_get_default_mem_allocator()->free(html);
    return text;
}

QString safeHtmlPage(const QString &title, const QString &body)
{
    return QStringLiteral(
               "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
               "<meta name=\"referrer\" content=\"no-referrer\">\n"
               "<meta name=\"viewport\" content=\"width=device-width\">\n"
               "<title>%1</title>\n<style>\n"
               ":root { color-scheme: light dark; --ink: #1b2330; --ink2: #566072; --page: #fff;\n"
               "        --soft: #f1f3f6; --line: #dfe3e8; --link: #2b62d9; }\n"
               "@media (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --ink2: #a4adbb;\n"
               "        --page: #14171c; --soft: #23282f; --line: #323944; --link: #7aa5ff; } }\n"
               "body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;\n"
               "       padding: 0 1rem; color: var(--ink); background: var(--page); }\n"
               "a { color: var(--link); }\n"
               "pre, code { font-family: ui-monospace, monospace; background: var(--soft);\n"
               "            border-radius: 4px; }\n"
               "pre { padding: .75rem; overflow-x: auto; }\ntable { border-collapse: collapse; }\n"
               "th, td { border: 1px solid var(--line); padding: .25rem .5rem; }\n"
               ".figure { text-align: right; font-variant-numeric: tabular-nums; }\n"
               "blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--line); }\n"
               ".prompt { background: var(--soft); border-radius: 8px; padding: .25rem 1rem; }\n"
               ".note { color: var(--ink2); }\n"
               "img { max-width: 100%; max-height: 30rem; border: 1px solid var(--line); }\n"
               "</style>\n</head>\n<body>\n")
               .arg(title.toHtmlEscaped())
        + body + QStringLiteral("</body>\n</html>\n");
}

QString safeHtmlOfImage(const ImagePart &image, const QString &description)
{
    const QString type = imageTypeOf(image.data);
    if (type.isEmpty())
        return {};
    return QStringLiteral("<p><img alt=\"") + description.toHtmlEscaped() + QStringLiteral("\" src=\"data:")
        + type + QStringLiteral(";base64,") + QString::fromLatin1(image.data.toBase64())
        + QStringLiteral("\"></p>\n");
}

} // namespace core
