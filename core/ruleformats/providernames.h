#pragma once

#include "core/ruleformats/formatparts.h"

namespace core {

/// What a file says of an endpoint.
struct ProviderReference
{
    /// The provider's name in the file's format.
    QString provider;
    QUrl baseUrl = {};
    QString keyVariable = {};
};

enum class ProviderNaming { LiteLlm, Portkey, OpenRouter, Cloudflare, Bifrost };

/// How a format calls the provider of a preset; empty when it has no name for it.
QString providerNameFor(ProviderNaming naming, const QString &presetId);
/// The preset that a format calls so; empty for none.
QString presetOfProvider(ProviderNaming naming, const QString &provider);

/// Gathers the accounts of a file while its targets are read.
class AccountGathering
{
public:
    explicit AccountGathering(ProviderNaming naming) : m_naming(naming) { }

    /// The name of the account for the endpoint: one is added for each different one. A provider that is not
    /// known here and has no URL is named as it is, to be made by hand, and reported.
    QString nameOf(const ProviderReference &reference, const QString &path, LossReport &losses);
    const QList<RuleAccount> &accounts() const { return m_accounts; }

private:
    ProviderNaming m_naming;
    QList<RuleAccount> m_accounts;
    QStringList m_names;
};

/// The presets that are compiled in.
const Presets &knownPresets();

} // namespace core
