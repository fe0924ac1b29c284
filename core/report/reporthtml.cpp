#include "core/report/reporthtml.h"

namespace core {

namespace {

// Colours: the product's light and dark tokens; a printed page is light. The six series are told apart with
// colour-vision deficiency, too.
const QString kStyle = QStringLiteral(
    ":root { color-scheme: light dark; --ink: #1b2330; --ink2: #566072; --page: #f6f7f9; --panel: #ffffff;\n"
    "  --soft: #f1f3f6; --line: #dfe3e8; --s0: #2b62d9; --s1: #e08a1e; --s2: #1f8a55; --s3: #b4459b;\n"
    "  --s4: #5aa9d6; --s5: #8a93a3; }\n"
    "@media screen and (prefers-color-scheme: dark) { :root { --ink: #e7eaf0; --ink2: #a4adbb;\n"
    "  --page: #14171c; --panel: #1c2027; --soft: #23282f; --line: #323944; --s0: #7aa5ff; --s1: #f0b057;\n"
    "  --s2: #58c08d; --s3: #d987c4; --s4: #8fd0f5; --s5: #8a93a3; } }\n"
    "* { box-sizing: border-box; }\n"
    "body { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); margin: 0;\n"
    "  font-variant-numeric: tabular-nums; }\n"
    "main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 3rem; }\n"
    "h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }\n"
    "h2 { font-size: 1.1rem; margin: 0 0 .5rem; }\n"
    "p { margin: 0 0 .5rem; max-width: 46rem; }\n"
    ".note { color: var(--ink2); }\n"
    "section { background: var(--panel); border: 1px solid var(--line); border-radius: 8px;\n"
    "  padding: 1rem; margin-top: 1rem; overflow-x: auto; }\n"
    ".figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem;\n"
    "  margin: 1.25rem 0 0; }\n"
    ".figures div { background: var(--panel); border: 1px solid var(--line); border-radius: 8px;\n"
    "  padding: .6rem .9rem; }\n"
    ".figures dt { color: var(--ink2); }\n"
    ".figures dd { margin: 0; }\n"
    ".figures dd.value { font-size: 1.35rem; font-weight: 600; }\n"
    ".figures dd.note { font-size: .86rem; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "caption { text-align: left; color: var(--ink2); padding-bottom: .25rem; }\n"
    ".told { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }\n"
    "th, td { text-align: left; padding: .3rem .6rem; border-top: 1px solid var(--line);\n"
    "  vertical-align: top; font-weight: normal; }\n"
    "thead th { color: var(--ink2); background: var(--soft); border-top: 0; font-size: .86rem; }\n"
    ".figure { text-align: right; }\n"
    "td.figure { white-space: nowrap; }\n"
    "td.long { white-space: normal; }\n"
    "tbody th { overflow-wrap: anywhere; min-width: 9rem; }\n"
    ".sum th, .sum td { font-weight: 600; }\n"
    "details { margin-top: .75rem; }\nsummary { cursor: pointer; color: var(--ink2); }\n"
    "figure { margin: 0; }\n"
    "svg { display: block; width: 100%; height: auto; }\n"
    "svg text { fill: var(--ink2); font-size: 10.5px; }\n"
    "svg .rule { stroke: var(--line); }\n"
    ".s0 { fill: var(--s0); background: var(--s0); }\n.s1 { fill: var(--s1); background: var(--s1); }\n"
    ".s2 { fill: var(--s2); background: var(--s2); }\n.s3 { fill: var(--s3); background: var(--s3); }\n"
    ".s4 { fill: var(--s4); background: var(--s4); }\n.s5 { fill: var(--s5); background: var(--s5); }\n"
    ".legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0;\n"
    "  padding: 0; color: var(--ink2); }\n"
    ".legend span { display: inline-block; width: .7rem; height: .7rem; border-radius: 2px;\n"
    "  margin-right: .4rem; }\n"
    "@page { size: A4; margin: 16mm 14mm; }\n"
    "@media print { body { background: none; font-size: 9.5pt; } main { max-width: none; padding: 0; }\n"
    "  section { border: 0; padding: 0; margin-top: 6mm; overflow: visible; } details { display: none; }\n"
    "  h2 { break-after: avoid; } tr, svg, .figures div { break-inside: avoid; }\n"
    "  thead { display: table-header-group; }\n"
    "  .s0, .s1, .s2, .s3, .s4, .s5 { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }\n");

QString reportElement(const QString &tag, const QString &text, const QString &attributes = {})
{
    return u'<' + tag + attributes + u'>' + escapedText(text) + QStringLiteral("</") + tag
        + QStringLiteral(">\n");
}

QString exactTitle(const ReportCell &cell)
{
    return cell.exact.isEmpty() ? QString() : QStringLiteral(" title=\"%1\"").arg(escapedText(cell.exact));
}

QString figuresHtml(const QList<ReportFigure> &figures)
{
    if (figures.isEmpty())
        return {};
    QString html = QStringLiteral("<dl class=\"figures\">\n");
    for (const ReportFigure &figure : figures) {
        html += QStringLiteral("<div>") + reportElement(QStringLiteral("dt"), figure.label)
            + reportElement(QStringLiteral("dd"), figure.value.text,
                            QStringLiteral(" class=\"value\"") + exactTitle(figure.value));
        if (!figure.note.isEmpty())
            html += reportElement(QStringLiteral("dd"), figure.note, QStringLiteral(" class=\"note\""));
        html += QStringLiteral("</div>\n");
    }
    return html + QStringLiteral("</dl>\n");
}

QString plotHtml(const ReportPlot &plot)
{
    QString html = QStringLiteral("<figure>\n") + reportPlotSvg(plot) + QStringLiteral("<figcaption>")
        + escapedText(plot.title) + QStringLiteral("<ul class=\"legend\">\n");
    for (qsizetype at = 0; at < plot.series.size(); ++at)
        html += QStringLiteral("<li><span class=\"s%1\"></span>%2</li>\n")
                    .arg(QString::number(plot.colours.at(at)), escapedText(plot.series.at(at)));
    return html + QStringLiteral("</ul></figcaption>\n</figure>\n");
}

/// A sentence in a column of figures is broken as others are.
QString figureClass(const ReportCell &cell)
{
    constexpr qsizetype kLongestFigure = 28;
    return cell.text.size() > kLongestFigure ? QStringLiteral(" class=\"figure long\"")
                                             : QStringLiteral(" class=\"figure\"");
}

QString rowHtml(const QList<ReportCell> &cells, const ReportGrid &grid, bool isSum)
{
    QString html = isSum ? QStringLiteral("<tr class=\"sum\">") : QStringLiteral("<tr>");
    for (qsizetype at = 0; at < cells.size(); ++at) {
        const ReportCell &cell = cells.at(at);
        const QString figure = at < grid.words ? QString() : figureClass(cell);
        html += at == 0 ? reportElement(QStringLiteral("th"), cell.text, QStringLiteral(" scope=\"row\""))
                        : reportElement(QStringLiteral("td"), cell.text, figure + exactTitle(cell));
    }
    return html + QStringLiteral("</tr>\n");
}

/// `heading` is what stands above the table: a caption that only repeats it is not shown, and read to those
/// who go from table to table.
QString gridHtml(const ReportGrid &grid, const QString &heading)
{
    QString html = QStringLiteral("<table>\n")
        + reportElement(QStringLiteral("caption"), grid.caption,
                        grid.caption == heading ? QStringLiteral(" class=\"told\"") : QString())
        + QStringLiteral("<thead><tr>");
    for (qsizetype at = 0; at < grid.head.size(); ++at)
        html += reportElement(QStringLiteral("th"), grid.head.at(at),
                              QStringLiteral(" scope=\"col\"")
                                  + (at < grid.words ? QString() : QStringLiteral(" class=\"figure\"")));
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (qsizetype at = 0; at < grid.rows.size(); ++at)
        html += rowHtml(grid.rows.at(at), grid, grid.hasSum && at == grid.rows.size() - 1);
    return html + QStringLiteral("</tbody>\n</table>\n");
}

QString sectionHtml(const ReportSection &section)
{
    QString html = QStringLiteral("<section>\n") + reportElement(QStringLiteral("h2"), section.title);
    for (const QString &paragraph : section.paragraphs)
        html += reportElement(QStringLiteral("p"), paragraph);
    if (section.plot)
        html += plotHtml(*section.plot);
    if (section.grid && section.gridIsFolded)
        html += QStringLiteral("<details>\n")
            + reportElement(QStringLiteral("summary"), section.grid->caption)
            + gridHtml(*section.grid, section.grid->caption) + QStringLiteral("</details>\n");
    else if (section.grid)
        html += gridHtml(*section.grid, section.title);
    return html + QStringLiteral("</section>\n");
}

} // namespace

QString escapedText(const QString &text)
{
    QString printable;
    printable.reserve(text.size());
    for (const QChar character : text) {
        if (character.category() != QChar::Other_Control && !character.isNonCharacter())
            printable.append(character);
    }
    return printable.toHtmlEscaped();
}

QString reportHtml(const ReportDocument &document)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n"
                       "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width\"/>\n")
            .arg(escapedText(document.language))
        + reportElement(QStringLiteral("title"), document.title) + QStringLiteral("<style>\n") + kStyle
        + QStringLiteral("</style>\n</head>\n<body>\n<main>\n<header>\n")
        + reportElement(QStringLiteral("h1"), document.title)
        + reportElement(QStringLiteral("p"), document.subtitle, QStringLiteral(" class=\"note\""));
    for (const QString &sentence : document.summary)
        html += reportElement(QStringLiteral("p"), sentence);
    html += QStringLiteral("</header>\n") + figuresHtml(document.figures);
    for (const ReportSection &section : document.sections)
        html += sectionHtml(section);
    return html + QStringLiteral("</main>\n</body>\n</html>\n");
}

QString reportHtml(const MonthlyReport &report, const QLocale &locale)
{
    return reportHtml(reportDocument(report, locale));
}

} // namespace core
