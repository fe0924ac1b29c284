#include "ui/compare/repeatbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

RepeatBar::RepeatBar(const Theme &theme, QWidget *parent)
    : Surface(theme, Theme::Token::Panel2, Top, parent)
    , m_previous(new FlatButton(theme, Icon::ChevronLeft, tr("Previous answer (Alt+Page Up)"), this))
    , m_next(new FlatButton(theme, Icon::ChevronRight, tr("Next answer (Alt+Page Down)"), this))
    , m_position(new ThemedLabel(theme, {}, Theme::Token::Ink, this))
    , m_folded(new ElidedLabel(theme, {}, Theme::Token::Ink, Qt::ElideRight, this))
    , m_spread(new ThemedLabel(theme, {}, Theme::Token::Ink2, this))
{
    setObjectName(QStringLiteral("repeatBar"));
    m_previous->setObjectName(QStringLiteral("previousAnswer"));
    m_next->setObjectName(QStringLiteral("nextAnswer"));
    m_position->setObjectName(QStringLiteral("answerPosition"));
    m_position->setFont(Theme::tabularFont(m_position->font()));
    m_folded->setObjectName(QStringLiteral("foldedAnswers"));
    m_folded->setType(1.0, QFont::DemiBold);
    m_spread->setObjectName(QStringLiteral("repeatSpread"));
    m_spread->setType(0.92, QFont::Normal);
    m_spread->setWordWrap(true);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });

    auto *const steps = new QHBoxLayout;
    steps->setSpacing(4);
    steps->addWidget(m_previous);
    steps->addWidget(m_position);
    steps->addWidget(m_next);
    steps->addSpacing(6);
    steps->addWidget(m_folded, 1);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 3, 12, 6);
    m_spread->setContentsMargins(6, 0, 0, 0);
    rows->setSpacing(1);
    rows->addLayout(steps);
    rows->addWidget(m_spread);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void RepeatBar::setTexts(const RepeatTexts &texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    m_position->setText(texts.position);
    m_folded->setFullText(texts.folded);
    m_spread->setText(texts.spread);
    m_spread->setToolTip(texts.details);
    m_spread->setAccessibleDescription(texts.details);
    m_spread->setVisible(!texts.spread.isEmpty());
    m_position->setVisible(!texts.position.isEmpty());
    for (FlatButton *step : {m_previous, m_next}) {
        step->setVisible(!texts.position.isEmpty());
        step->setEnabled(texts.canStep);
    }
}

} // namespace ui
