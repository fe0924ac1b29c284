#include "ui/compare/modelpicker.h"

#include "core/accounts/accountstore.h"
#include "core/accounts/modelliststore.h"
#include "ui/compare/modelchooser.h"

#include <QVBoxLayout>

namespace ui {

ModelPicker::ModelPicker(const CompareContext &context, QWidget *parent)
    : Popup(context.theme, {560, 460}, parent), m_context(context), m_chooser(new ModelChooser(context, this))
{
    setObjectName(QStringLiteral("modelPicker"));
    auto *const box = new QVBoxLayout(this);
    box->setContentsMargins(1, 1, 1, 1);
    box->addWidget(m_chooser);
    connect(m_chooser, &ModelChooser::chosen, this, [this](const core::ModelChoice &choice) {
        if (choice.typed)
            keepTypedModel(m_context, choice.name);
        hide();
        emit picked(m_lane, choice.name);
    });
}

void ModelPicker::pick(const QWidget *anchor, int lane, const QStringList &inUse, bool modelsOnly)
{
    m_lane = lane;
    const QString what = lane < 0 ? tr("add the lane") : tr("use it in this lane");
    setAccessibleName(lane < 0 ? tr("Add a lane") : tr("Swap the model"));
    m_chooser->setHint(what);
    m_chooser->reload(modelsOnly);
    m_chooser->setChosen(inUse);
    openBelow(anchor);
    m_chooser->focusSearch();
}

void keepTypedModel(const CompareContext &context, const core::TargetName &target)
{
    if (const std::optional<core::Account> account = context.accounts.find(target.account))
        context.models.addTyped(account->id, target.model);
}

} // namespace ui
