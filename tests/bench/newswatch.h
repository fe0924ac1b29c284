#pragma once

#include "tests/bench/benchapplication.h"

#include <functional>
#include <optional>

namespace bench {

/// When a window's widgets first showed something new: drawn while it was there, then handed to the display
/// with the rest of the window.
class NewsWatch : public BenchApplication::Observer
{
public:
    explicit NewsWatch(QWidget *window) : m_window(window) { }

    /// `isNew` is asked each time that the widget is about to be drawn. The index of the new part.
    std::size_t add(const QWidget *widget, std::function<bool()> isNew)
    {
        m_parts.push_back({widget, std::move(isNew), false, {}});
        return m_parts.size() - 1;
    }

    void forget()
    {
        for (Part &part : m_parts) {
            part.drawn = false;
            part.shown.reset();
        }
    }

    bool hasShown(std::size_t part) const { return m_parts.at(part).shown.has_value(); }
    /// Unset until it was shown.
    std::optional<Clock::time_point> shown(std::size_t part) const { return m_parts.at(part).shown; }

    void aboutToDeliver(QObject *receiver, QEvent::Type type) override
    {
        if (type != QEvent::Paint)
            return;
        for (Part &part : m_parts) {
            if (receiver == part.widget && !part.shown)
                part.drawn = part.drawn || part.isNew();
        }
    }
    void delivered(QObject *receiver, QEvent::Type type) override
    {
        const bool flushed =
            (type == QEvent::UpdateRequest && receiver == m_window) || type == QEvent::Expose;
        if (!flushed)
            return;
        const Clock::time_point now = Clock::now();
        for (Part &part : m_parts) {
            if (part.drawn && !part.shown)
                part.shown = now;
        }
    }

private:
    struct Part
    {
        const QWidget *widget;
        std::function<bool()> isNew;
        bool drawn;
        std::optional<Clock::time_point> shown;
    };

    QWidget *const m_window;
    std::vector<Part> m_parts;
};

} // namespace bench
