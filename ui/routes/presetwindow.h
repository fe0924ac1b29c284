#pragma once

#include "core/insight/rulepresets.h"
#include "ui/routes/routescontext.h"

#include <QDialog>

class QListWidget;

namespace ui {

class PrimaryButton;
class ThemedLabel;

/// Ready-made rules, filled from the models that are there: what they do, which models they chose and why.
/// Taking them makes a draft to be edited. Owned by RouteTools.
class PresetWindow : public QDialog
{
    Q_OBJECT

public:
    PresetWindow(const core::Presets &presets, const core::ModelCatalog &catalog,
                 const RoutesContext &context, QWidget *parent);

    void open() override;

signals:
    void taken(const core::RuleSet &rules);

private:
    void build();
    void fill();
    void describe();
    void take();

    const core::Presets &m_presets;
    const core::ModelCatalog &m_catalog;
    const RoutesContext m_context;
    QListWidget *const m_list;
    ThemedLabel *const m_title;
    ThemedLabel *const m_summary;
    ThemedLabel *const m_choices;
    ThemedLabel *const m_remarks;
    PrimaryButton *const m_take;
    QList<core::PresetProposal> m_proposals;
};

} // namespace ui
