#include "ui/routes/rehearsaltimeline.h"

#include "core/base/formatting.h"
#include "ui/routes/routewords.h"
#include "ui/theme/paint.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr int kAxisHeight = 22;
constexpr int kTimelineMargin = 10;
constexpr int kAxisGap = 70;
/// As the answers of a rehearsal come.
constexpr double kMsPerToken = 40.0;

bool isAnswer(const core::RehearsedAttempt &attempt)
{
    return attempt.report.status == core::LaneStatus::Complete;
}

/// The next of 1, 2, 5, 10, ... that is not smaller.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (power * factor >= least)
            return power * factor;
    }
    return power * 10.0;
}

} // namespace

RehearsalTimeline::RehearsalTimeline(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QString RehearsalTimeline::labelOf(const core::RehearsedAttempt &attempt)
{
    if (isAnswer(attempt))
        return tr("answers");
    if (!attempt.report.error)
        return tr("ends");
    // No connection is what there was none of from the start.
    if (attempt.firstTokenMs && attempt.report.error->kind == core::ErrorKind::Network)
        return tr("breaks off");
    return RouteWords::errorKind(attempt.report.error->kind);
}

std::optional<double> RehearsalTimeline::commitOf(const core::RehearsedAttempt &attempt,
                                                  const core::CallLimits &limits)
{
    if (!attempt.firstTokenMs || !(attempt.report.committed || isAnswer(attempt)))
        return {};
    switch (limits.commit) {
    case core::Commit::FirstToken:
        return attempt.firstTokenMs;
    case core::Commit::Tokens:
        return std::min(attempt.endMs, *attempt.firstTokenMs + kMsPerToken * limits.commitTokens);
    case core::Commit::Complete:
        break;
    }
    return attempt.endMs;
}

void RehearsalTimeline::setRehearsal(const core::Decision &plan, const core::Rehearsal &rehearsal)
{
    m_rehearsal = rehearsal;
    m_limits = plan.limits;
    m_rows = plan.targets.size();
    m_current = -1;
    setAccessibleDescription(rehearsal.summary);
    updateGeometry();
    update();
}

void RehearsalTimeline::setCurrent(qsizetype attempt)
{
    m_current = attempt;
    update();
}

QSize RehearsalTimeline::sizeHint() const
{
    return {m_theme.px(480), static_cast<int>(m_rows) * m_theme.px(kRowHeight) + m_theme.px(kAxisHeight)};
}

QSize RehearsalTimeline::minimumSizeHint() const
{
    return {m_theme.px(200), sizeHint().height()};
}

double RehearsalTimeline::xOf(double ms) const
{
    const double margin = m_theme.px(kTimelineMargin);
    return margin + (width() - 2.0 * margin) * ms / std::max(1.0, m_rehearsal.totalMs);
}

QRectF RehearsalTimeline::barOf(const core::RehearsedAttempt &attempt) const
{
    const double row = m_theme.px(kRowHeight);
    const double left = xOf(attempt.startMs);
    return {left, static_cast<double>(attempt.target) * row + row * 0.18,
            std::max(3.0, xOf(attempt.endMs) - left), row * 0.64};
}

void RehearsalTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(0.92));
    const int row = m_theme.px(kRowHeight);
    painter.setPen(m_theme.colour(Theme::Token::Line));
    for (int at = 0; at <= static_cast<int>(m_rows); ++at)
        painter.drawLine(QPointF(0, at * row + 0.5), QPointF(width(), at * row + 0.5));
    paintAxis(painter);
    for (const core::RehearsedAttempt &attempt : std::as_const(m_rehearsal.attempts))
        paintWait(painter, attempt);
    for (qsizetype at = 0; at < m_rehearsal.attempts.size(); ++at)
        paintAttempt(painter, at);
    paintEnd(painter);
}

void RehearsalTimeline::paintAxis(QPainter &painter) const
{
    const double total = std::max(1.0, m_rehearsal.totalMs);
    const double most = std::max(1.0, static_cast<double>(width()) / m_theme.px(kAxisGap));
    const double step = roundStep(total / most);
    const double bottom = static_cast<double>(m_rows) * m_theme.px(kRowHeight);
    for (double ms = 0.0; ms <= total; ms += step) {
        painter.setPen(m_theme.colour(Theme::Token::Line));
        painter.drawLine(QPointF(xOf(ms), 0), QPointF(xOf(ms), bottom + m_theme.px(4)));
        painter.setPen(m_theme.colour(Theme::Token::Ink2));
        const QString text = tr("%1 s", "seconds").arg(locale().toString(ms / 1000.0, 'g', 3));
        const QRectF place(xOf(ms) + 3, bottom + m_theme.px(3), m_theme.px(kAxisGap), m_theme.px(16));
        painter.drawText(place, static_cast<int>(Qt::AlignLeft) | Qt::AlignVCenter, text);
    }
}

void RehearsalTimeline::paintWait(QPainter &painter, const core::RehearsedAttempt &attempt) const
{
    const double waited = static_cast<double>(attempt.next.wait.count());
    if (waited <= 0.0 || attempt.next.kind == core::NextStep::Kind::Stop)
        return;
    const double row = m_theme.px(kRowHeight);
    const bool other = attempt.next.kind == core::NextStep::Kind::NextTarget && attempt.next.target >= 0;
    const double at = static_cast<double>(other ? attempt.next.target : attempt.target);
    const QRectF place(xOf(attempt.endMs), at * row + row * 0.28,
                       xOf(attempt.endMs + waited) - xOf(attempt.endMs), row * 0.44);
    painter.fillRect(place, QBrush(m_theme.colour(Theme::Token::Ink3), Qt::BDiagPattern));
    painter.setPen(m_theme.colour(Theme::Token::Ink3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place);
    const QString text = tr("waits %1").arg(core::formatDuration(waited));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + m_theme.px(8);
    if (wide > place.width())
        return;
    const QRectF label(place.center().x() - wide / 2, place.top(), wide, place.height());
    painter.fillRect(label, m_theme.colour(Theme::Token::Panel));
    painter.setPen(m_theme.colour(Theme::Token::Ink2));
    painter.drawText(label, Qt::AlignCenter, text);
}

void RehearsalTimeline::paintAttempt(QPainter &painter, qsizetype at) const
{
    const core::RehearsedAttempt &attempt = m_rehearsal.attempts.at(at);
    const QRectF bar = barOf(attempt);
    const QColor line = m_theme.colour(isAnswer(attempt) ? Theme::Token::Good : Theme::Token::Bad);
    painter.setPen(QPen(line, at == m_current ? 2.5 : 1.0));
    painter.setBrush(m_theme.colour(Theme::Token::Panel));
    painter.drawRoundedRect(bar, 4, 4);
    if (attempt.firstTokenMs) {
        QColor text = line;
        text.setAlphaF(0.22F);
        const double from = xOf(*attempt.firstTokenMs);
        painter.fillRect(QRectF(from, bar.top() + 1, bar.right() - from - 1, bar.height() - 2), text);
        painter.setPen(QPen(line, 2.0));
        painter.drawLine(QPointF(from, bar.top() + 1), QPointF(from, bar.bottom() - 1));
    }
    if (const std::optional<double> commit = commitOf(attempt, m_limits)) {
        const double x = xOf(*commit);
        const double half = m_theme.px(4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Theme::Token::Accent));
        painter.drawPolygon(QPolygonF{QPointF(x - half, bar.top() - half),
                                      QPointF(x + half, bar.top() - half), QPointF(x, bar.top() + half)});
    }
    painter.setPen(m_theme.colour(Theme::Token::Ink));
    const QRectF room = bar.adjusted(m_theme.px(6), 0, -m_theme.px(4), 0);
    const QString label = labelOf(attempt);
    const int wide = painter.fontMetrics().horizontalAdvance(label);
    // A short attempt is named beside its bar, if that is not over the edge.
    if (wide <= room.width())
        painter.drawText(room, static_cast<int>(Qt::AlignLeft) | Qt::AlignVCenter, label);
    else if (bar.right() + wide + m_theme.px(10) < width()) {
        // Lines of time and of a wait are behind it.
        const QRectF beside(bar.right() + m_theme.px(2), bar.top() + 2, wide + m_theme.px(8),
                            bar.height() - 4);
        painter.fillRect(beside, m_theme.colour(Theme::Token::Panel));
        painter.drawText(beside, Qt::AlignCenter, label);
    }
}

void RehearsalTimeline::paintEnd(QPainter &painter) const
{
    if (m_rehearsal.attempts.isEmpty())
        return;
    const bool good = m_rehearsal.end == core::Rehearsal::End::Answered;
    painter.setPen(QPen(m_theme.colour(good ? Theme::Token::Good : Theme::Token::Bad), 2.0));
    const double x = xOf(m_rehearsal.totalMs);
    painter.drawLine(QPointF(x, 0), QPointF(x, static_cast<double>(m_rows) * m_theme.px(kRowHeight)));
}

qsizetype RehearsalTimeline::attemptAt(const QPointF &place) const
{
    for (qsizetype at = m_rehearsal.attempts.size() - 1; at >= 0; --at) {
        if (barOf(m_rehearsal.attempts.at(at)).adjusted(-2, -4, 2, 4).contains(place))
            return at;
    }
    return -1;
}

void RehearsalTimeline::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype at = attemptAt(event->position()); at >= 0)
        emit attemptPressed(at);
}

bool RehearsalTimeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    const qsizetype at = attemptAt(help->pos());
    if (at < 0) {
        QToolTip::hideText();
        return true;
    }
    const core::RehearsedAttempt &attempt = m_rehearsal.attempts.at(at);
    QStringList lines{tr("%1 to %2", "times")
                          .arg(core::formatDuration(attempt.startMs), core::formatDuration(attempt.endMs)),
                      labelOf(attempt)};
    if (attempt.firstTokenMs)
        lines.append(tr("first token at %1").arg(core::formatDuration(*attempt.firstTokenMs)));
    if (const std::optional<double> commit = commitOf(attempt, m_limits))
        lines.append(tr("taken for good at %1").arg(core::formatDuration(*commit)));
    if (!attempt.next.why.isEmpty())
        lines.append(attempt.next.why);
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

} // namespace ui
