#pragma once

#include "core/compare/lanestate.h"

#include <QHash>
#include <QJsonObject>

#include <chrono>

namespace core {

/// How a matrix is run. Stored with it, so that it is resumed as it was begun.
struct MatrixOptions
{
    /// Requests at the same time to one account; the account's own limit holds as well.
    int perAccount = 8;
    /// Requests at the same time altogether; 0 is no limit.
    int atOnce = 64;
    /// No further cell is sent when what is known and reserved would pass this.
    std::optional<Money> maxCost = {};
    /// Limit of each cell, retries included; 0 leaves it to the account.
    std::chrono::milliseconds totalLimit{0};
    QHash<QString, QString> tags = {};
    CallSource source = CallSource::Window;
    /// `account/model` that answers the checks `judge`; empty: there is none, and they have no verdict.
    QString judge = {};

    bool operator==(const MatrixOptions &) const = default;
};

QJsonObject matrixOptionsToJson(const MatrixOptions &options);
/// Members of another type keep their defaults.
MatrixOptions matrixOptionsFromJson(const QJsonObject &json);

/// A matrix about to be stored.
struct MatrixDraft
{
    qint64 setId = 0;
    /// The columns. The same target may be there several times.
    QList<Target> targets;
    QString task = {};
    TaskOrigin taskOrigin = TaskOrigin::User;
    MatrixOptions options = {};
};

/// A stored matrix as a list shows it.
struct MatrixSummary
{
    qint64 id = 0;
    qint64 setId = 0;
    QString setName;
    qint64 createdAtMs = 0;
    QStringList targets;
    QString task;
    /// Running says that a process which is alive runs it, maybe another one.
    enum class State { Running, Paused, Finished };
    State state = State::Paused;
    int cells = 0;
    int asked = 0;
    /// Cells that going on would ask; 0 when it is finished.
    int left = 0;
    /// Cells with a failed check.
    int failed = 0;

    bool operator==(const MatrixSummary &) const = default;
};

} // namespace core
