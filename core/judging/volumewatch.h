#pragma once

#include "core/judging/volume.h"

#include <QObject>
#include <QTimer>

namespace core {

class Clock;
class LedgerReader;
class LedgerWriter;
class Settings;

/// The one volume setting, with own traffic as the ledger has it now. Owned by Application; main thread.
class VolumeWatch : public QObject
{
    Q_OBJECT

public:
    VolumeWatch(Settings &settings, const LedgerReader &reader, const LedgerWriter &writer,
                const Clock &clock, QObject *parent = nullptr);

    const Volume &volume() const { return m_volume; }
    void setPerMonth(bool on);
    /// 0 is own traffic.
    void setFixedCalls(qint64 calls);

signals:
    /// volume() is another one.
    void changed();

private:
    void follow();
    void count();
    void adopt(const Volume &volume);

    Settings &m_settings;
    const LedgerReader &m_reader;
    const Clock &m_clock;
    Volume m_volume;
    QTimer m_pause;
};

} // namespace core
