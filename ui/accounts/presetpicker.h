#pragma once

#include <QComboBox>

namespace core {
class Presets;
}

namespace ui {

/// The known providers to choose from, in groups: one key for many vendors, cloud, local, custom. Owned by
/// its form.
class PresetPicker : public QComboBox
{
    Q_OBJECT

public:
    explicit PresetPicker(const core::Presets &presets, QWidget *parent = nullptr);

    QString presetId() const;
    /// An unknown id shows as custom. Emits nothing.
    void setPresetId(const QString &id);

signals:
    void presetChosen(const QString &id);

private:
    void addHeading(const QString &text);
};

} // namespace ui
