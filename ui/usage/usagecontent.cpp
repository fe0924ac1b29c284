#include "ui/usage/usagecontent.h"

#include "core/settings/keys.h"
#include "core/settings/settings.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

namespace {

/// What the details leave of the page, at least, to stand beside it.
constexpr int kLeastBeside = 900;
constexpr int kBorder = 12;
constexpr double kChartShare = 0.5;
constexpr double kChartShareReading = 3.0 / 7.0;
constexpr int kWhole = 10'000;

} // namespace

UsageContent::UsageContent(const Theme &theme, core::Settings &settings, const Parts &parts, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_settings(settings), m_parts(parts), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addWidget(makeMain(), 1);
    m_parts.details->setParent(this);
    m_parts.details->hide();
    share();
}

QWidget *UsageContent::makeMain()
{
    auto *const upper = new QWidget(this);
    auto *const chart = new QVBoxLayout(upper);
    chart->setContentsMargins(0, 0, 0, 0);
    chart->addWidget(m_parts.chart);
    chart->addWidget(m_parts.empty);
    m_border = new QSplitter(Qt::Vertical, this);
    m_border->setObjectName(QStringLiteral("usage.border"));
    m_border->setHandleWidth(m_theme.px(kBorder));
    m_border->addWidget(upper);
    m_border->addWidget(m_parts.tables);
    m_border->setCollapsible(1, false);
    connect(m_border, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_border->sizes();
        if (const int all = sizes.first() + sizes.last(); all > 0)
            m_settings.set(core::settings::kUsageChartShare, double(sizes.first()) / all);
    });
    auto *const main = new QWidget(this);
    auto *const column = new QVBoxLayout(main);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_parts.figures);
    column->addWidget(m_border, 1);
    return main;
}

void UsageContent::share()
{
    const double moved = m_settings.get(core::settings::kUsageChartShare);
    const double chart = moved >= 0.0 ? moved : (m_reading ? kChartShareReading : kChartShare);
    const int upper = static_cast<int>(std::lround(chart * kWhole));
    m_border->setSizes({upper, kWhole - upper});
}

void UsageContent::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    share();
}

void UsageContent::setDetailsShown(bool shown)
{
    m_parts.details->setVisible(shown);
    placeDetails();
    if (shown)
        m_parts.details->raise();
}

void UsageContent::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeDetails();
}

void UsageContent::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_border->setHandleWidth(m_theme.px(kBorder));
}

void UsageContent::placeDetails()
{
    QWidget *const details = m_parts.details;
    const int wide = details->minimumWidth();
    const bool beside = width() - wide >= m_theme.px(kLeastBeside);
    if (beside != m_beside) {
        m_beside = beside;
        if (beside)
            m_row->addWidget(details);
        else
            m_row->removeWidget(details);
    }
    if (!beside)
        details->setGeometry(width() - wide, 0, wide, height());
}

} // namespace ui
