#pragma once

#include "core/reconcile/usageimport.h"

#include <QWidget>

namespace ui {

class KeyValueGrid;
class Theme;
class ThemedLabel;

/// What an import would do, in figures and sentences.
class ImportPreview : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPreview(const Theme &theme, QWidget *parent = nullptr);

    void setPreview(const core::UsageImportPreview &preview);
    void clear();

private:
    KeyValueGrid *const m_figures;
    ThemedLabel *const m_note;
};

} // namespace ui
