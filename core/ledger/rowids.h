#pragma once

#include <QList>

namespace core {

/// The ids that a new run got, one entry of each list for every lane in order.
struct RunIds
{
    qint64 run = 0;
    QList<qint64> lanes = {};
    QList<qint64> calls = {};
    QList<qint64> attempts = {};
    /// There are budgets that an attempt has to be reserved in before it is sent.
    bool budgeted = false;
};

/// The ids that a lane got that was added to a run.
struct LaneIds
{
    qint64 lane = 0;
    qint64 call = 0;
    qint64 attempt = 0;
    /// See RunIds.
    bool budgeted = false;
};

struct AttemptIds
{
    qint64 call = 0;
    qint64 attempt = 0;
    /// See RunIds.
    bool budgeted = false;
};

} // namespace core
