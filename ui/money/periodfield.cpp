#include "ui/money/periodfield.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QTimeZone>

namespace ui {

namespace {

constexpr int kLongestMonth = 31;

QStringList zoneNames()
{
    QStringList names;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids)
        names.append(QString::fromLatin1(id));
    return names;
}

} // namespace

PeriodField::PeriodField(QWidget *parent)
    : QWidget(parent)
    , m_cycle(new QComboBox(this))
    , m_weekday(new QComboBox(this))
    , m_day(new QSpinBox(this))
    , m_zone(new QLineEdit(this))
{
    m_cycle->setObjectName(QStringLiteral("budgetForm.period"));
    m_cycle->setAccessibleName(tr("Period of the budget"));
    m_cycle->addItem(tr("a day"), static_cast<int>(core::BudgetCycle::Day));
    m_cycle->addItem(tr("a week"), static_cast<int>(core::BudgetCycle::Week));
    m_cycle->addItem(tr("a month"), static_cast<int>(core::BudgetCycle::Month));
    makeDays();
    makeZone();
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_cycle);
    row->addWidget(m_weekday);
    row->addWidget(m_day);
    row->addWidget(m_zone, 1);
    connect(m_cycle, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        emit edited();
    });
    follow();
}

void PeriodField::makeDays()
{
    m_weekday->setObjectName(QStringLiteral("budgetForm.weekday"));
    m_weekday->setAccessibleName(tr("Day on which the week begins"));
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_weekday->addItem(tr("from %1", "a day of the week").arg(QLocale().standaloneDayName(day)), day);
    m_day->setObjectName(QStringLiteral("budgetForm.day"));
    m_day->setAccessibleName(tr("Day on which the month begins"));
    m_day->setRange(1, kLongestMonth);
    m_day->setPrefix(tr("from day "));
    connect(m_weekday, &QComboBox::currentIndexChanged, this, &PeriodField::edited);
    connect(m_day, &QSpinBox::valueChanged, this, &PeriodField::edited);
}

void PeriodField::makeZone()
{
    m_zone->setObjectName(QStringLiteral("budgetForm.zone"));
    m_zone->setAccessibleName(tr("Time zone of its days"));
    auto *const completer = new QCompleter(zoneNames(), m_zone);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_zone->setCompleter(completer);
    connect(m_zone, &QLineEdit::textChanged, this, &PeriodField::edited);
}

core::BudgetCycle PeriodField::cycle() const
{
    return static_cast<core::BudgetCycle>(m_cycle->currentData().toInt());
}

void PeriodField::follow()
{
    m_weekday->setVisible(cycle() == core::BudgetCycle::Week);
    m_day->setVisible(cycle() == core::BudgetCycle::Month);
}

void PeriodField::setPeriod(const core::BudgetPeriod &period)
{
    m_cycle->setCurrentIndex(m_cycle->findData(static_cast<int>(period.cycle)));
    m_weekday->setCurrentIndex(period.cycle == core::BudgetCycle::Week ? m_weekday->findData(period.startDay)
                                                                       : 0);
    m_day->setValue(period.cycle == core::BudgetCycle::Month ? period.startDay : 1);
    m_zone->setText(period.zone);
}

core::BudgetPeriod PeriodField::period() const
{
    core::BudgetPeriod period;
    period.cycle = cycle();
    if (period.cycle == core::BudgetCycle::Week)
        period.startDay = m_weekday->currentData().toInt();
    else if (period.cycle == core::BudgetCycle::Month)
        period.startDay = m_day->value();
    period.zone = m_zone->text().trimmed();
    return period;
}

QString PeriodField::fault() const
{
    const QString zone = m_zone->text().trimmed();
    return QTimeZone::isTimeZoneIdAvailable(zone.toUtf8())
        ? QString()
        : tr("“%1” is no time zone such as Europe/Berlin.").arg(zone);
}

} // namespace ui
