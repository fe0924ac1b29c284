#include "ui/compare/laneheader.h"

#include "ui/theme/modelcolours.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/pill.h"

#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kDot = 9;
constexpr int kLeft = 12;
constexpr int kTextLeft = 34;
constexpr int kFigureGap = 10;
constexpr int kButtonGap = 2;
/// Of the account's name, before the model's is elided.
constexpr int kAccountWidth = 64;
/// Fewer letters of the lane's parameters say nothing.
constexpr int kQuietWidth = 48;

} // namespace

LaneHeader::LaneHeader(const Theme &theme, ModelColours &colours, QWidget *parent)
    : Surface(theme, Theme::Token::Panel, Bottom, parent)
    , m_colours(colours)
    , m_model(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideMiddle, this))
    , m_account(new ElidedLabel(theme, {}, Theme::Token::Ink3, Qt::ElideMiddle, this))
    , m_base(new Pill(theme, {}, Theme::Token::Accent, this))
    , m_state(new Pill(theme, {}, Theme::Token::Ink2, this))
    , m_first(new Meter(theme, tr("first token"), this))
    , m_rate(new Meter(theme, {}, this))
    , m_quiet(new ElidedLabel(theme, {}, Theme::Token::Ink3, Qt::ElideRight, this))
    , m_badge(new Pill(theme, {}, Theme::Token::Good, this))
    , m_inspect(new FlatButton(theme, Icon::Network, tr("Request and response"), this))
    , m_maximise(new FlatButton(theme, Icon::Maximise, tr("Maximise this lane"), this))
{
    m_model->setObjectName(QStringLiteral("laneModel"));
    m_model->setType(1.0, QFont::DemiBold);
    m_account->setObjectName(QStringLiteral("laneAccount"));
    m_base->setObjectName(QStringLiteral("basePill"));
    m_base->setToolTip(tr("The other lanes are compared with this one"));
    m_state->setObjectName(QStringLiteral("laneState"));
    m_first->setObjectName(QStringLiteral("laneFirstToken"));
    m_rate->setObjectName(QStringLiteral("laneRate"));
    m_badge->setObjectName(QStringLiteral("speedBadge"));
    m_maximise->setObjectName(QStringLiteral("laneMaximise"));
    m_quiet->setObjectName(QStringLiteral("laneParameters"));
    m_inspect->setObjectName(QStringLiteral("laneInspect"));
    m_inspect->setToolTip(tr("Request and response, exactly as sent and received (Ctrl+Shift+I)"));
    m_inspect->hide();
    connect(m_inspect, &QToolButton::clicked, this, &LaneHeader::inspectRequested);
    connect(m_maximise, &QToolButton::clicked, this, &LaneHeader::maximiseRequested);

    auto *const names = new QHBoxLayout;
    names->setSpacing(8);
    names->addWidget(m_model, 0);
    names->addWidget(m_account, 0);
    names->addStretch(1);
    names->addWidget(m_base, 0);
    names->addWidget(m_state, 0);
    auto *const figures = new QHBoxLayout;
    figures->setSpacing(kFigureGap);
    figures->addWidget(m_first);
    figures->addWidget(m_rate);
    figures->addWidget(m_quiet, 1);
    figures->addWidget(m_badge);
    figures->addStretch(1);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(kButtonGap);
    buttons->addWidget(m_inspect);
    buttons->addWidget(m_maximise);
    figures->addLayout(buttons);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(kTextLeft, 5, 10, 6);
    rows->setSpacing(0);
    rows->addLayout(names, 1);
    rows->addLayout(figures, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &LaneHeader::applyTheme);
    applyTheme();
}

void LaneHeader::applyTheme()
{
    setFixedHeight(theme().px(58));
    for (FlatButton *button : {m_inspect, m_maximise})
        button->setFixedSize(theme().px(24), theme().px(22));
    fit();
}

/// What stands in the second line is whole or not there, what comes first before the rest; only the lane's
/// parameters may be elided.
void LaneHeader::fit()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_maximise->width()
        - (m_inspect->isHidden() ? 0 : m_inspect->width() + kButtonGap);
    const auto place = [&room](QWidget *part, bool wanted, int needed) {
        part->setVisible(wanted && needed + kFigureGap <= room);
        room -= part->isHidden() ? 0 : needed + kFigureGap;
    };
    place(m_first, m_timed, m_first->sizeHint().width());
    place(m_rate, m_timed, m_rate->sizeHint().width());
    place(m_badge, !m_badge->text().isEmpty(), m_badge->sizeHint().width());
    place(m_quiet, !m_quiet->fullText().isEmpty(),
          std::min(m_quiet->sizeHint().width(), theme().px(kQuietWidth)));
    m_account->setMinimumWidth(std::min(m_account->sizeHint().width(), theme().px(kAccountWidth)));
}

QSize LaneHeader::minimumSizeHint() const
{
    return {theme().px(240), Surface::minimumSizeHint().height()};
}

void LaneHeader::setInspectable(bool inspectable)
{
    m_inspect->setVisible(inspectable);
    fit();
}

void LaneHeader::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    fit();
}

void LaneHeader::setTexts(const LaneTexts &texts, bool idle)
{
    // A blind lane has no model to take a colour from.
    const QString model = texts.anonymous ? QString() : texts.model;
    if (m_modelId != model) {
        m_modelId = model;
        update();
    }
    m_model->setFullText(texts.model);
    m_account->setFullText(texts.account);
    if (m_state->text() != texts.state)
        m_state->setText(texts.state);
    m_state->setInk(texts.stateInk);
    m_timed = !idle && !texts.anonymous;
    QStringList quiet;
    if (idle)
        quiet += tr("not asked yet");
    if (!texts.parameters.isEmpty())
        quiet += texts.parameters;
    m_quiet->setFullText(quiet.join(QStringLiteral(" · ")));
    m_first->setValue(texts.firstToken, texts.timingDetails);
    m_rate->setValue(texts.rate, texts.timingDetails);
    fit();
}

void showBadge(Pill &pill, const QList<LaneBadge> &badges, LaneBadge::About about)
{
    const auto badge = std::find_if(badges.cbegin(), badges.cend(),
                                    [about](const LaneBadge &each) { return each.about == about; });
    const LaneBadge shown = badge == badges.cend() ? LaneBadge{} : *badge;
    pill.setText(shown.text);
    pill.setToolTip(shown.details);
    pill.setAccessibleDescription(shown.details);
}

void LaneHeader::setBadges(const QList<LaneBadge> &badges)
{
    showBadge(*m_badge, badges, LaneBadge::About::Speed);
    fit();
}

void LaneHeader::setMaximised(bool maximised)
{
    m_maximised = maximised;
    describeButton();
}

void LaneHeader::setTornOff(bool tornOff)
{
    m_tornOff = tornOff;
    describeButton();
}

void LaneHeader::describeButton()
{
    const QString name = m_tornOff ? tr("Put the lane back into the main window")
        : m_maximised              ? tr("Show all lanes")
                                   : tr("Maximise this lane");
    m_maximise->setThemedIcon(m_tornOff || m_maximised ? Icon::Restore : Icon::Maximise);
    m_maximise->setToolTip(name);
    m_maximise->setAccessibleName(name);
}

void LaneHeader::setBase(bool base)
{
    m_base->setText(base ? tr("base") : QString());
}

void LaneHeader::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    update();
}

void LaneHeader::paintEvent(QPaintEvent *event)
{
    Surface::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor colour = m_modelId.isEmpty() ? theme().colour(Theme::Token::Ink3)
                                              : theme().seriesColour(m_colours.indexOf(m_modelId));
    const qreal size = theme().px(kDot);
    const qreal middle = m_model->geometry().center().y() + 1;
    QRectF dot(kLeft, middle - size / 2, size, size);
    if (layoutDirection() == Qt::RightToLeft)
        dot.moveRight(width() - kLeft);
    painter.setBrush(colour);
    painter.drawEllipse(dot);
    if (m_current)
        painter.fillRect(QRectF(0, height() - 2, width(), 2), theme().colour(Theme::Token::Accent));
}

void LaneHeader::mousePressEvent(QMouseEvent *event)
{
    Surface::mousePressEvent(event);
    if (event->button() == Qt::LeftButton)
        emit pressed(event->modifiers().testFlag(Qt::ControlModifier));
}

void LaneHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    Surface::mouseDoubleClickEvent(event);
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        emit maximiseRequested();
}

} // namespace ui
