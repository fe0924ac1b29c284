#include "ui/evaluate/targetrows.h"

#include "core/chat/parametersjson.h"
#include "core/settings/keys.h"
#include "core/settings/lineupstore.h"
#include "core/settings/settings.h"
#include "ui/theme/modelcolours.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

namespace {

QList<core::Target> targetsFrom(const QList<core::LineUpTarget> &stored)
{
    QList<core::Target> targets;
    for (const core::LineUpTarget &one : stored) {
        const std::optional<core::TargetName> name = core::parseTargetName(one.target);
        for (int repeat = 0; name && repeat < one.repeats; ++repeat)
            targets.append({*name, core::parametersFromJson(one.parameters)});
    }
    return targets;
}

QList<core::Target> lanesOf(const core::Settings &settings)
{
    return targetsFrom(core::lineUpFromJson(settings.get(core::settings::kCurrentLineUp)));
}

} // namespace

TargetRows::TargetRows(const EvaluateContext &context, QWidget *parent)
    : Card(context.theme, tr("Line-up"), parent)
    , m_context(context)
    , m_lineUp(new FlatButton(context.theme, tr("Line-up"), FlatButton::Look::Outlined, this))
    , m_add(new FlatButton(context.theme, tr("Add model"), FlatButton::Look::Outlined, this))
    , m_menu(new QMenu(m_lineUp))
    , m_rows(new QVBoxLayout)
    , m_none(new ThemedLabel(context.theme, tr("Choose a line-up, or add the models to ask."),
                             Theme::Token::Ink2, this))
{
    m_lineUp->setObjectName(QStringLiteral("set.lineUp"));
    m_lineUp->setToolTip(tr("Take the models of a saved line-up or of the lanes on Compare"));
    m_lineUp->setMenu(m_menu);
    m_add->setObjectName(QStringLiteral("set.addModel"));
    setObjectName(QStringLiteral("set.targets"));
    m_none->setWordWrap(true);
    m_rows->setSpacing(2);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_lineUp);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    content()->addWidget(m_none);
    content()->addLayout(m_rows);
    content()->addLayout(buttons);
    connect(m_menu, &QMenu::aboutToShow, this, &TargetRows::fillMenu);
    connect(m_add, &QToolButton::clicked, this, &TargetRows::addModel);
    fillMenu();
    rebuild();
}

void TargetRows::fillMenu()
{
    m_menu->clear();
    const QList<core::Target> lanes = lanesOf(m_context.settings);
    QAction *const compare =
        m_menu->addAction(tr("Lanes on Compare (%1)", "number of lanes").arg(lanes.size()), this,
                          [this, lanes] { setTargets(lanes); });
    compare->setEnabled(!lanes.isEmpty());
    if (!m_context.lineUps.lineUps().isEmpty())
        m_menu->addSeparator();
    for (const core::LineUp &lineUp : m_context.lineUps.lineUps())
        m_menu->addAction(lineUp.name, this, [this, lineUp] { setTargets(targetsFrom(lineUp.targets)); });
}

void TargetRows::addModel()
{
    QStringList inUse;
    for (const core::Target &target : std::as_const(m_targets))
        inUse += target.name.toString();
    m_context.pickModel(m_add, inUse, [this](const core::TargetName &name) {
        QList<core::Target> targets = m_targets;
        targets.append({name});
        setTargets(targets);
    });
}

void TargetRows::setTargets(const QList<core::Target> &targets)
{
    m_targets = targets;
    rebuild();
    emit edited();
}

void TargetRows::takeLanes()
{
    setTargets(lanesOf(m_context.settings));
}

void TargetRows::rebuild()
{
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype at = 0; at < m_targets.size(); ++at) {
        const core::Target &target = m_targets.at(at);
        auto *const row = new QWidget(this);
        auto *const name =
            new ElidedLabel(theme(), target.name.toString(), Theme::Token::Ink, Qt::ElideMiddle, row);
        auto *const remove =
            new FlatButton(theme(), Icon::Close, tr("Remove %1").arg(target.name.toString()), row);
        remove->setObjectName(QStringLiteral("set.removeTarget%1").arg(at));
        auto *const layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(name, 1);
        if (!(target.parameters == core::ChatParameters())) {
            auto *const parameters = new ThemedLabel(theme(), tr("own parameters"), Theme::Token::Ink2, row);
            parameters->setType(0.92);
            layout->addWidget(parameters);
        }
        layout->addWidget(remove);
        m_rows->addWidget(row);
        connect(remove, &QToolButton::clicked, this, [this, at] {
            QList<core::Target> left = m_targets;
            left.removeAt(at);
            setTargets(left);
        });
    }
    m_none->setVisible(m_targets.isEmpty());
}

} // namespace ui
