#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui {

/// Something that renders in frames. It must leave the scheduler before it dies (FrameScheduler::remove).
class FrameClient
{
public:
    virtual ~FrameClient() = default;

    /// Renders what is pending, within some milliseconds. True when more is pending already.
    virtual bool renderFrame() = 0;
};

/// The frame clock shared by all Markdown views: clients with pending text take turns, one per turn of the
/// event loop. Each gets some 30 frames a second, fewer when its frames are dear. Main thread; outlives its
/// clients.
class FrameScheduler : public QObject
{
    Q_OBJECT

public:
    explicit FrameScheduler(QObject *parent = nullptr);

    /// Asks for one frame; asking twice changes nothing. A client that rested is served in the next turn.
    void request(FrameClient *client);
    void remove(FrameClient *client);
    bool isPending(const FrameClient *client) const;

private:
    using Clock = std::chrono::steady_clock;

    struct Entry
    {
        FrameClient *client = nullptr;
        bool pending = false;
        Clock::time_point due;
    };

    void turn();
    void schedule();
    Entry *find(const FrameClient *client);

    QList<Entry> m_entries;
    QTimer m_timer;
};

} // namespace ui
