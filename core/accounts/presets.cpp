#include "core/accounts/presets.h"

#include "core/base/logging.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

// A resource in a static library is only linked and registered when it is named outside of any namespace.
static void registerPresets()
{
    Q_INIT_RESOURCE(presets);
}

namespace core {

namespace {

struct KindName
{
    PresetKind kind;
    QLatin1StringView name;
};

constexpr std::array<KindName, 4> kKinds{{
    {PresetKind::Aggregator, QLatin1StringView("aggregator")},
    {PresetKind::Cloud, QLatin1StringView("cloud")},
    {PresetKind::Local, QLatin1StringView("local")},
    {PresetKind::Custom, QLatin1StringView("custom")},
}};

std::optional<PresetKind> kindFromName(const QString &name)
{
    for (const KindName &entry : kKinds) {
        if (name == entry.name)
            return entry.kind;
    }
    return std::nullopt;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &entry : array)
        list += entry.toString();
    return list;
}

Dialect dialectFromJson(const QJsonObject &json)
{
    Dialect dialect;
    dialect.maxTokensField = json.value(u"maxTokensField").toString(dialect.maxTokensField);
    dialect.includeUsage = json.value(u"includeUsage").toBool(dialect.includeUsage);
    dialect.streaming = json.value(u"streaming").toBool(dialect.streaming);
    dialect.inputExcludesCache = json.value(u"inputExcludesCache").toBool(dialect.inputExcludesCache);
    dialect.outputExcludesReasoning =
        json.value(u"outputExcludesReasoning").toBool(dialect.outputExcludesReasoning);
    return dialect;
}

std::optional<Preset> presetFromJson(const QJsonObject &json)
{
    const std::optional<PresetKind> kind = kindFromName(json.value(u"kind").toString());
    Preset preset;
    preset.id = json.value(u"id").toString();
    preset.displayName = json.value(u"name").toString();
    if (!kind || preset.id.isEmpty() || preset.displayName.isEmpty())
        return std::nullopt;
    preset.kind = *kind;
    preset.baseUrl = QUrl(json.value(u"baseUrl").toString(), QUrl::StrictMode);
    const QJsonArray alternatives = json.value(u"alternatives").toArray();
    for (const QJsonValue &value : alternatives)
        preset.alternatives +=
            AlternativeUrl{value[u"label"].toString(), value[u"url"].toString(), value[u"paid"].toBool()};
    preset.keyRequired = json.value(u"keyRequired").toBool(true);
    preset.variables = strings(json.value(u"variables"));
    preset.urlVariables = strings(json.value(u"urlVariables"));
    preset.keyPrefixes = strings(json.value(u"keyPrefixes"));
    preset.dialect = dialectFromJson(json.value(u"dialect").toObject());
    const QJsonArray headers = json.value(u"modelsHeaders").toArray();
    for (const QJsonValue &value : headers)
        preset.modelsHeaders += Header(value[0].toString().toUtf8(), value[1].toString().toUtf8());
    preset.maxParallel = json.value(u"maxParallel").toInt();
    const QJsonArray ports = json.value(u"loopbackPorts").toArray();
    for (const QJsonValue &value : ports)
        preset.loopbackPorts += static_cast<quint16>(value.toInt());
    preset.plainModelIds = json.value(u"plainModelIds").toBool();
    preset.notes = strings(json.value(u"notes"));
    return preset;
}

bool isLoopback(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

bool isSameHost(const QUrl &known, const QUrl &url)
{
    if (isLoopback(known.host()))
        return isLoopback(url.host()) && known.port() == url.port();
    return known.host().compare(url.host(), Qt::CaseInsensitive) == 0;
}

bool matches(const AlternativeUrl &alternative, const QUrl &url)
{
    const qsizetype brace = alternative.url.indexOf(u'}');
    if (brace < 0)
        return isSameHost(QUrl(alternative.url), url);
    const QString rest = alternative.url.mid(brace + 1);
    return url.host().endsWith(rest.left(rest.indexOf(u'/')), Qt::CaseInsensitive);
}

} // namespace

Presets Presets::load()
{
    registerPresets();
    QFile file(QStringLiteral(":/switchyard/catalog/presets.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(logAccounts) << "the presets are not compiled in";
        return {};
    }
    Result<Presets> presets = fromJson(file.readAll());
    if (!presets)
        qCCritical(logAccounts) << "the presets cannot be read:" << presets.error().message;
    return std::move(presets).valueOr({});
}

Result<Presets> Presets::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonArray entries = root.value(u"presets").toArray();
    Presets presets;
    presets.m_date = QDate::fromString(root.value(u"date").toString(), Qt::ISODate);
    for (const QJsonValue &value : entries) {
        std::optional<Preset> preset = presetFromJson(value.toObject());
        if (!preset || presets.find(preset->id))
            return Error{ErrorKind::Protocol,
                         QStringLiteral("preset %1 of the provider data is malformed or double")
                             .arg(presets.m_presets.size())};
        presets.m_presets += *std::move(preset);
    }
    if (presets.m_presets.isEmpty())
        return Error{ErrorKind::Protocol, QStringLiteral("the provider data holds no presets")};
    return presets;
}

const Preset *Presets::find(QStringView id) const
{
    for (const Preset &preset : m_presets) {
        if (preset.id == id)
            return &preset;
    }
    return nullptr;
}

const Preset *Presets::findByUrl(const QUrl &url) const
{
    if (url.host().isEmpty())
        return nullptr;
    for (const Preset &preset : m_presets) {
        const auto fits = [&url](const AlternativeUrl &alternative) { return matches(alternative, url); };
        if ((!preset.baseUrl.isEmpty() && isSameHost(preset.baseUrl, url))
            || std::any_of(preset.alternatives.cbegin(), preset.alternatives.cend(), fits))
            return &preset;
    }
    return nullptr;
}

const Preset *Presets::findByVariable(QStringView variable) const
{
    const Preset *found = nullptr;
    for (const Preset &preset : m_presets) {
        if (!preset.variables.contains(variable))
            continue;
        if (found)
            return nullptr;
        found = &preset;
    }
    return found;
}

const Preset *Presets::findByKey(QStringView key) const
{
    const Preset *found = nullptr;
    qsizetype longest = 0;
    for (const Preset &preset : m_presets) {
        for (const QString &prefix : preset.keyPrefixes) {
            if (prefix.size() > longest && key.startsWith(prefix)) {
                found = &preset;
                longest = prefix.size();
            }
        }
    }
    return found;
}

Dialect dialectOf(const Preset &preset)
{
    return preset.dialect;
}

QUrl baseUrlOf(const Preset &preset, QStringView alternativeLabel)
{
    for (const AlternativeUrl &alternative : preset.alternatives) {
        if (!alternativeLabel.isEmpty() && alternative.label == alternativeLabel)
            return QUrl(alternative.url);
    }
    return preset.baseUrl;
}

bool isFreeOfCharge(const Preset &preset, const QUrl &baseUrl)
{
    const auto isPaid = [&baseUrl](const AlternativeUrl &alternative) {
        return alternative.paid && matches(alternative, baseUrl);
    };
    return preset.kind == PresetKind::Local
        && std::none_of(preset.alternatives.cbegin(), preset.alternatives.cend(), isPaid);
}

} // namespace core
