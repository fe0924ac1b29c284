#include "ui/compare/picturelanes.h"

#include "core/accounts/accountstore.h"
#include "core/catalog/modeldirectory.h"

namespace ui {

QSet<int> lanesWithoutPictures(const CompareContext &context, const QList<core::Target> &targets)
{
    QSet<int> lanes;
    for (qsizetype at = 0; at < targets.size(); ++at) {
        const core::TargetName &name = targets.at(at).name;
        const std::optional<core::Account> account = context.accounts.find(name.account);
        if (account && context.services.directory.describe(*account, name.model).takesImages == false)
            lanes.insert(static_cast<int>(at));
    }
    return lanes;
}

QStringList namesOfLanes(const QSet<int> &lanes, const QList<core::Target> &targets)
{
    QStringList names;
    for (qsizetype at = 0; at < targets.size(); ++at) {
        const QString name = targets.at(at).name.toString();
        if (lanes.contains(static_cast<int>(at)) && !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace ui
