#pragma once

#include "core/base/result.h"
#include "core/chat/dialect.h"
#include "core/net/endpoint.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace core {

/// What kind of provider a preset describes. An aggregator sells many vendors' models with one key.
enum class PresetKind { Aggregator, Cloud, Local, Custom };

/// Another base URL of the same provider, such as a region.
struct AlternativeUrl
{
    QString label;
    /// May hold a part in braces that the user fills in, such as `{WorkspaceId}`.
    QString url;
    /// A paid service behind a preset that is otherwise local and free.
    bool paid = false;

    bool operator==(const AlternativeUrl &) const = default;
};

/// Facts about a known provider. A value; Presets keeps them.
struct Preset
{
    QString id;
    QString displayName;
    PresetKind kind = PresetKind::Custom;
    QUrl baseUrl = {};
    QList<AlternativeUrl> alternatives = {};
    /// Whether the endpoint refuses requests without a key.
    bool keyRequired = true;
    /// Variables that usually hold its key, the usual one first.
    QStringList variables = {};
    /// Variables that usually hold its base URL.
    QStringList urlVariables = {};
    /// Beginnings that only this provider's keys have; the longest match decides. Plain `sk-` is nobody's.
    QStringList keyPrefixes = {};
    Dialect dialect = {};
    /// Headers of `GET /models` instead of `Authorization`; `{key}` stands for the key. Empty: the usual one.
    QList<Header> modelsHeaders = {};
    /// Requests at the same time that the provider documents as its limit; 0 for none.
    int maxParallel = 0;
    /// Loopback ports where a local server usually listens.
    QList<quint16> loopbackPorts = {};
    /// An aggregator that takes the vendors' own model ids, without a prefix.
    bool plainModelIds = false;
    /// Remarks that a person setting up the account should read, in English as in the source.
    QStringList notes = {};

    bool operator==(const Preset &) const = default;
};

/// The known providers, read from a resource; one-key gateways first. Built once, read from any thread.
class Presets
{
public:
    /// The presets compiled in. A broken resource is a defect of the build: logged, and the list is empty.
    static Presets load();
    static Result<Presets> fromJson(const QByteArray &json);

    const QList<Preset> &all() const { return m_presets; }
    /// Null for an unknown id.
    const Preset *find(QStringView id) const;
    /// The preset whose base URL, or one of its alternatives, has this host (and, on loopback, port); else
    /// null.
    const Preset *findByUrl(const QUrl &url) const;
    /// The preset that this variable names the key of; null when unknown or claimed by several.
    const Preset *findByVariable(QStringView variable) const;
    /// The preset with the longest distinctive prefix that `key` starts with; null when none has.
    const Preset *findByKey(QStringView key) const;
    /// The day the facts were collected.
    QDate date() const { return m_date; }

private:
    QList<Preset> m_presets;
    QDate m_date;
};

Dialect dialectOf(const Preset &preset);

/// `baseUrl` of the preset with this label, or of the preset itself for an empty label.
QUrl baseUrlOf(const Preset &preset, QStringView alternativeLabel = {});

/// Whether requests to `baseUrl` under this preset cost nothing: a local server and not the paid service that
/// goes by the same name.
bool isFreeOfCharge(const Preset &preset, const QUrl &baseUrl);

} // namespace core
