#include "ui/markdown/framescheduler.h"

#include <algorithm>

namespace ui {

FrameScheduler::FrameScheduler(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FrameScheduler::turn);
}

void FrameScheduler::request(FrameClient *client)
{
    qsizetype index = indexOf(client);
    if (index < 0) {
        index = m_entries.size();
        m_entries.append({client, false, Clock::now(), {}});
    }
    if (std::exchange(m_entries[index].pending, true))
        return;
    schedule();
}

void FrameScheduler::remove(FrameClient *client)
{
    m_entries.removeIf([client](const Entry &entry) { return entry.client == client; });
}

bool FrameScheduler::isPending(const FrameClient *client) const
{
    const qsizetype index = indexOf(client);
    return index >= 0 && m_entries.at(index).pending;
}

void FrameScheduler::turn()
{
    const Clock::time_point start = Clock::now();
    qsizetype next = -1;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).pending && (next < 0 || m_entries.at(i).due < m_entries.at(next).due))
            next = i;
    }
    if (next >= 0 && m_entries.at(next).due <= start) {
        FrameClient *const client = m_entries.at(next).client;
        m_entries[next].pending = false;
        const bool more = client->renderFrame();
        // The frame may have removed clients, this one too.
        if (const qsizetype index = indexOf(client); index >= 0) {
            Entry &entry = m_entries[index];
            entry.cost = Clock::now() - start;
            entry.pending |= more;
            entry.due = start + interval();
        }
    }
    schedule();
}

/// Rendering may take half of the time at most: the other half belongs to painting and to the user.
FrameScheduler::Clock::duration FrameScheduler::interval() const
{
    const Clock::time_point now = Clock::now();
    Clock::duration sum{0};
    for (const Entry &entry : m_entries) {
        if (entry.pending || now - entry.due < kSlowest)
            sum += entry.cost;
    }
    return std::clamp<Clock::duration>(2 * sum, kFastest, kSlowest);
}

void FrameScheduler::schedule()
{
    std::optional<Clock::time_point> due;
    for (const Entry &entry : m_entries) {
        if (entry.pending && (!due || entry.due < *due))
            due = entry.due;
    }
    if (!due)
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - Clock::now());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

qsizetype FrameScheduler::indexOf(const FrameClient *client) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [client](const Entry &entry) { return entry.client == client; });
    return found == m_entries.end() ? -1 : found - m_entries.begin();
}

} // namespace ui
