#pragma once

#include "core/base/money.h"
#include "core/chat/request.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace app {

/// `compare`: one prompt or a set of them to many models.
struct CompareInvocation
{
    QStringList targets = {};
    QString lineUp = {};
    QString task = {};
    QString system = {};
    core::ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    int repeat = 1;
    /// Seconds; 0 leaves it to the account.
    double timeout = 0.0;
    std::optional<core::Money> maxCost = {};
    bool json = false;
    bool markdown = false;
    /// `-` reads standard input. With a set a template, or empty.
    QString prompt = {};
    /// A file of cases; empty: one run.
    QString set = {};
    /// `KIND:VALUE` each.
    QStringList checks = {};
    /// `account/model` that answers the checks `judge`.
    QString judge = {};
};

/// `ask`: one prompt through a rule set.
struct AskInvocation
{
    /// Name of a rule set; empty: the store's default.
    QString rules = {};
    QString task = {};
    QString system = {};
    core::ChatParameters parameters = {};
    QHash<QString, QString> tags = {};
    bool explain = false;
    bool json = false;
    /// `-` reads standard input.
    QString prompt = {};
};

} // namespace app
