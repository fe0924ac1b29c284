#include "ui/routes/routewords.h"

#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "core/routing/rulewords.h"

using core::ErrorKind;

namespace ui {

namespace {

constexpr std::int64_t kPriceTokens = 1'000'000;

} // namespace

QString RouteWords::targetTitle(const core::TargetName &target)
{
    return target.model;
}

QString RouteWords::targetFacts(const core::TargetName &target, const core::TargetFacts &facts)
{
    if (target.account == core::kRouteAccountName)
        return tr("the rules of another set decide");
    QStringList parts{target.account};
    if (!facts.available && !facts.whyNot.isEmpty()) {
        parts.append(facts.whyNot);
        return parts.join(QStringLiteral(" · "));
    }
    const std::optional<core::PriceList> &prices = facts.model.prices;
    if (prices && prices->base.input && prices->base.output)
        parts.append(tr("%1 / %2 per million tokens", "price of input and output")
                         .arg(core::formatAmount(*prices->base.input * kPriceTokens, prices->currency),
                              core::formatAmount(*prices->base.output * kPriceTokens, prices->currency)));
    else
        parts.append(tr("price unknown"));
    if (facts.model.contextWindow)
        parts.append(tr("%1 context").arg(core::formatCompactCount(*facts.model.contextWindow)));
    if (facts.firstTokenP50)
        parts.append(tr("first token %1").arg(core::formatDuration(*facts.firstTokenP50)));
    return parts.join(QStringLiteral(" · "));
}

QString RouteWords::change(const core::RuleChange &change)
{
    QString what = change.details.join(QStringLiteral("; "));
    if (what.isEmpty()) {
        switch (change.kind) {
        case core::RuleChange::Kind::Added:
            what = tr("new", "a rule");
            break;
        case core::RuleChange::Kind::Removed:
            what = tr("removed", "a rule");
            break;
        case core::RuleChange::Kind::Moved:
            what = tr("moved", "a rule");
            break;
        case core::RuleChange::Kind::Changed:
            what = tr("changed", "a rule");
            break;
        }
    }
    return change.rule.isEmpty() ? what : tr("%1: %2", "a rule and what differs").arg(change.rule, what);
}

QString RouteWords::errorKind(ErrorKind kind)
{
    return core::LedgerWords::errorKind(kind);
}

QList<ErrorKind> RouteWords::fallbackKinds()
{
    return {ErrorKind::Network,  ErrorKind::Timeout,       ErrorKind::Server,        ErrorKind::RateLimited,
            ErrorKind::Quota,    ErrorKind::Auth,          ErrorKind::NotFound,      ErrorKind::ContextLength,
            ErrorKind::Protocol, ErrorKind::ContentFilter, ErrorKind::InvalidRequest};
}

QString RouteWords::onlyAfter(const QList<ErrorKind> &kinds)
{
    if (kinds.isEmpty())
        return tr("after any error");
    QStringList words;
    for (const ErrorKind kind : kinds)
        words.append(errorKind(kind));
    return tr("only after: %1", "kinds of error").arg(core::alternativesInWords(words));
}

} // namespace ui
