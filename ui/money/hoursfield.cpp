#include "ui/money/hoursfield.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimeEdit>

namespace ui {

HoursField::HoursField(QWidget *parent)
    : QWidget(parent), m_start(new QTimeEdit(this)), m_end(new QTimeEdit(this))
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        auto *const box = new QCheckBox(QLocale().standaloneDayName(day, QLocale::ShortFormat), this);
        box->setObjectName(QStringLiteral("priceForm.day%1").arg(day));
        box->setAccessibleName(QLocale().standaloneDayName(day));
        connect(box, &QCheckBox::toggled, this, &HoursField::edited);
        m_days.append(box);
        row->addWidget(box);
    }
    m_start->setObjectName(QStringLiteral("priceForm.start"));
    m_start->setAccessibleName(tr("Begins at, UTC"));
    m_end->setObjectName(QStringLiteral("priceForm.end"));
    m_end->setAccessibleName(tr("Ends at, UTC; 00:00 is the end of the day"));
    for (QTimeEdit *time : {m_start, m_end}) {
        time->setDisplayFormat(QStringLiteral("HH:mm"));
        row->addWidget(time);
        connect(time, &QTimeEdit::timeChanged, this, &HoursField::edited);
    }
    row->addStretch(1);
    // They are asked for in another order than they were made in.
    setTabOrder(m_days.constLast(), m_start);
    setTabOrder(m_start, m_end);
}

void HoursField::setWindows(const QList<core::PeakWindow> &windows)
{
    const core::PeakWindow shown = windows.value(0, {{}, QTime(0, 0), QTime(0, 0)});
    m_further = windows.mid(1);
    for (qsizetype at = 0; at < m_days.size(); ++at)
        m_days.at(at)->setChecked(shown.weekdays.contains(static_cast<int>(at) + Qt::Monday));
    m_start->setTime(shown.start);
    m_end->setTime(shown.end);
}

QList<core::PeakWindow> HoursField::windows() const
{
    core::PeakWindow shown;
    for (qsizetype at = 0; at < m_days.size(); ++at) {
        if (m_days.at(at)->isChecked())
            shown.weekdays.append(static_cast<int>(at) + Qt::Monday);
    }
    shown.start = m_start->time();
    shown.end = m_end->time();
    if (shown.weekdays.isEmpty())
        return m_further;
    return QList<core::PeakWindow>{shown} + m_further;
}

} // namespace ui
