#include "tests/bench/benchapplication.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/trackcanvas.h"

#include <QJsonDocument>
#include <QScrollBar>
#include <QWheelEvent>

#include <cstdio>

// The canvas of Routes with 60 rules in a window of 1280x800: scrolling and zooming at 100 % and at fit. A
// frame is what the wheel's event takes and what drawing takes after it. Prints JSON; needs a display (Xvfb
// will do).
//
//     bench_routes [--rules 60] [--frames 300] [--width 1280] [--height 800]

using namespace bench;
using namespace std::chrono_literals;

namespace {

int option(const QStringList &arguments, const QString &name, int fallback)
{
    const qsizetype index = arguments.indexOf(name);
    return index >= 0 && index + 1 < arguments.size() ? arguments.at(index + 1).toInt() : fallback;
}

/// Many rules of several shapes, some off, some with what is wrong with them.
core::RuleSet manyRules(int count)
{
    core::RuleSet rules = RoutesFixture::threeBuckets();
    rules.name = QStringLiteral("many rules");
    const QList<core::Rule> kinds = rules.rules;
    rules.rules.clear();
    for (int number = 0; number < count; ++number) {
        core::Rule rule = kinds.at(number % kinds.size());
        rule.name = QStringLiteral("%1 of department %2").arg(rule.name).arg(number);
        rule.when = core::allOf({RoutesFixture::taskIs({QStringLiteral("task-%1").arg(number)}), rule.when});
        rule.on = number % 11 != 10;
        if (number % 7 == 6)
            rule.chain.targets.append(RoutesFixture::target(QStringLiteral("unknown/model-%1").arg(number)));
        if (number % 5 == 4)
            rule.chain.fallbacks.append({RoutesFixture::target(QStringLiteral("demo/scholar"))});
        rules.rules.append(rule);
    }
    return rules;
}

core::Decision decisionAt(const core::RuleSet &rules, qsizetype place)
{
    core::Decision decision;
    decision.place = place;
    decision.rule = rules.rules.at(place).name;
    for (qsizetype rule = 0; rule <= place; ++rule)
        decision.trace.append({rules.rules.at(rule).name,
                               rule == place ? core::RuleVerdict::Matched : core::RuleVerdict::NotMatched,
                               QStringLiteral("the task is another one")});
    decision.targets.append({.name = rules.rules.at(place).chain.targets.constFirst().name});
    return decision;
}

/// Turns the wheel again and again and notes what each turn and the drawing after it take.
class Frames : public BenchApplication::Observer
{
public:
    Frames(BenchApplication &application, QWidget &window, ui::TrackCanvas &canvas)
        : m_application(application), m_window(window), m_canvas(canvas)
    {
        m_application.setObserver(this);
    }
    ~Frames() override { m_application.setObserver(nullptr); }

    /// `turn` gives the angle of each step. The report has milliseconds.
    QJsonObject measure(int frames, Qt::KeyboardModifiers held, const std::function<int(int)> &turn)
    {
        std::vector<double> times;
        StallProbe probe;
        probe.start();
        for (int frame = 0; frame < frames; ++frame) {
            m_drawing = {};
            m_drawn = 0;
            const Clock::time_point begin = Clock::now();
            const int angle = turn(frame);
            const QPoint at = m_canvas.viewport()->rect().center();
            QWheelEvent event(at, m_canvas.viewport()->mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton,
                              held, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_canvas.viewport(), &event);
            const Clock::duration handling = Clock::now() - begin;
            runFor(8ms);
            if (m_drawn > 0)
                times.push_back(milliseconds(handling + m_drawing));
        }
        probe.stop();
        return {{QStringLiteral("frames"), static_cast<int>(times.size())},
                {QStringLiteral("p50_ms"), rounded(percentile(times, 0.5))},
                {QStringLiteral("p99_ms"), rounded(percentile(times, 0.99))},
                {QStringLiteral("max_ms"), rounded(percentile(times, 1))},
                {QStringLiteral("stall_p99_ms"), rounded(percentile(probe.waits, 0.99))},
                {QStringLiteral("stall_max_ms"), rounded(percentile(probe.waits, 1))}};
    }

    void aboutToDeliver(QObject *receiver, QEvent::Type type) override
    {
        if (receiver == &m_window && type == QEvent::UpdateRequest)
            m_begin = Clock::now();
    }
    void delivered(QObject *receiver, QEvent::Type type) override
    {
        if (receiver != &m_window || type != QEvent::UpdateRequest)
            return;
        m_drawing += Clock::now() - m_begin;
        ++m_drawn;
    }

private:
    BenchApplication &m_application;
    QWidget &m_window;
    ui::TrackCanvas &m_canvas;
    Clock::time_point m_begin = {};
    Clock::duration m_drawing = {};
    int m_drawn = 0;
};

/// Down to the end, then up again, and so on.
std::function<int(int)> upAndDown(const ui::TrackCanvas &canvas, int angle)
{
    return [&canvas, angle, down = true](int) mutable {
        const QScrollBar *const bar = canvas.verticalScrollBar();
        if (down && bar->value() >= bar->maximum())
            down = false;
        else if (!down && bar->value() <= bar->minimum())
            down = true;
        return down ? -angle : angle;
    };
}

/// So many steps in, then as many out, and so on.
std::function<int(int)> inAndOut(int steps)
{
    return [steps](int frame) { return frame % (2 * steps) < steps ? 120 : -120; };
}

QJsonObject runFrames(Frames &frames, ui::TrackCanvas &canvas, int count)
{
    QJsonObject report;
    canvas.setZoomFactor(1.0);
    runFor(200ms);
    report.insert(QStringLiteral("scroll_at_100"),
                  frames.measure(count, Qt::NoModifier, upAndDown(canvas, 40)));
    report.insert(QStringLiteral("scroll_fast_at_100"),
                  frames.measure(count, Qt::NoModifier, upAndDown(canvas, 360)));
    canvas.verticalScrollBar()->setValue(canvas.verticalScrollBar()->maximum() / 2);
    report.insert(QStringLiteral("zoom_at_100"), frames.measure(count, Qt::ControlModifier, inAndOut(3)));
    report.insert(
        QStringLiteral("zoom_out_from_100"),
        frames.measure(count, Qt::ControlModifier, [](int frame) { return frame % 20 < 10 ? -120 : 120; }));
    canvas.zoomFit();
    runFor(200ms);
    report.insert(QStringLiteral("fit"), rounded(canvas.zoomFactor()));
    report.insert(QStringLiteral("zoom_at_fit"), frames.measure(count, Qt::ControlModifier, inAndOut(4)));
    canvas.zoomFit();
    canvas.zoomIn();
    runFor(200ms);
    report.insert(QStringLiteral("scroll_at_fit"),
                  frames.measure(count, Qt::NoModifier, upAndDown(canvas, 40)));
    return report;
}

} // namespace

int main(int argc, char **argv)
{
    BenchApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    const QStringList arguments = QApplication::arguments();
    const int rules = option(arguments, QStringLiteral("--rules"), 60);
    const QSize size(option(arguments, QStringLiteral("--width"), 1280),
                     option(arguments, QStringLiteral("--height"), 800));
    RoutesFixture fixture;
    fixture.saveDraft(manyRules(rules));
    ui::TrackCanvas &canvas = fixture.makePage().canvas();
    fixture.window().resize(size);
    runFor(1s);
    canvas.setPrompt({.tokens = 1412});
    canvas.setDecision(decisionAt(fixture.editor().rules(), rules / 2));
    runFor(500ms);
    QJsonObject report{{QStringLiteral("bench"), QStringLiteral("routes")},
                       {QStringLiteral("rules"), rules},
                       {QStringLiteral("canvas_width"), canvas.width()},
                       {QStringLiteral("canvas_height"), canvas.height()},
                       {QStringLiteral("load_before"), loadAverage()}};
    application.forgetEvents();
    Frames frames(application, fixture.window(), canvas);
    const QJsonObject measured =
        runFrames(frames, canvas, option(arguments, QStringLiteral("--frames"), 300));
    for (auto at = measured.constBegin(); at != measured.constEnd(); ++at)
        report.insert(at.key(), at.value());
    report.insert(QStringLiteral("slowest_events"), application.slowestEvents());
    report.insert(QStringLiteral("resident_mb"), rounded(residentMegabytes()));
    report.insert(QStringLiteral("load_after"), loadAverage());
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
