#pragma once

#include "core/routing/documentobject.h"
#include "core/ruleformats/providernames.h"

namespace core {

/// One entry of `model_list`.
struct LiteLlmDeployment
{
    ChainTarget target;
    int order = 1;
    QStringList tags = {};
    std::optional<double> timeout = {};
    std::optional<double> streamTimeout = {};
    /// Written by the export for a group that only stands behind others.
    bool fallbackOnly = false;
};

/// Deployments that share a `model_name`.
struct LiteLlmGroup
{
    QString name;
    QString path;
    QList<LiteLlmDeployment> deployments = {};
};

/// For each group those that are asked when it fails.
using LiteLlmFallbacks = QHash<QString, QStringList>;

/// `router_settings` and `litellm_settings` together.
struct LiteLlmSettings
{
    QString strategy = {};
    LiteLlmFallbacks fallbacks = {};
    LiteLlmFallbacks contextFallbacks = {};
    LiteLlmFallbacks contentFallbacks = {};
    QStringList defaultFallbacks = {};
    QHash<QString, QString> aliases = {};
    std::optional<int> retries = {};
    std::optional<double> timeout = {};
    std::optional<double> streamTimeout = {};
    bool filtersByTag = false;
};

/// Reads the members of one settings object over those that are there already; what is not known is returned.
QJsonObject readLiteLlmSettings(const QJsonObject &json, const QString &path, LiteLlmSettings &settings,
                                DocumentReading &reading, LossReport &losses);

QList<LiteLlmGroup> readLiteLlmGroups(const QJsonArray &models, AccountGathering &accounts,
                                      DocumentReading &reading, LossReport &losses);

/// The tag by which LiteLLM's plain tags are asked for here.
inline constexpr QLatin1StringView kLiteLlmTag{"tag"};

} // namespace core
