#pragma once

#include <QTabBar>

namespace ui {

class LanePlace;
class Theme;

/// One tab for each place: who answers, how it stands, when the first token came. Owned by LaneStrip.
class LaneTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit LaneTabs(const Theme &theme, QWidget *parent = nullptr);

    void setPlaces(const QList<LanePlace *> &places, const LanePlace *front);
    /// What is known of the place's lane has changed.
    void describe(const LanePlace *place);

signals:
    void chosen(ui::LanePlace *place);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<LanePlace *> m_places;
};

} // namespace ui
