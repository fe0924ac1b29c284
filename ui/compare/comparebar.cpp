#include "ui/compare/comparebar.h"

#include "ui/compare/followupbutton.h"
#include "ui/compare/laneinstruments.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QEvent>
#include <QLayout>

namespace ui {

namespace {

/// Between what stands at the left and at the right.
constexpr int kMiddle = 16;

} // namespace

CompareBar::CompareBar(const Theme &theme, QWidget *parent)
    : PageBar(theme, {}, parent)
    , m_lineUp(new FlatButton(theme, QString(), FlatButton::Look::Outlined, this))
    , m_addLane(new FlatButton(theme, tr("Lane"), FlatButton::Look::Flat, this))
    , m_followUp(new FollowUpButton(theme, this))
{
    m_lineUp->setObjectName(QStringLiteral("lineUp"));
    m_lineUp->setTextLimit(280);
    m_lineUp->setNarrowLimit(180);
    m_lineUp->setToolTip(tr("Choose which models are asked (Ctrl+Shift+L)"));
    m_addLane->setThemedIcon(Icon::Add);
    m_addLane->setObjectName(QStringLiteral("addLane"));
    m_addLane->setAccessibleName(tr("Add a lane"));
    m_addLane->setToolTip(tr("Add a lane (Ctrl+T)"));
    addWidget(m_lineUp);
    addWidget(m_addLane);
    addStretch();
    addWidget(m_followUp);
    m_agreement = addToggle(Icon::Check, tr("Agreement"), "agreement");
    m_agreement->setToolTip(tr("Shade what the lanes agree on (Ctrl+Shift+A)"));
    m_blind = addToggle(Icon::EyeOff, tr("Blind"), "blind");
    m_blind->setAccessibleName(tr("Compare blind"));
    m_blind->setToolTip(tr("Hide names, order and figures until you have voted (Ctrl+Shift+B)"));
    m_source = addToggle(Icon::Code, {}, "answerSource");
    m_source->setAccessibleName(tr("Answers as the models wrote them (Ctrl+U)"));
    m_source->setToolTip(m_source->accessibleName());
    m_layouts = LaneInstruments::makeLayoutControl(theme, this);
    addWidget(m_layouts);
}

FlatButton *CompareBar::addToggle(Icon icon, const QString &text, const char *objectName)
{
    auto *const button = new FlatButton(theme(), text, FlatButton::Look::Flat, this);
    button->setObjectName(QLatin1StringView(objectName));
    button->setThemedIcon(icon);
    button->setAccessibleName(text);
    button->setCheckable(true);
    addWidget(button);
    return button;
}

void CompareBar::setLineUpName(const QString &name)
{
    m_lineUp->setText(name + QStringLiteral(" ▾"));
    m_lineUp->setAccessibleName(tr("Line-up: %1").arg(name));
}

void CompareBar::setPossible(bool accounts, bool lanes)
{
    m_lineUp->setVisible(accounts);
    m_addLane->setVisible(accounts);
    m_source->setVisible(lanes);
    m_layouts->setVisible(lanes);
}

int CompareBar::widthWhen(bool narrow) const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + theme().px(kMiddle);
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget *const part = layout()->itemAt(i)->widget();
        if (!part || part->isHidden())
            continue;
        const auto *const button = qobject_cast<const FlatButton *>(part);
        width += (button ? button->widthWhen(narrow) : part->sizeHint().width()) + layout()->spacing();
    }
    return width;
}

QSize CompareBar::minimumSizeHint() const
{
    return {widthWhen(true), height()};
}

void CompareBar::fit()
{
    const bool narrow = widthWhen(false) > width();
    const QList<FlatButton *> buttons = findChildren<FlatButton *>(Qt::FindDirectChildrenOnly);
    for (FlatButton *const button : buttons)
        button->setNarrow(narrow);
}

bool CompareBar::event(QEvent *event)
{
    const bool done = PageBar::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

} // namespace ui
