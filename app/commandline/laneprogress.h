#pragma once

#include "core/compare/comparison.h"

#include <QObject>
#include <QTimer>

namespace app {

class Console;

/// Shows the lanes of a run on a terminal while they are under way, one line each, four times a second.
class LaneProgress : public QObject
{
    Q_OBJECT

public:
    LaneProgress(const core::Comparison &run, Console &console, const core::Clock &clock,
                 QObject *parent = nullptr);

    void start();
    /// Takes the lines away.
    void stop();

private:
    void show();
    QString lineOf(const core::LaneState &state) const;

    const core::Comparison &m_run;
    Console &m_console;
    const core::Clock &m_clock;
    QTimer m_timer;
};

} // namespace app
