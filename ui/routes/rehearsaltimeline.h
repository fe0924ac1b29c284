#pragma once

#include "core/insight/rehearsal.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A rehearsed call drawn over time: a row a target, its attempts as bars, waits hatched, the first token,
/// the moment after which nobody takes over any more, and the end. RehearsalPanel says the same in words.
class RehearsalTimeline : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 34;

    explicit RehearsalTimeline(const Theme &theme, QWidget *parent = nullptr);

    void setRehearsal(const core::Decision &plan, const core::Rehearsal &rehearsal);
    /// The attempt that is named in the list; -1: none.
    void setCurrent(qsizetype attempt);
    /// What the bar of an attempt says.
    static QString labelOf(const core::RehearsedAttempt &attempt);
    /// When the answer was taken for good; unset: it was not.
    static std::optional<double> commitOf(const core::RehearsedAttempt &attempt,
                                          const core::CallLimits &limits);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void attemptPressed(qsizetype attempt);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    double xOf(double ms) const;
    QRectF barOf(const core::RehearsedAttempt &attempt) const;
    qsizetype attemptAt(const QPointF &place) const;
    void paintAxis(QPainter &painter) const;
    void paintWait(QPainter &painter, const core::RehearsedAttempt &attempt) const;
    void paintAttempt(QPainter &painter, qsizetype at) const;
    void paintEnd(QPainter &painter) const;

    const Theme &m_theme;
    core::Rehearsal m_rehearsal;
    core::CallLimits m_limits;
    qsizetype m_rows = 0;
    qsizetype m_current = -1;
};

} // namespace ui
