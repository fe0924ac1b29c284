#pragma once

#include "tests/bench/firstpaint.h"
#include "tests/bench/newswatch.h"
#include "tests/bench/programwindow.h"

#include "core/base/continuation.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"
#include "ui/usage/explorepane.h"
#include "ui/usage/usagepage.h"

#include <QAction>
#include <QLabel>

namespace bench {

/// As long as a bench waits for what takes less by far.
constexpr auto kPatience = std::chrono::minutes(5);

template <typename T>
T *child(const QWidget &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QLatin1StringView(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

/// The window with the page Usage as one who never chose anything finds it.
class UsageWindow : public ProgramWindow
{
public:
    explicit UsageWindow(std::unique_ptr<app::Services> opened)
        : ProgramWindow(unchosen(std::move(opened))), m_page(*widget()->findChild<ui::UsagePage *>())
    {
        widget()->resize(1440, 900);
    }

    ui::UsagePage &page() const { return m_page; }

    void goToUsage() const
    {
        const QList<QAction *> actions = widget()->actions();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_4))
                return action->trigger();
        }
        qFatal("no key leads to the page");
    }

    /// The page and its choices are not kept for the next start.
    void forgetChoices() const
    {
        for (const QLatin1StringView key : {core::settings::kUsageExplore.key,
                                            core::settings::kUsagePeriod.key, core::settings::kUsagePane.key,
                                            core::settings::kWhatIfTarget.key, core::settings::kLastPage.key})
            services().settings().reset(key);
    }

private:
    static std::unique_ptr<app::Services> unchosen(std::unique_ptr<app::Services> services)
    {
        core::Settings &settings = services->settings();
        settings.setForProcess(core::settings::kUsageExplore, {});
        settings.setForProcess(core::settings::kUsagePeriod, core::settings::kUsagePeriod.defaultValue);
        settings.setForProcess(core::settings::kUsagePane, {});
        settings.setForProcess(core::settings::kWhatIfTarget, {});
        return services;
    }

    ui::UsagePage &m_page;
};

/// What the page shows anew: its figures, its chart, or that there is nothing.
class PageWatch
{
public:
    PageWatch(BenchApplication &application, const UsageWindow &window)
        : m_application(application)
        , m_database(window.services().database())
        , m_pane(*window.page().findChild<ui::ExplorePane *>())
        , m_requests(child<QLabel>(*child<QWidget>(window.page(), "kpi.requests"), "value"))
        , m_news(window.widget())
        , m_chart(m_news.add(child<QWidget>(window.page(), "usage.chart"), [this] { return m_isRead; }))
        , m_instead(m_news.add(child<QWidget>(window.page(), "usage.nothing"), [this] { return m_isRead; }))
        , m_figures(m_news.add(m_requests, [this] { return m_requests->text() != m_figuresBefore; }))
        , m_nothing(m_news.add(child<QWidget>(window.page(), "usage.empty"), [] { return true; }))
    {
        QObject::connect(&m_pane, &ui::ExplorePane::shown, &m_context, [this] { noteRead(); });
        m_application.setObserver(&m_news);
    }
    ~PageWatch() { m_application.setObserver(nullptr); }

    /// From now on.
    void begin()
    {
        m_news.forget();
        m_isRead = false;
        m_answered.reset();
        m_figuresBefore = m_requests->text();
        m_gui = threadMicroseconds();
        m_start = Clock::now();
    }

    /// Milliseconds from begin() on to each of what was shown.
    QJsonObject awaitChart(bool figuresToo)
    {
        runUntil(
            [this, figuresToo] {
                return painted() && m_answered && (!figuresToo || m_news.hasShown(m_figures));
            },
            kPatience);
        QJsonObject times{{QStringLiteral("painted_ms"), since(*painted())},
                          {QStringLiteral("read_ms"), since(m_read)},
                          {QStringLiteral("all_answered_ms"), since(*m_answered)},
                          {QStringLiteral("gui_cpu_ms"), (threadMicroseconds() - m_gui) / 1000}};
        if (figuresToo)
            times.insert(QStringLiteral("figures_ms"), since(*m_news.shown(m_figures)));
        return times;
    }

    /// When figures were shown, or that there are none.
    double awaitFigures()
    {
        runUntil([this] { return m_news.hasShown(m_figures) || m_news.hasShown(m_nothing); }, kPatience);
        return since(m_news.shown(m_figures).value_or(m_news.shown(m_nothing).value_or(m_start)));
    }

private:
    /// The chart, or the sentence that there is nothing to draw.
    std::optional<Clock::time_point> painted() const
    {
        const auto chart = m_news.shown(m_chart);
        return chart ? chart : m_news.shown(m_instead);
    }
    double since(Clock::time_point time) const { return milliseconds(time - m_start); }

    void noteRead()
    {
        m_isRead = true;
        m_read = Clock::now();
        // Behind all that was asked by now.
        core::continued(m_database.read([](core::Connection &) { return core::Result<void>(); }), &m_context,
                        [this](const core::Result<void> &) { m_answered = Clock::now(); });
    }

    BenchApplication &m_application;
    core::Database &m_database;
    const ui::ExplorePane &m_pane;
    const QLabel *const m_requests;
    QObject m_context;
    NewsWatch m_news;
    const std::size_t m_chart;
    const std::size_t m_instead;
    const std::size_t m_figures;
    const std::size_t m_nothing;
    QString m_figuresBefore;
    bool m_isRead = false;
    double m_gui = 0;
    Clock::time_point m_start;
    Clock::time_point m_read;
    std::optional<Clock::time_point> m_answered;
};

} // namespace bench
