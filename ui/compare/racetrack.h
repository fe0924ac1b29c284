#pragma once

#include "core/compare/raceclock.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The bars of a run over one axis of time: what each lane did and how long. The segment under the mouse, or
/// the one the arrow keys went to, is said in words by `described`.
class RaceTrack : public QWidget
{
    Q_OBJECT

public:
    explicit RaceTrack(const Theme &theme, QWidget *parent = nullptr);

    void setLanes(const QList<core::RaceLane> &lanes);
    const QList<core::RaceLane> &lanes() const { return m_lanes; }
    /// What is said about the segment in question; empty when there is none.
    QString description() const { return m_description; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static QString phaseName(core::RacePhase phase);
    /// Draws a piece of a bar as the phase looks.
    static void drawPhase(QPainter &painter, const QRectF &rect, core::RacePhase phase, const Theme &theme);

signals:
    void described(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Place
    {
        qsizetype lane = -1;
        qsizetype segment = -1;

        bool operator==(const Place &) const = default;
    };

    QRectF chartRect() const;
    QRectF rowRect(qsizetype lane) const;
    QRectF segmentRect(const Place &place) const;
    double xOf(double ms) const;
    bool exists(const Place &place) const;
    Place placeAt(const QPointF &position) const;
    void setCursorPlace(const Place &place);
    void describe();
    QString textOf(const Place &place) const;
    void drawAxis(QPainter &painter) const;
    void drawRow(QPainter &painter, qsizetype lane) const;
    int rowHeight() const;
    int labelWidth() const;

    const Theme &m_theme;
    QList<core::RaceLane> m_lanes;
    double m_endMs = 1.0;
    Place m_hovered;
    Place m_cursor;
    QString m_description;
};

} // namespace ui
