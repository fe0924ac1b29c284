#pragma once

#include "tests/bench/benchapplication.h"
#include "ui/markdown/markdownview.h"

namespace bench {

/// When how much of each lane's answer was on the screen: what was rendered, then drawn, then handed to the
/// display with the rest of the window.
class ShownWatch : public BenchApplication::Observer
{
public:
    ShownWatch(QWidget *window, const QList<ui::MarkdownView *> &answers) : m_window(window)
    {
        for (ui::MarkdownView *const answer : answers) {
            m_lanes.push_back({answer, answer->viewport(), 0, 0, {}});
            m_connections.push_back(
                QObject::connect(answer, &ui::MarkdownView::rendered, answer,
                                 [this, index = m_lanes.size() - 1] { noteRendered(index); }));
        }
    }
    ~ShownWatch() override
    {
        for (const QMetaObject::Connection &connection : m_connections)
            QObject::disconnect(connection);
    }

    /// How long after it was sent each token of a lane was on the screen, in ms. `ends` has the length of the
    /// answer with each token, `sent` its time in ns of the steady clock.
    std::vector<double> waits(std::size_t lane, const std::vector<qsizetype> &ends,
                              const std::vector<qint64> &sent) const
    {
        std::vector<double> result;
        const std::vector<Shown> &shown = m_lanes.at(lane).shown;
        auto at = shown.begin();
        for (std::size_t token = 0; token < std::min(ends.size(), sent.size()); ++token) {
            while (at != shown.end() && at->length < ends[token])
                ++at;
            if (at == shown.end()) // the rest changed nothing that can be seen, such as an empty line
                break;
            result.push_back(double(at->time.time_since_epoch() / std::chrono::nanoseconds(1) - sent[token])
                             / 1e6);
        }
        return result;
    }

    void aboutToDeliver(QObject *receiver, QEvent::Type type) override
    {
        if (type != QEvent::Paint)
            return;
        for (Lane &lane : m_lanes) {
            if (lane.viewport == receiver)
                lane.drawn = lane.rendered;
        }
    }
    void delivered(QObject *receiver, QEvent::Type type) override
    {
        if (type != QEvent::UpdateRequest || receiver != m_window)
            return;
        const Clock::time_point now = Clock::now();
        for (Lane &lane : m_lanes) {
            if (lane.shown.empty() || lane.shown.back().length < lane.drawn)
                lane.shown.push_back({lane.drawn, now});
        }
    }

private:
    struct Shown
    {
        qsizetype length;
        Clock::time_point time;
    };
    struct Lane
    {
        ui::MarkdownView *answer;
        QObject *viewport;
        qsizetype rendered;
        qsizetype drawn;
        std::vector<Shown> shown;
    };

    void noteRendered(std::size_t index)
    {
        Lane &lane = m_lanes.at(index);
        lane.rendered = lane.answer->markdown().size();
    }

    QWidget *const m_window;
    std::vector<Lane> m_lanes;
    std::vector<QMetaObject::Connection> m_connections;
};

} // namespace bench
