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

/// How the targets fared lately, and which are left alone for a while. In memory, of this process. Owned by
/// Application; main thread.
class TargetHealth : public QObject
{
    Q_OBJECT

public:
    explicit TargetHealth(const Clock &clock, QObject *parent = nullptr);

    /// Takes note of how an attempt ended, whoever asked for it. A success ends the cooling.
    void note(const TargetName &target, const AttemptReport &report, std::optional<double> firstTokenMs);
    void apply(const TargetName &target, const NextStep &step);

    /// Milliseconds UTC; 0: it is free.
    qint64 coolingUntil(const TargetName &target) const;
    std::optional<double> errorRate(const TargetName &target) const;
    std::optional<double> firstTokenP95(const TargetName &target) const;
    /// Ends every cooling of an account, as after its key was changed.
    void forgive(const QString &account);

signals:
    /// A target began or ended to cool down.
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

    const Clock &m_clock;
    mutable QHash<QString, Record> m_records;
    QHash<QString, qint64> m_deadAccounts;
};

} // namespace core
