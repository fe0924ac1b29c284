#pragma once

#include "core/report/monthlyreport.h"

#include <QLocale>

namespace core {

/// One text of a table, and the figure behind it to the last digit where the text is rounded.
struct ReportCell
{
    QString text;
    QString exact = {};

    bool operator==(const ReportCell &) const = default;
};

/// A figure of a report's head.
struct ReportFigure
{
    QString label;
    ReportCell value;
    QString note = {};
};

struct ReportGrid
{
    QString caption;
    QStringList head;
    QList<QList<ReportCell>> rows = {};
    /// Columns that hold words; those after them hold figures.
    qsizetype words = 1;
    /// The last row is a sum.
    bool hasSum = false;
};

/// One bar of a plot: its parts from below, in the order of the plot's series.
struct ReportBar
{
    QString label;
    QList<double> parts;
    /// The whole in words.
    QString text;
};

/// What all others together are drawn in: the last of six colours.
constexpr int kReportOtherColour = 5;

/// Stacked bars over days.
struct ReportPlot
{
    QString title;
    /// What it shows, for those who cannot see it.
    QString description;
    QStringList series;
    /// Of each series, from 0 to kReportOtherColour.
    QList<int> colours;
    QList<ReportBar> bars;
    /// Where the axis has lines, from 0 up; the last is its end.
    QList<std::pair<double, QString>> ticks;
};

struct ReportSection
{
    QString title;
    QStringList paragraphs = {};
    std::optional<ReportPlot> plot = {};
    std::optional<ReportGrid> grid = {};
    /// The table only says again what the plot shows.
    bool gridIsFolded = false;
};

/// A month's report in words and formatted figures, the same for every kind of file.
struct ReportDocument
{
    /// Language of the words, as in HTML's `lang`.
    QString language;
    QString title;
    QString subtitle;
    QStringList summary;
    QList<ReportFigure> figures;
    QList<ReportSection> sections;
};

/// In the words of the program's language and the figures of `locale`. Pure.
ReportDocument reportDocument(const MonthlyReport &report, const QLocale &locale);

/// `switchyard-2026-11.html`: a name to propose.
QString reportFileName(QDate month, const QString &suffix);

} // namespace core
