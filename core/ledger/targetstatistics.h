#pragma once

#include "core/storage/connection.h"

#include <QList>
#include <QString>

#include <optional>

namespace core {

/// How soon a target has answered the user's own calls lately.
struct TargetSpeed
{
    QString account = {};
    QString model = {};
    /// Attempts with a first token, of the newest 500.
    int samples = 0;
    /// Milliseconds from dispatch to the first token, reasoning included; nearest rank.
    double p50 = 0.0;
    double p95 = 0.0;

    bool operator==(const TargetSpeed &) const = default;
};

/// How long a model's whole answers to calls of a task were.
struct AnswerLength
{
    QString model = {};
    /// '' is "no task".
    QString task = {};
    int samples = 0;
    /// Output tokens as the provider reported them; nearest rank.
    qint64 median = 0;

    bool operator==(const AnswerLength &) const = default;
};

struct TargetStatistics
{
    /// Ordered by account and model.
    QList<TargetSpeed> speeds = {};
    /// Ordered by model and task.
    QList<AnswerLength> lengths = {};

    bool operator==(const TargetStatistics &) const = default;
};

/// Of the newest 20,000 attempts and not older than `sinceMs`, so that it takes the same time in a large
/// ledger; simulated ones too, which are targets of their own. Imported answers are left out.
Result<TargetStatistics> targetStatistics(Connection &connection, qint64 sinceMs);

} // namespace core
