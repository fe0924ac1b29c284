#pragma once

#include "ui/routes/routescontext.h"
#include "ui/routes/ruleeditor.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace ui {

class ThemedLabel;
class WordCombo;

/// What a call by a rule may take: attempts, time, when an answer is taken for good. Owned by RuleInspector.
class LimitsEditor : public QWidget
{
    Q_OBJECT

public:
    LimitsEditor(RuleEditor &editor, const RoutesContext &context, QWidget *parent);

    void showRule(qsizetype rule);

private:
    QSpinBox *addCount(const QString &label, const char *objectName, int least, int most,
                       int core::CallLimits::*member);
    QDoubleSpinBox *addSeconds(const QString &label, const char *objectName, const QString &none,
                               std::chrono::milliseconds core::CallLimits::*member);
    void addCommit();
    void addRow(const QString &label, QWidget *field, const char *objectName);
    void change(const std::function<void(core::CallLimits &)> &apply);
    void explain();

    struct Count
    {
        QSpinBox *field;
        int core::CallLimits::*member;
    };
    struct Seconds
    {
        QDoubleSpinBox *field;
        std::chrono::milliseconds core::CallLimits::*member;
    };

    RuleEditor &m_editor;
    const RoutesContext m_context;
    qsizetype m_rule = -1;
    QFormLayout *m_form = nullptr;
    QList<Count> m_counts;
    QList<Seconds> m_seconds;
    WordCombo *m_commit = nullptr;
    QSpinBox *m_tokens = nullptr;
    ThemedLabel *m_explanation = nullptr;
    QCheckBox *m_refusal = nullptr;
};

} // namespace ui
