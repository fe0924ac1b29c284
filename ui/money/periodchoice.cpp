#include "ui/money/periodchoice.h"

#include "core/base/clock.h"
#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QDateTime>
#include <QSignalBlocker>

namespace ui {

namespace {

/// The item that stands for a range from outside.
constexpr int kOwnRange = -1;

} // namespace

PeriodChoice::PeriodChoice(const core::Settings &settings, const core::Clock &clock, QWidget *parent)
    : QComboBox(parent), m_settings(settings), m_clock(clock)
{
    setAccessibleName(tr("Period"));
    const auto add = [this](const QString &text, core::PeriodKind kind) {
        addItem(text, static_cast<int>(kind));
    };
    add(tr("All time"), core::PeriodKind::All);
    add(tr("This month"), core::PeriodKind::ThisMonth);
    add(tr("Previous month"), core::PeriodKind::PreviousMonth);
    add(tr("Last 7 days"), core::PeriodKind::Last7Days);
    add(tr("Last 30 days"), core::PeriodKind::Last30Days);
    connect(this, &QComboBox::currentIndexChanged, this, &PeriodChoice::rangeChanged);
}

QTimeZone PeriodChoice::zone() const
{
    const QString name = m_settings.get(core::settings::kReportingZone);
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

core::TimeRange PeriodChoice::range() const
{
    const int kind = currentData().toInt();
    if (kind == kOwnRange)
        return m_own;
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), zone()).date();
    return core::timeRange(core::periodOf(static_cast<core::PeriodKind>(kind), today), zone());
}

void PeriodChoice::setRange(const core::TimeRange &range)
{
    {
        const QSignalBlocker quiet(this);
        if (const int old = findData(kOwnRange); old >= 0)
            removeItem(old);
        m_own = range;
        setCurrentIndex(0);
        if (range.sinceMs || range.untilMs) {
            const auto day = [this](qint64 ms) {
                return locale().toString(QDateTime::fromMSecsSinceEpoch(ms, zone()).date(),
                                         QLocale::ShortFormat);
            };
            const QString first = range.sinceMs ? day(*range.sinceMs) : tr("the beginning");
            const QString last = range.untilMs ? day(*range.untilMs - 1) : tr("today");
            addItem(tr("%1 to %2", "days").arg(first, last), kOwnRange);
            setCurrentIndex(count() - 1);
        }
    }
    emit rangeChanged();
}

} // namespace ui
