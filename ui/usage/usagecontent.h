#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QSplitter;

namespace core {
class Settings;
}

namespace ui {

/// Arranges what the usage page shows below its bar: the key figures, the chart above the tables with a
/// border that can be moved and is remembered, and the details of a request beside all that, or above it
/// where the window is too narrow for both. Takes the parts.
class UsageContent : public QWidget
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *figures = nullptr;
        QWidget *chart = nullptr;
        /// In place of the chart.
        QWidget *empty = nullptr;
        QWidget *tables = nullptr;
        QWidget *details = nullptr;
    };

    UsageContent(const Theme &theme, core::Settings &settings, const Parts &parts, QWidget *parent);

    /// While requests are read, the bars are only there to choose others: they get a little less room, unless
    /// the user moved the border.
    void setReading(bool reading);
    void setDetailsShown(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMain();
    void share();
    void placeDetails();

    const Theme &m_theme;
    core::Settings &m_settings;
    const Parts m_parts;
    QHBoxLayout *m_row = nullptr;
    QSplitter *m_border = nullptr;
    bool m_reading = false;
    bool m_beside = false;
};

} // namespace ui
