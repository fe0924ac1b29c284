#include "ui/money/budgetbar.h"

#include "ui/money/moneywords.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int kBarHeight = 8;
constexpr double kReservedOpacity = 0.45;

} // namespace

BudgetBar::BudgetBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BudgetBar::setState(const core::BudgetState &state)
{
    m_state = state;
    const QLocale locale;
    setAccessibleName(tr("Spent %1 %, with what is reserved %2 %")
                          .arg(locale.toString(state.spentPercent(), 'f', 1),
                               locale.toString(state.usedPercent(), 'f', 1)));
    update();
}

QSize BudgetBar::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(kBarHeight)};
}

void BudgetBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = height() / 2.0;
    const auto part = [&](double percent, const QColor &colour) {
        const double share = std::clamp(percent / 100.0, 0.0, 1.0);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(0.0, 0.0, width() * share, height()), radius, radius);
    };
    part(100.0, m_theme.colour(Theme::Token::Line));
    const BudgetStanding standing = standingOf(m_state);
    QColor spent = m_theme.colour(standing == BudgetStanding::Fine ? Theme::Token::Accent : inkOf(standing));
    QColor reserved = spent;
    reserved.setAlphaF(static_cast<float>(kReservedOpacity));
    part(m_state.usedPercent(), reserved);
    part(m_state.spentPercent(), spent);
    if (m_state.budget.softPercent > 0) {
        const double at = width() * m_state.budget.softPercent / 100.0;
        painter.fillRect(QRectF(at - 1.0, 0.0, 2.0, height()), m_theme.colour(Theme::Token::Ink2));
    }
}

} // namespace ui
