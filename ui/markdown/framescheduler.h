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
/// event loop. Each gets up to 50 frames a second, fewer when frames are dear. Main thread; outlives its
/// clients.
class FrameScheduler : public QObject
{
    Q_OBJECT

public:
    /// Between two frames of one client. The slow end keeps a crowded window answering to keys and the mouse.
    static constexpr std::chrono::milliseconds kFastest{20};
    static constexpr std::chrono::milliseconds kSlowest{150};

    explicit FrameScheduler(QObject *parent = nullptr);

    /// Asks for one frame; asking twice changes nothing. A client that has rested is served in the next turn.
    void request(FrameClient *client);
    /// Withdraws the request and forgets the client.
    void remove(FrameClient *client);
    bool isPending(const FrameClient *client) const;

private:
    using Clock = std::chrono::steady_clock;

    struct Entry
    {
        FrameClient *client = nullptr;
        bool pending = false;
        Clock::time_point due;
        Clock::duration cost{0}; ///< of its last frame
    };

    void turn();
    void schedule();
    Clock::duration interval() const;
    qsizetype indexOf(const FrameClient *client) const;

    QList<Entry> m_entries;
    QTimer m_timer;
};

} // namespace ui
