#include "ui/usage/usagescope.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"
#include "ui/usage/periodpicker.h"

using core::PeriodKind;

namespace ui {

UsageScope::UsageScope(core::Settings &settings, PeriodPicker &picker, QObject *parent)
    : QObject(parent), m_settings(settings), m_picker(picker)
{
    connect(&picker, &PeriodPicker::periodChanged, this, &UsageScope::takePeriod);
}

void UsageScope::restore()
{
    const std::optional<PeriodKind> kind =
        core::periodKindFromName(m_settings.get(core::settings::kUsagePeriod));
    if (kind && *kind != PeriodKind::Custom && *kind != PeriodKind::Moments)
        m_picker.setPeriod(core::periodOf(*kind, m_picker.today()));
}

void UsageScope::followZone()
{
    const QString zone = m_settings.get(core::settings::kReportingZone);
    m_picker.setZone(zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(zone.toUtf8()));
}

bool UsageScope::isSimulatedIncluded() const
{
    return m_settings.get(core::settings::kIncludeSimulated);
}

core::AttemptFilter UsageScope::attempts() const
{
    const core::TimeRange range = m_picker.range();
    return {.sinceMs = range.sinceMs,
            .untilMs = range.untilMs,
            .zone = m_picker.zone(),
            .includeSimulated = isSimulatedIncluded()};
}

void UsageScope::takePeriod()
{
    if (!m_zooming)
        m_zoomedFrom.clear();
    const PeriodKind kind = m_picker.period().kind;
    if (kind != PeriodKind::Custom && kind != PeriodKind::Moments)
        m_settings.set(core::settings::kUsagePeriod, core::periodKindName(kind));
    emit changed();
}

void UsageScope::zoomInto(const core::ReportPeriod &period)
{
    m_zoomedFrom.append(m_picker.period());
    m_zooming = true;
    m_picker.setPeriod(period);
    m_zooming = false;
}

void UsageScope::zoomOut()
{
    if (m_zoomedFrom.isEmpty())
        return;
    const core::ReportPeriod longer = m_zoomedFrom.takeLast();
    m_zooming = true;
    m_picker.setPeriod(longer);
    m_zooming = false;
}

} // namespace ui
