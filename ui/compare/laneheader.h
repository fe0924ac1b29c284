#pragma once

#include "ui/compare/lanebadges.h"
#include "ui/compare/lanepresenter.h"
#include "ui/widgets/surface.h"

namespace ui {

class ElidedLabel;
class FlatButton;
class Meter;
class ModelColours;
class Pill;

/// The fixed head of a lane, two lines: who answers and how it stands; how fast it was. A double click asks
/// to maximise, as its button does.
class LaneHeader : public Surface
{
    Q_OBJECT

public:
    LaneHeader(const Theme &theme, ModelColours &colours, QWidget *parent = nullptr);

    void setTexts(const LaneTexts &texts, bool idle);
    /// The one about speed is shown here.
    void setBadges(const QList<LaneBadge> &badges);
    void setMaximised(bool maximised);
    /// Says that the others are compared with this lane.
    void setBase(bool base);
    /// In a window of its own, where the button puts it back.
    void setTornOff(bool tornOff);
    /// Marks the lane that the keyboard acts on.
    void setCurrent(bool current);
    /// Whether there is a request to look at.
    void setInspectable(bool inspectable);

    /// Without what gives way in a narrow lane.
    QSize minimumSizeHint() const override;

signals:
    void maximiseRequested();
    void inspectRequested();
    void pressed(bool withControl);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fit();
    void describeButton();

    ModelColours &m_colours;
    QString m_modelId;
    bool m_current = false;
    bool m_timed = false;
    bool m_maximised = false;
    bool m_tornOff = false;
    ElidedLabel *const m_model;
    ElidedLabel *const m_account;
    Pill *const m_base;
    Pill *const m_state;
    Meter *const m_first;
    Meter *const m_rate;
    ElidedLabel *const m_quiet;
    Pill *const m_badge;
    FlatButton *const m_inspect;
    FlatButton *const m_maximise;
};

/// Shows the badge about `about` in `pill`, or hides the pill.
void showBadge(Pill &pill, const QList<LaneBadge> &badges, LaneBadge::About about);

} // namespace ui
