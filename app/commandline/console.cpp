#include "app/commandline/console.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSize>

#include <sys/ioctl.h>

#include <cstdio>
#include <unistd.h>

namespace app {

namespace {

constexpr int kUsualColumns = 80;
constexpr int kUsualRows = 24;

bool write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

QSize terminalSize()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {kUsualColumns, kUsualRows};
    return {size.ws_col, size.ws_row};
}

/// Text that moves no cursor and sets no title.
QString harmless(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control && character != u'\n' && character != u'\t')
            character = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

void Console::writeOutput(const QString &text)
{
    m_failed = !write(stdout, text) || m_failed;
}

void Console::print(const QString &text)
{
    showProgress({});
    const QString whole = text.endsWith(u'\n') ? text : QString(text + u'\n');
    writeOutput(isatty(STDOUT_FILENO) != 0 ? harmless(whole) : whole);
}

void Console::printPart(const QString &text)
{
    showProgress({});
    writeOutput(isatty(STDOUT_FILENO) != 0 ? harmless(text) : text);
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
    QString line = harmless(sentence.simplified());
    if (!line.endsWith(u'.') && !line.endsWith(u'!') && !line.endsWith(u'?'))
        line += u'.';
    write(stderr, QStringLiteral("switchyard: ") + line + u'\n');
}

void Console::note(const QStringList &lines)
{
    showProgress({});
    QString text;
    for (const QString &line : lines)
        text += harmless(QString(line).replace(u'\n', u' ')) + u'\n';
    write(stderr, text);
}

bool Console::isTerminal() const
{
    return isatty(STDOUT_FILENO) != 0 && qgetenv("TERM") != "dumb";
}

void Console::showProgress(const QStringList &lines)
{
    QString text;
    if (m_progressLines > 0)
        text += QStringLiteral("\x1b[%1A\x1b[J").arg(m_progressLines);
    const QSize size = terminalSize();
    // The cursor cannot go back to a line that has left the screen.
    const qsizetype shown = lines.size() < size.height() ? lines.size() : std::max(0, size.height() - 2);
    QStringList visible = lines.first(shown);
    if (shown < lines.size())
        visible.append(QCoreApplication::translate("Console", "and %n more", nullptr,
                                                   static_cast<int>(lines.size() - shown)));
    for (const QString &line : std::as_const(visible))
        text += harmless(line).left(size.width() - 1) + u'\n';
    m_progressLines = static_cast<int>(visible.size());
    if (!text.isEmpty())
        writeOutput(text);
}

core::Result<QString> Console::readInput(qint64 limit)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::InvalidRequest,
                           QCoreApplication::translate("Console", "Standard input could not be read.")};
    const QByteArray bytes = input.read(limit + 1);
    if (bytes.size() > limit)
        return core::Error{
            core::ErrorKind::InvalidRequest,
            QCoreApplication::translate("Console", "Standard input is longer than %1 bytes.").arg(limit)};
    return QString::fromUtf8(bytes);
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
