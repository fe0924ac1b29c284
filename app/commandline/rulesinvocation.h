#pragma once

#include "core/chat/request.h"
#include "core/ruleformats/ruleformats.h"

#include <QHash>
#include <QString>

namespace app {

struct RulesInvocation
{
    enum class Verb { List, Show, Validate, Import, Export, Test, Diff, Backtest };
    Verb verb = Verb::List;
    /// A file for Validate and Import, else `NAME`, `NAME@VERSION` or `NAME@draft`; for Diff also a file.
    QString subject = {};
    /// Diff: what `subject` is compared with.
    QString other = {};
    /// Import: what to call it instead of what the file calls it.
    QString name = {};
    QString comment = {};
    bool draft = false;
    core::RuleFormat format = core::RuleFormat::Json;
    /// Test; `-` reads standard input.
    QString prompt = {};
    QString task = {};
    core::ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    /// Backtest, see parseMoment(); no `until` is now.
    QString since = QStringLiteral("30d");
    bool sinceGiven = false;
    QString until = {};
    /// Backtest: a version to compare with; 0: none.
    int against = 0;
    bool includeCompare = false;
    bool json = false;
};

} // namespace app
