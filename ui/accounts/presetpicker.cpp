#include "ui/accounts/presetpicker.h"

#include "core/accounts/presets.h"

#include <QSignalBlocker>
#include <QStandardItemModel>

namespace ui {

PresetPicker::PresetPicker(const core::Presets &presets, QWidget *parent) : QComboBox(parent)
{
    using core::PresetKind;
    const std::pair<PresetKind, QString> groups[] = {
        {PresetKind::Aggregator, tr("One key, many vendors")},
        {PresetKind::Cloud, tr("Vendors and clouds")},
        {PresetKind::Local, tr("On this machine")},
        {PresetKind::Custom, tr("Anything else")},
    };
    for (const auto &[kind, title] : groups) {
        addHeading(title);
        for (const core::Preset &preset : presets.all()) {
            if (preset.kind == kind)
                addItem(kind == PresetKind::Custom ? tr("Custom endpoint") : preset.displayName, preset.id);
        }
    }
    setMaxVisibleItems(16);
    connect(this, &QComboBox::activated, this, [this] { emit presetChosen(presetId()); });
}

void PresetPicker::addHeading(const QString &text)
{
    addItem(text);
    auto *const items = qobject_cast<QStandardItemModel *>(model());
    QStandardItem *const item = items ? items->item(count() - 1) : nullptr;
    if (!item)
        return;
    item->setFlags(Qt::NoItemFlags);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    item->setFont(bold);
}

QString PresetPicker::presetId() const
{
    return currentData().toString();
}

void PresetPicker::setPresetId(const QString &id)
{
    const QSignalBlocker quiet(this);
    const int at = findData(id);
    setCurrentIndex(at >= 0 ? at : findData(QStringLiteral("custom")));
}

} // namespace ui
