#pragma once

#include "core/base/result.h"
#include "ui/savings/runstrip.h"

#include <functional>
#include <memory>
#include <utility>

namespace ui {

/// What reads many calls for a pane, one run at a time and only while the pane can be seen: starts it, shows
/// in a strip how far it is and stops it. `Job` reads to a `Found`, as core::WhatIf does. Part of the pane,
/// which owns the strip.
template <typename Job, typename Found>
class SavingsRun
{
public:
    using Result = core::Result<Found>;

    SavingsRun(QWidget &pane, RunStrip &strip) : m_pane(pane), m_strip(strip)
    {
        QObject::connect(&strip, &RunStrip::stopRequested, &pane, [this] {
            if (m_job)
                m_job->cancel();
        });
    }

    /// Ends what runs, silently, and asks for another run. Whether the pane can be seen, so that it is to
    /// start at once; if not, isWanted() tells once it is shown.
    bool renew()
    {
        m_job.reset();
        m_strip.end();
        m_wanted = true;
        return m_pane.isVisible();
    }

    bool isWanted() const { return m_wanted; }

    /// `take` gets what was found, once, on the main thread.
    void start(std::unique_ptr<Job> job, std::function<void(const Result &)> take)
    {
        m_wanted = false;
        m_job = std::move(job);
        QObject::connect(m_job.get(), &Job::progressed, &m_strip, &RunStrip::setProgress);
        QObject::connect(m_job.get(), &Job::finished, &m_pane,
                         [this, done = std::move(take)](const Result &found) {
                             m_job.release()->deleteLater();
                             m_strip.end();
                             done(found);
                         });
        m_strip.begin();
        m_job->start();
    }

private:
    QWidget &m_pane;
    RunStrip &m_strip;
    std::unique_ptr<Job> m_job;
    bool m_wanted = false;
};

} // namespace ui
