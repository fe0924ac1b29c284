#include "core/judging/volumewatch.h"

#include "core/base/clock.h"
#include "core/base/continuation.h"
#include "core/base/logging.h"
#include "core/ledger/ledgerreader.h"
#include "core/ledger/ledgerwriter.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

using namespace std::chrono_literals;

namespace core {

namespace {

/// Own traffic is a figure of a month: some seconds late is early enough.
constexpr auto kPause = 2s;
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

} // namespace

VolumeWatch::VolumeWatch(Settings &settings, const LedgerReader &reader, const LedgerWriter &writer,
                         const Clock &clock, QObject *parent)
    : QObject(parent), m_settings(settings), m_reader(reader), m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &VolumeWatch::count);
    const auto countLater = [this] {
        if (m_volume.perMonth && !m_pause.isActive())
            m_pause.start();
    };
    connect(&writer, &LedgerWriter::attemptSettled, this, countLater);
    connect(&writer, &LedgerWriter::runsChanged, this, countLater);
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == settings::kPerMonth.key || key == settings::kMonthlyCalls.key
            || key == settings::kIncludeSimulated.key)
            follow();
    });
    follow();
}

void VolumeWatch::setPerMonth(bool on)
{
    m_settings.set(settings::kPerMonth, on);
}

void VolumeWatch::setFixedCalls(qint64 calls)
{
    m_settings.set(settings::kMonthlyCalls, static_cast<double>(calls));
}

void VolumeWatch::follow()
{
    Volume volume = m_volume;
    volume.perMonth = m_settings.get(settings::kPerMonth);
    volume.fixedCalls = static_cast<qint64>(m_settings.get(settings::kMonthlyCalls));
    adopt(volume);
    count();
}

void VolumeWatch::count()
{
    const qint64 since = m_clock.utcMs() - kVolumeDays * kDayMs;
    continued(m_reader.callsByTask(since, m_settings.get(settings::kIncludeSimulated)), this,
              [this](const Result<QHash<QString, qint64>> &own) {
                  if (!own) {
                      qCWarning(logLedger) << "own traffic cannot be counted:" << own.error().message;
                      return;
                  }
                  Volume volume = m_volume;
                  volume.own = *own;
                  adopt(volume);
              });
}

void VolumeWatch::adopt(const Volume &volume)
{
    if (volume == m_volume)
        return;
    m_volume = volume;
    emit changed();
}

} // namespace core
