#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;

namespace ui {

/// A few choices side by side of which one holds, such as Columns | Grid | Tabs. One tab stop; arrow keys,
/// Home and End choose.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const Theme &theme, QWidget *parent = nullptr);

    int addSegment(const QString &text, const QString &toolTip = {});
    /// For a figure in it that changes.
    void setSegmentText(int index, const QString &text);
    int count() const { return static_cast<int>(m_buttons.size()); }
    int current() const { return m_current; }
    /// Without effect for an index that is not there; says `currentChanged` when it changes.
    void setCurrent(int index);

signals:
    void currentChanged(int index);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<QAbstractButton *> m_buttons;
    int m_current = -1;
};

} // namespace ui
