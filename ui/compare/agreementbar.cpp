#include "ui/compare/agreementbar.h"

#include "ui/compare/difftext.h"
#include "ui/theme/paint.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

namespace {

constexpr double kAll = 0.30;
constexpr double kSome = 0.08;
constexpr double kAlone = 0.16;

/// A small field of colour with its meaning; what only one lane says is underlined as in the text.
class Swatch : public QWidget
{
public:
    Swatch(const Theme &theme, int agreeing, int lanes, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_agreeing(agreeing), m_lanes(lanes)
    {
        setFixedSize(theme.px(22), theme.px(14));
        connect(&theme, &Theme::changed, this, [this] {
            setFixedSize(m_theme.px(22), m_theme.px(14));
            update();
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawBox(painter, rect(), agreementGround(m_theme, m_agreeing, m_lanes),
                m_theme.colour(Theme::Token::Line), 3);
        if (m_agreeing > 1)
            return;
        painter.setPen(QPen(m_theme.colour(Theme::Token::Warn), 1.5, Qt::DotLine));
        painter.drawLine(QPointF(4, height() - 4), QPointF(width() - 4, height() - 4));
    }

private:
    const Theme &m_theme;
    const int m_agreeing;
    const int m_lanes;
};

} // namespace

QColor agreementGround(const Theme &theme, int agreeing, int lanes)
{
    if (agreeing <= 1)
        return softened(theme, Theme::Token::Warn, kAlone);
    const double share = lanes > 2 ? double(agreeing - 1) / (lanes - 1) : 1.0;
    return softened(theme, Theme::Token::Good, kSome + (kAll - kSome) * share * share);
}

AgreementBar::AgreementBar(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, Bottom, parent)
    , m_place(new ElidedLabel(theme, {}, Theme::Token::Ink2, Qt::ElideRight, this))
    , m_previous(new FlatButton(theme, Icon::ChevronUp, tr("Previous disagreement (Shift+F8)"), this))
    , m_next(new FlatButton(theme, Icon::ChevronDown, tr("Next disagreement (F8)"), this))
{
    setObjectName(QStringLiteral("agreementBar"));
    setAccessibleName(tr("Agreement of the lanes"));
    m_place->setObjectName(QStringLiteral("agreementPlace"));
    m_previous->setObjectName(QStringLiteral("previousDisagreement"));
    m_next->setObjectName(QStringLiteral("nextDisagreement"));
    auto *const close = new FlatButton(theme, Icon::Close, tr("Hide the agreement"), this);
    close->setObjectName(QStringLiteral("agreementClose"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(m_place, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(close);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(close, &QToolButton::clicked, this, &AgreementBar::closed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

QWidget *AgreementBar::makeSwatch(const QString &text, int agreeing, int lanes)
{
    auto *const entry = new QWidget(this);
    auto *const row = new QHBoxLayout(entry);
    row->setContentsMargins({});
    row->setSpacing(5);
    row->addWidget(new Swatch(theme(), agreeing, lanes, entry));
    auto *const label = new ThemedLabel(theme(), text, Theme::Token::Ink2, entry);
    label->setObjectName(QStringLiteral("agreementLegend"));
    row->addWidget(label);
    return entry;
}

void AgreementBar::describe(int lanes, int disagreements)
{
    qDeleteAll(m_legend);
    m_legend = {makeSwatch(tr("said by all %n lanes", nullptr, lanes), lanes, lanes)};
    if (lanes > 2)
        m_legend.append(
            makeSwatch(lanes == 3 ? tr("by 2 of 3") : tr("by 2 to %1 of %2").arg(lanes - 1).arg(lanes),
                       (lanes + 2) / 2, lanes));
    m_legend.append(makeSwatch(tr("by one alone"), 1, lanes));
    auto *const row = static_cast<QHBoxLayout *>(layout());
    for (int i = 0; i < static_cast<int>(m_legend.size()); ++i)
        row->insertWidget(i, m_legend.at(i));
    setPlace(disagreements == 0 ? tr("The lanes say the same.")
                                : tr("%n passage(s) that one lane has alone", nullptr, disagreements));
    m_previous->setEnabled(disagreements > 0);
    m_next->setEnabled(disagreements > 0);
}

void AgreementBar::setPlace(const QString &text)
{
    m_place->setFullText(text);
}

} // namespace ui
