#pragma once

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/routing/attemptpolicy.h"

#include <QHash>
#include <QObject>

namespace core {

/// Health counts attempts of so long.
constexpr std::chrono::minutes kHealthWindow{10};
/// Below so many attempts there is no error rate and no percentile.
constexpr int kSamplesForHealth = 5;
/// Of a busy target only the latest so many are kept.
constexpr int kMostHealthSamples = 1000;

/// How the targets fared lately, and which are left alone for a while. In memory, of this process. Owned by
/// Application; main thread.
class TargetHealth : public QObject
{
    Q_OBJECT

public:
    explicit TargetHealth(const Clock &clock, QObject *parent = nullptr);

    /// Takes note of how an attempt ended, whoever asked for it. A success ends the cooling, also that of its
    /// account. What lies in the request (an invalid or too long one, a refusal) is no failure of the target;
    /// cancelled attempts and lost warm connections tell nothing of it.
    void note(const TargetName &target, const AttemptReport &report, std::optional<double> firstTokenMs);
    /// Leaves alone what the step marks: the target for as long as it says, an hour at most, else the longer
    /// the more failures in a row were noted.
    void apply(const TargetName &target, const NextStep &step);

    /// Milliseconds UTC; 0: it is free.
    qint64 coolingUntil(const TargetName &target) const;
    /// 0 to 1.
    std::optional<double> errorRate(const TargetName &target) const;
    /// Milliseconds.
    std::optional<double> firstTokenP95(const TargetName &target) const;
    /// Ends every cooling of an account and forgets its failures in a row, as after its key was changed.
    void forgive(const QString &account);

signals:
    /// A target began to cool down, or ended before its time. That the time is over is not told.
    void changed(const core::TargetName &target);

private:
    struct Sample
    {
        qint64 atMs = 0;
        bool failed = false;
        std::optional<double> firstTokenMs = {};
    };
    struct Record
    {
        QList<Sample> samples = {};
        int failuresInARow = 0;
        qint64 coolingUntilMs = 0;
    };

    void prune(Record &record) const;
    /// Those of the account that something is known of.
    QList<TargetName> knownTargets(const QString &account) const;
    void add(Record &record, const Sample &sample) const;
    void endCooling(const TargetName &target);

    const Clock &m_clock;
    mutable QHash<QString, Record> m_records;
    QHash<QString, qint64> m_deadAccounts;
};

} // namespace core
