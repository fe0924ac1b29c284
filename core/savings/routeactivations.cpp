#include "core/savings/routeactivations.h"

#include "core/savings/savingswords.h"
#include "core/storage/statement.h"

#include <QHash>

#include <algorithm>

namespace core {

Result<QList<RouteActivation>> routeActivations(Connection &connection, const TimeRange &range)
{
    QList<RouteActivation> activations;
    // By set: the version that runs, and the one that ran before it.
    QHash<QString, std::pair<int, int>> versions;
    const Result<void> read = Statement(connection, QStringLiteral(R"(
            SELECT s.name, a.version, a.activated_at, a.comment
            FROM rule_set_activations a JOIN rule_sets s ON s.id = a.rule_set_id ORDER BY a.id)"))
                                  .each([&](const Statement &row) {
                                      RouteActivation activation{.atMs = row.integer(2),
                                                                 .ruleSet = row.text(0),
                                                                 .version = static_cast<int>(row.integer(1)),
                                                                 .comment = row.text(3)};
                                      auto &[now, before] = versions[activation.ruleSet];
                                      if (now != activation.version)
                                          before = std::exchange(now, activation.version);
                                      activation.versionBefore = before;
                                      if (activation.atMs >= range.sinceMs.value_or(activation.atMs)
                                          && activation.atMs < range.untilMs.value_or(activation.atMs + 1))
                                          activations.append(activation);
                                  });
    if (!read)
        return read.error();
    std::stable_sort(
        activations.begin(), activations.end(),
        [](const RouteActivation &one, const RouteActivation &other) { return one.atMs < other.atMs; });
    return activations;
}

QString activationLabel(const RouteActivation &activation)
{
    return SavingsWords::tr("route/%1 version %2")
        .arg(activation.ruleSet, QString::number(activation.version));
}

} // namespace core
