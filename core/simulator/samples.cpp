#include "core/simulator/samples.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// The resource lies in a static library: without this call the linker leaves it out. It has to stand outside
// every namespace.
static void initSampleResource()
{
    Q_INIT_RESOURCE(samples);
}

namespace core {

namespace {

/// Letters and digits alone, in lower case.
QString essence(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar character : text) {
        if (character.isLetterOrNumber())
            kept.append(character.toLower());
    }
    return kept;
}

QList<Sample> readAll()
{
    initSampleResource();
    QList<Sample> samples;
    const QDir folder(QStringLiteral(":/switchyard/samples"));
    const QStringList names = folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        // `1-rate-limit.md` is `rate-limit`; the number only orders the files.
        const QString id = name.mid(name.indexOf(QLatin1Char('-')) + 1).chopped(3);
        if (const std::optional<Sample> sample = readSample(id, text))
            samples.append(*sample);
        else
            qCWarning(logSimulator, "The sample %s cannot be read", qUtf8Printable(name));
    }
    return samples;
}

} // namespace

std::optional<Sample> readSample(const QString &id, const QString &text)
{
    Sample sample{id, {}, {}, {}};
    QHash<QString, QString> sections;
    QString section;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("=== "))) {
            section = line.mid(4).trimmed();
        } else if (!section.isEmpty()) {
            sections[section] += line + QLatin1Char('\n');
        } else if (line.startsWith(QLatin1String("title: "))) {
            sample.title = line.mid(7).trimmed();
        } else if (line.startsWith(QLatin1String("task: "))) {
            sample.task = line.mid(6).trimmed();
        }
    }
    for (auto it = sections.begin(); it != sections.end(); ++it)
        it.value() = it.value().trimmed();
    sample.prompt = sections.take(QStringLiteral("prompt"));
    sample.answers = sections;
    if (sample.title.isEmpty() || sample.prompt.isEmpty() || !sections.contains(QStringLiteral("swift")))
        return std::nullopt;
    return sample;
}

const QList<Sample> &simulatorSamples()
{
    static const QList<Sample> samples = readAll();
    return samples;
}

std::optional<Sample> sampleFor(const QString &prompt)
{
    const QString wanted = essence(prompt);
    const QList<Sample> &samples = simulatorSamples();
    const auto found = std::find_if(samples.cbegin(), samples.cend(), [&wanted](const Sample &sample) {
        return essence(sample.prompt) == wanted;
    });
    return found == samples.cend() ? std::nullopt : std::optional(*found);
}

} // namespace core
