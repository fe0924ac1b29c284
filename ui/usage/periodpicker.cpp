#include "ui/usage/periodpicker.h"

#include "core/base/clock.h"
#include "core/models/explorewords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QAbstractButton>
#include <QAction>
#include <QDateEdit>
#include <QDateTime>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>

using core::PeriodKind;

namespace ui {

PeriodPicker::PeriodPicker(const Theme &theme, const core::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_zone(QTimeZone::systemTimeZone())
    , m_choice(new FlatButton(theme, QString(), FlatButton::Look::Outlined, this))
    , m_earlier(new FlatButton(theme, Icon::ChevronLeft, tr("Earlier period ([)"), this))
    , m_later(new FlatButton(theme, Icon::ChevronRight, tr("Later period (])"), this))
    , m_days(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
{
    m_choice->setObjectName(QStringLiteral("usage.period"));
    m_earlier->setObjectName(QStringLiteral("usage.earlier"));
    m_later->setObjectName(QStringLiteral("usage.later"));
    m_days->setObjectName(QStringLiteral("usage.days"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_earlier),
                          static_cast<QWidget *>(m_later)})
        row->addWidget(part);
    row->addWidget(m_days, 1);
    m_days->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(m_earlier, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { step(1); });
    addMenu();
    m_period = core::periodOf(PeriodKind::Last30Days, today());
    showPeriod();
}

void PeriodPicker::addMenu()
{
    auto *const menu = new QMenu(m_choice);
    for (const PeriodKind kind :
         {PeriodKind::Today, PeriodKind::ThisWeek, PeriodKind::ThisMonth, PeriodKind::PreviousMonth,
          PeriodKind::Last7Days, PeriodKind::Last30Days, PeriodKind::Last90Days, PeriodKind::All}) {
        if (kind == PeriodKind::Last7Days || kind == PeriodKind::All)
            menu->addSeparator();
        menu->addAction(kindName(kind), this, [this, kind] { setPeriod(core::periodOf(kind, today())); });
    }
    menu->addSeparator();
    menu->addAction(tr("From … to …"), this, &PeriodPicker::chooseDays);
    m_choice->setMenu(menu);
}

QString PeriodPicker::kindName(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::Today:
        return tr("Today");
    case PeriodKind::Last7Days:
        return tr("Last 7 days");
    case PeriodKind::Last30Days:
        return tr("Last 30 days");
    case PeriodKind::Last90Days:
        return tr("Last 90 days");
    case PeriodKind::ThisWeek:
        return tr("This week");
    case PeriodKind::ThisMonth:
        return tr("Month to date");
    case PeriodKind::PreviousMonth:
        return tr("Previous month");
    case PeriodKind::All:
        return tr("All time");
    case PeriodKind::Moments:
        return tr("Chosen hours");
    case PeriodKind::Custom:
        break;
    }
    return tr("Chosen days");
}

QDate PeriodPicker::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.utcMs(), m_zone).date();
}

void PeriodPicker::setZone(const QTimeZone &zone)
{
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    showPeriod();
}

core::ReportPeriod PeriodPicker::period() const
{
    const bool fixed = m_period.kind == PeriodKind::Custom || m_period.kind == PeriodKind::Moments;
    return fixed ? m_period : core::periodOf(m_period.kind, today());
}

core::TimeRange PeriodPicker::range() const
{
    return core::timeRange(period(), m_zone);
}

void PeriodPicker::setAllTime(const core::TimeRange &range)
{
    m_allTime = range;
    showPeriod();
}

void PeriodPicker::setPeriod(const core::ReportPeriod &period)
{
    m_period = period;
    showPeriod();
    emit periodChanged();
}

void PeriodPicker::step(int by)
{
    const QAbstractButton *const button = by < 0 ? m_earlier : m_later;
    if (button->isEnabled())
        setPeriod(core::shiftedPeriod(period(), by, today()));
}

void PeriodPicker::chooseDays()
{
    if (!m_dialog) {
        m_dialog = new QDialog(this);
        m_dialog->setObjectName(QStringLiteral("usage.chooseDays"));
        m_dialog->setWindowTitle(tr("Choose days"));
        m_from = new QDateEdit(m_dialog);
        m_from->setObjectName(QStringLiteral("usage.from"));
        m_to = new QDateEdit(m_dialog);
        m_to->setObjectName(QStringLiteral("usage.to"));
        for (QDateEdit *edit : {m_from, m_to}) {
            edit->setCalendarPopup(true);
            edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
        }
        auto *const form = new QFormLayout(m_dialog);
        form->addRow(tr("&From"), m_from);
        form->addRow(tr("&To"), m_to);
        auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, m_dialog);
        connect(buttons, &QDialogButtonBox::accepted, m_dialog, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, m_dialog, &QDialog::reject);
        connect(m_dialog, &QDialog::accepted, this, &PeriodPicker::applyDays);
        form->addRow(buttons);
    }
    const core::ReportPeriod now = period();
    m_from->setDate(now.first.isValid() ? now.first : today());
    m_to->setDate(now.last.isValid() ? std::min(now.last, today()) : today());
    m_dialog->open();
}

void PeriodPicker::applyDays()
{
    setPeriod(core::customPeriod(m_from->date(), m_to->date()));
}

QString PeriodPicker::momentsText(const core::ReportPeriod &period) const
{
    const auto local = [this](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, m_zone); };
    const auto words = [this](const QDateTime &moment) {
        return tr("%1, %2", "day, time of day")
            .arg(core::ExploreWords::days(moment.date(), moment.date(), today()),
                 QLocale().toString(moment.time(), QStringLiteral("HH:mm")));
    };
    const QDateTime from = local(period.sinceMs);
    const QDateTime to = local(period.untilMs);
    const QString end =
        from.date() == to.date() ? QLocale().toString(to.time(), QStringLiteral("HH:mm")) : words(to);
    return tr("%1 – %2", "from a moment to a moment").arg(words(from), end);
}

/// Empty while the days are not known.
QString PeriodPicker::daysText(const core::ReportPeriod &period) const
{
    if (period.kind == PeriodKind::Moments)
        return momentsText(period);
    if (period.kind != PeriodKind::All)
        return core::ExploreWords::days(period.first, std::max(period.first, std::min(period.last, today())),
                                        today());
    if (!m_allTime.sinceMs || !m_allTime.untilMs)
        return {};
    const auto day = [this](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, m_zone).date(); };
    return core::ExploreWords::days(day(*m_allTime.sinceMs), day(*m_allTime.untilMs - 1), today());
}

void PeriodPicker::showPeriod()
{
    const core::ReportPeriod now = period();
    m_choice->setText(kindName(now.kind));
    const core::TimeRange range = core::timeRange(now, m_zone);
    m_earlier->setEnabled(range.sinceMs.has_value());
    m_later->setEnabled(range.untilMs && *range.untilMs <= m_clock.utcMs());
    const QString zone = QString::fromUtf8(m_zone.id());
    const QString days = daysText(now);
    m_days->setFullText(days.isEmpty() ? zone : tr("%1, %2", "days, time zone").arg(days, zone));
}

} // namespace ui
