#include "core/chat/contextlengthphrases.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

// A resource in a static library is only linked and registered when it is named outside of any namespace.
static void registerPhrases()
{
    Q_INIT_RESOURCE(phrases);
}

namespace core {

namespace {

QStringList shippedPhrases()
{
    registerPhrases();
    QFile file(QStringLiteral(":/switchyard/catalog/context_length_phrases.json"));
    QStringList phrases;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonArray entries =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1StringView("phrases")).toArray();
        for (const QJsonValue entry : entries)
            phrases.append(entry[QLatin1StringView("phrase")].toString());
    }
    return phrases;
}

/// Errors are read on the I/O thread, the setting is made on the main thread.
struct PhraseTable
{
    const QStringList shipped = shippedPhrases();
    QMutex mutex;
    QStringList all = shipped;
};

PhraseTable &phraseTable()
{
    static PhraseTable table;
    return table;
}

} // namespace

QStringList contextLengthPhrases()
{
    PhraseTable &table = phraseTable();
    const QMutexLocker lock(&table.mutex);
    return table.all;
}

QStringList shippedContextLengthPhrases()
{
    return phraseTable().shipped;
}

void setUserContextLengthPhrases(const QStringList &phrases)
{
    PhraseTable &table = phraseTable();
    QStringList all = table.shipped;
    for (const QString &phrase : phrases) {
        const QString part = phrase.trimmed().toLower();
        if (!part.isEmpty() && !all.contains(part))
            all.append(part);
    }
    const QMutexLocker lock(&table.mutex);
    table.all = all;
}

} // namespace core
