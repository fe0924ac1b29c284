#include "ui/compare/lanetabs.h"

#include "ui/compare/laneplace.h"
#include "ui/compare/laneview.h"
#include "ui/theme/paint.h"

#include <QPainter>
#include <QSignalBlocker>

namespace ui {

namespace {

constexpr int kHeight = 36;
constexpr int kPadding = 14;
constexpr int kNarrowest = 110;
constexpr int kWidest = 320;

} // namespace

LaneTabs::LaneTabs(const Theme &theme, QWidget *parent) : QTabBar(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("laneTabs"));
    setAccessibleName(tr("Lanes"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideMiddle);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0 && index < m_places.size())
            emit chosen(m_places.at(index));
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::updateGeometry));
}

void LaneTabs::setPlaces(const QList<LanePlace *> &places, const LanePlace *front)
{
    const QSignalBlocker quiet(this);
    m_places = places;
    while (count() > places.size())
        removeTab(count() - 1);
    while (count() < places.size())
        addTab({});
    for (const LanePlace *place : places)
        describe(place);
    for (int i = 0; i < count(); ++i) {
        if (m_places.at(i) == front)
            setCurrentIndex(i);
    }
}

void LaneTabs::describe(const LanePlace *place)
{
    const auto found = std::find(m_places.cbegin(), m_places.cend(), place);
    if (found == m_places.cend())
        return;
    const int index = static_cast<int>(found - m_places.cbegin());
    const LaneTexts &texts = place->shown()->texts();
    QStringList parts{texts.model};
    if (place->lanes().size() > 1)
        parts[0] += QStringLiteral(" ×%1").arg(place->lanes().size());
    if (!texts.state.isEmpty())
        parts += texts.state;
    if (!texts.firstToken.isEmpty())
        parts += texts.firstToken;
    const QString text = parts.join(QStringLiteral(" · "));
    if (text == tabText(index))
        return;
    setTabText(index, text);
    setTabToolTip(index, texts.spoken);
    setAccessibleTabName(index, texts.spoken);
}

QSize LaneTabs::tabSizeHint(int index) const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int text = QFontMetrics(bold).horizontalAdvance(tabText(index));
    return {std::clamp(text + 2 * m_theme.px(kPadding), m_theme.px(kNarrowest), m_theme.px(kWidest)),
            m_theme.px(kHeight)};
}

QSize LaneTabs::minimumTabSizeHint(int index) const
{
    return {std::min(tabSizeHint(index).width(), m_theme.px(kNarrowest)), m_theme.px(kHeight)};
}

void LaneTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Theme::Token::Panel2));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colour(Theme::Token::Line));
    const int padding = m_theme.px(kPadding);
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool front = i == currentIndex();
        if (front)
            painter.fillRect(tab, m_theme.colour(Theme::Token::Panel));
        painter.fillRect(QRect(tab.right(), tab.top(), 1, tab.height()), m_theme.colour(Theme::Token::Line));
        if (front)
            painter.fillRect(QRect(tab.left(), tab.bottom() - 1, tab.width() - 1, 2),
                             m_theme.colour(Theme::Token::Accent));
        QFont weight = font();
        weight.setWeight(front ? QFont::DemiBold : QFont::Normal);
        painter.setFont(weight);
        painter.setPen(m_theme.colour(front ? Theme::Token::Ink : Theme::Token::Ink2));
        const QString text =
            QFontMetrics(weight).elidedText(tabText(i), Qt::ElideMiddle, tab.width() - 2 * padding + 4);
        painter.drawText(tab.adjusted(padding, 0, -padding + 4, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
        if (front && hasFocus())
            drawFocusRing(painter, tab.adjusted(2, 2, -3, -3), m_theme.colour(Theme::Token::Accent),
                          m_theme.px(kControlRadius - 1));
    }
}

} // namespace ui
