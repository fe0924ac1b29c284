#pragma once

#include "core/insight/backtestresult.h"
#include "core/storage/connection.h"

#include <QHash>

namespace core {

/// How long the answers of targets are and how soon they begin, by task, from the newest of the user's own.
class TargetSamplesTable
{
public:
    /// Reads the newest 20,000 answers of each model; of each account and task the newest 500 of those count.
    static Result<TargetSamplesTable> read(Connection &connection, const QList<TargetName> &targets,
                                           bool includeSimulated);

    /// All unset for what was not read or has no answers.
    TargetSamples of(const TargetName &target, const QString &task) const;

private:
    QHash<std::pair<QString, QString>, TargetSamples> m_samples;
};

} // namespace core
