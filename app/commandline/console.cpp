#include "app/commandline/console.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/ioctl.h>

#include <cstdio>
#include <unistd.h>

namespace app {

namespace {

constexpr int kUsualColumns = 80;

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

int terminalColumns()
{
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualColumns;
}

} // namespace

void Console::print(const QString &text)
{
    showProgress({});
    write(stdout, text.endsWith(u'\n') ? text : QString(text + u'\n'));
}

void Console::printJson(const QJsonValue &json)
{
    const QJsonDocument document =
        json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    print(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void Console::complain(const QString &sentence)
{
    showProgress({});
    write(stderr, QStringLiteral("switchyard: ") + sentence + u'\n');
}

bool Console::isTerminal() const
{
    return isatty(STDOUT_FILENO) != 0;
}

void Console::showProgress(const QStringList &lines)
{
    QString text;
    if (m_progressLines > 0)
        text += QStringLiteral("\x1b[%1A\x1b[J").arg(m_progressLines);
    const int columns = terminalColumns();
    for (const QString &line : lines)
        text += line.left(columns - 1) + u'\n';
    m_progressLines = static_cast<int>(lines.size());
    if (!text.isEmpty())
        write(stdout, text);
}

QString Console::readInput(qint64 limit)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(input.read(limit));
}

QString alignedTable(const QList<QStringList> &rows, const QList<int> &rightAligned)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column >= widths.size())
                widths.append(0);
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const bool right = rightAligned.contains(static_cast<int>(column));
            line += right ? row[column].rightJustified(widths[column])
                          : row[column].leftJustified(widths[column]);
            line += QStringLiteral("  ");
        }
        text += line.trimmed().isEmpty() ? QString() : line;
        while (text.endsWith(u' '))
            text.chop(1);
        text += u'\n';
    }
    return text;
}

} // namespace app
