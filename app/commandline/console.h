#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace app {

/// Standard output and error as commands use them. What goes to a terminal holds nothing that steers it or
/// turns the direction of its text, since answers and error messages come from others.
class Console
{
public:
    /// Writes text and a line end, unless the text ends with one, to standard output.
    void print(const QString &text);
    /// A part of an answer as it comes, without a line end.
    void printPart(const QString &text);
    /// JSON, CSV and other text for programs, with a line end unless it is empty or ends with one. On a
    /// terminal it only loses control characters.
    void printData(const QString &text);
    /// The one document of a `--json` command.
    void printJson(const QJsonValue &json);
    /// One sentence on standard error, on one line.
    void complain(const QString &sentence);
    /// Lines on standard error that accompany what is printed; they are no complaint.
    void note(const QStringList &lines);

    /// Whether standard output is a terminal that can move its cursor.
    bool isTerminal() const;
    /// Whether something could not be written to standard output.
    bool hasFailed() const { return m_failed; }
    /// Replaces the lines of the last progress, as many as the terminal shows; none takes them away. Only on
    /// a terminal.
    void showProgress(const QStringList &lines);

    /// All of standard input as UTF-8, at most `limit` bytes; more is an InvalidRequest.
    static core::Result<QString> readInput(qint64 limit);

private:
    void writeOutput(const QString &text);

    int m_progressLines = 0;
    bool m_failed = false;
};

/// Text without control and format characters: spaces in place of line breaks and tabs, U+FFFD in place of
/// others.
QString onOneLine(const QString &text);

/// Cells, each as onOneLine(), as aligned text; the first row is the head. Columns in `rightAligned` hold
/// figures.
QString alignedTable(const QList<QStringList> &cells, const QList<int> &rightAligned);

} // namespace app
