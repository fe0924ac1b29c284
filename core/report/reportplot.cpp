#include "core/report/reporthtml.h"

namespace core {

namespace {

constexpr double kWidth = 720.0;
constexpr double kHeight = 220.0;
constexpr double kLeft = 64.0;
constexpr double kTop = 10.0;
constexpr double kBottom = 24.0;
constexpr double kBarShare = 0.7;
constexpr double kGround = kHeight - kBottom;

/// Numbers in SVG are those of the C locale.
QString coordinate(double value)
{
    return QString::number(value, 'f', 2);
}

double heightOf(double value, const ReportPlot &plot)
{
    return value / plot.ticks.constLast().first * (kGround - kTop);
}

QString axisSvg(const ReportPlot &plot)
{
    QString svg;
    for (const auto &[value, text] : plot.ticks) {
        const double y = kGround - heightOf(value, plot);
        svg += QStringLiteral("<line class=\"rule\" x1=\"%1\" x2=\"%2\" y1=\"%3\" y2=\"%3\"/>\n"
                              "<text x=\"%4\" y=\"%5\" text-anchor=\"end\">%6</text>\n")
                   .arg(coordinate(kLeft), coordinate(kWidth), coordinate(y), coordinate(kLeft - 6.0),
                        coordinate(y + 4.0), escapedText(text));
    }
    return svg;
}

QString barSvg(const ReportBar &bar, double left, double width, const ReportPlot &plot)
{
    QString svg = QStringLiteral("<g><title>") + escapedText(bar.text) + QStringLiteral("</title>\n");
    double base = kGround;
    for (qsizetype part = 0; part < bar.parts.size(); ++part) {
        const double height = heightOf(bar.parts.at(part), plot);
        if (height <= 0.0)
            continue;
        base -= height;
        svg += QStringLiteral("<rect class=\"s%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>\n")
                   .arg(QString::number(plot.colours.at(part)), coordinate(left), coordinate(base),
                        coordinate(width), coordinate(height));
    }
    return svg + QStringLiteral("</g>\n");
}

} // namespace

QString reportPlotSvg(const ReportPlot &plot)
{
    QString svg =
        QStringLiteral("<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-labelledby=\"plot-title plot-desc\">\n"
                       "<title id=\"plot-title\">%3</title>\n<desc id=\"plot-desc\">%4</desc>\n")
            .arg(QString::number(kWidth), QString::number(kHeight), escapedText(plot.title),
                 escapedText(plot.description))
        + axisSvg(plot);
    const double step = (kWidth - kLeft) / static_cast<double>(std::max<qsizetype>(1, plot.bars.size()));
    // Every label of a month is too dense to be read on a narrow page.
    constexpr qsizetype kLabelEvery = 2;
    for (qsizetype at = 0; at < plot.bars.size(); ++at) {
        const double left = kLeft + step * static_cast<double>(at);
        const ReportBar &bar = plot.bars.at(at);
        svg += barSvg(bar, left + step * (1.0 - kBarShare) / 2.0, step * kBarShare, plot);
        if (at % kLabelEvery == 0)
            svg += QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"middle\">%3</text>\n")
                       .arg(coordinate(left + step / 2.0), coordinate(kHeight - 6.0), escapedText(bar.label));
    }
    return svg + QStringLiteral("</svg>\n");
}

} // namespace core
