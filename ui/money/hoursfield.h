#pragma once

#include "core/catalog/priceentry.h"

#include <QWidget>

class QCheckBox;
class QTimeEdit;

namespace ui {

/// The hours of a week, in UTC, in which a price holds; no day chosen is all week. Owned by PriceForm.
class HoursField : public QWidget
{
    Q_OBJECT

public:
    explicit HoursField(QWidget *parent = nullptr);

    /// Shows the first; further ones stay as they are.
    void setWindows(const QList<core::PeakWindow> &windows);
    QList<core::PeakWindow> windows() const;
    int further() const { return static_cast<int>(m_further.size()); }

signals:
    void edited();

private:
    QList<QCheckBox *> m_days;
    QTimeEdit *const m_start;
    QTimeEdit *const m_end;
    QList<core::PeakWindow> m_further;
};

} // namespace ui
