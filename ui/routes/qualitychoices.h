#pragma once

#include "core/insight/qualitycheck.h"
#include "ui/routes/routescontext.h"

#include <QWidget>

class QLineEdit;
class QSpinBox;

namespace ui {

class FlatButton;
class QualityChecks;
class WordCombo;

/// How many calls a quality check asks again, what that may cost, and who compares the answers. Owned by
/// QualityWindow.
class QualityChoices : public QWidget
{
    Q_OBJECT

public:
    QualityChoices(const RoutesContext &context, QWidget *parent);

    /// InvalidRequest with what is missing.
    core::Result<core::QualityOptions> options() const;
    void setJudge(const core::TargetName &judge);

signals:
    void changed();

private:
    void makeFields();
    void makeJudging();
    void showFields();

    const RoutesContext m_context;
    QSpinBox *const m_pairs;
    QLineEdit *const m_cap;
    WordCombo *const m_judging;
    FlatButton *const m_judge;
    QLineEdit *const m_criteria;
    QualityChecks *const m_checks;
    std::optional<core::TargetName> m_judgeName;
};

} // namespace ui
