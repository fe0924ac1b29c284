#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace app {

/// Standard output and error as commands use them.
class Console
{
public:
    /// Writes text and a line end, unless the text ends with one, to standard output.
    void print(const QString &text);
    /// The one document of a `--json` command.
    void printJson(const QJsonValue &json);
    /// One sentence on standard error.
    void complain(const QString &sentence);

    /// Whether a person reads standard output.
    bool isTerminal() const;
    /// Replaces the lines of the last progress; none takes them away. Only on a terminal.
    void showProgress(const QStringList &lines);

    /// All of standard input as UTF-8; at most `limit` bytes.
    static QString readInput(qint64 limit);

private:
    int m_progressLines = 0;
};

/// Rows of cells as aligned text; the first row is the head. Columns in `rightAligned` hold figures.
QString alignedTable(const QList<QStringList> &rows, const QList<int> &rightAligned);

} // namespace app
