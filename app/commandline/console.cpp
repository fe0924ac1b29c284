#include "app/commandline/console.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSize>

#include <sys/ioctl.h>

#include <algorithm>
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

bool isTerminalOutput()
{
    return isatty(STDOUT_FILENO) != 0;
}

/// What moves a cursor or sets a title.
bool steersTerminal(QChar character)
{
    return character.category() == QChar::Other_Control && character != u'\n' && character != u'\t';
}

/// What lets a line read otherwise than it was written. The marks of languages written from the right, and
/// joiners, only make text right.
bool turnsText(QChar character)
{
    const QChar::Direction direction = character.direction();
    return character.category() == QChar::Other_Format && direction != QChar::DirL && direction != QChar::DirR
        && direction != QChar::DirAL && direction != QChar::DirAN && direction != QChar::DirBN;
}

QString withoutSteering(QString text)
{
    std::replace_if(text.begin(), text.end(), steersTerminal, QChar(QChar::ReplacementCharacter));
    return text;
}

QString harmless(QString text)
{
    std::replace_if(text.begin(), text.end(), turnsText, QChar(QChar::ReplacementCharacter));
    return withoutSteering(text);
}

QString withLineEnd(const QString &text)
{
    return text.endsWith(u'\n') ? text : QString(text + u'\n');
}

bool breaksLine(char32_t character)
{
    return (character >= U'\t' && character <= U'\r') || character == 0x85
        || QChar::category(character) == QChar::Separator_Line
        || QChar::category(character) == QChar::Separator_Paragraph;
}

} // namespace

void Console::writeOutput(const QString &text)
{
    m_failed = !write(stdout, text) || m_failed;
}

void Console::print(const QString &text)
{
    showProgress({});
    const QString whole = withLineEnd(text);
    writeOutput(isTerminalOutput() ? harmless(whole) : whole);
}

void Console::printData(const QString &text)
{
    showProgress({});
    if (text.isEmpty())
        return;
    const QString whole = withLineEnd(text);
    writeOutput(isTerminalOutput() ? withoutSteering(whole) : whole);
}

void Console::printPart(const QString &text)
{
    showProgress({});
    writeOutput(isTerminalOutput() ? harmless(text) : text);
}

void Console::printJson(const QJsonValue &json)
{
    const QJsonDocument document =
        json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    printData(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void Console::complain(const QString &sentence)
{
    showProgress({});
    QString line = onOneLine(sentence.simplified());
    if (!line.endsWith(u'.') && !line.endsWith(u'!') && !line.endsWith(u'?'))
        line += u'.';
    write(stderr, QStringLiteral("switchyard: ") + line + u'\n');
}

void Console::note(const QStringList &lines)
{
    showProgress({});
    QString text;
    for (const QString &line : lines)
        text += onOneLine(line) + u'\n';
    write(stderr, text);
}

bool Console::isTerminal() const
{
    return isTerminalOutput() && qgetenv("TERM") != "dumb";
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
        text += onOneLine(line).left(size.width() - 1) + u'\n';
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

QString onOneLine(const QString &text)
{
    QList<uint> characters =
        QString(text).replace(QLatin1StringView("\r\n"), QLatin1StringView("\n")).toUcs4();
    for (uint &character : characters) {
        const QChar::Category category = QChar::category(character);
        if (breaksLine(character))
            character = ' ';
        else if (category == QChar::Other_Control || category == QChar::Other_Format)
            character = QChar::ReplacementCharacter;
    }
    QString line;
    for (const uint character : std::as_const(characters))
        line += QStringView(QChar::fromUcs4(character));
    return line;
}

QString alignedTable(const QList<QStringList> &cells, const QList<int> &rightAligned)
{
    QList<QStringList> rows = cells;
    for (QStringList &row : rows)
        std::transform(row.cbegin(), row.cend(), row.begin(), onOneLine);
    QList<qsizetype> widths;
    for (const QStringList &row : std::as_const(rows)) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column >= widths.size())
                widths.append(0);
            widths[column] = std::max(widths[column], row[column].size());
        }
    }
    QString text;
    for (const QStringList &row : std::as_const(rows)) {
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
