#pragma once

#include "ui/evaluate/auditiondesk.h"
#include "ui/widgets/surface.h"

class QComboBox;
class QSpinBox;

namespace ui {

class ElidedLabel;
class FlatButton;
class ThemedLabel;

/// A quiet strip that offers to try a new or newly priced model on prompts that were judged before. Hidden
/// while there is nothing new. Owned by EvaluatePage.
class AuditionCard : public Surface
{
    Q_OBJECT

public:
    explicit AuditionCard(const EvaluateContext &context, QWidget *parent = nullptr);

    /// Votes may be others now.
    void reload();

signals:
    void matrixAdded(qint64 id);

private:
    void wire();
    void showNews();
    void loadTasks();
    void planAgain();
    void showPlan(const AuditionPlan &plan);
    void tryIt();
    void start(const AuditionPlan &plan);

    const EvaluateContext m_context;
    AuditionDesk *const m_desk;
    ElidedLabel *const m_title;
    ThemedLabel *const m_text;
    QComboBox *const m_task;
    QSpinBox *const m_prompts;
    FlatButton *const m_try;
    FlatButton *const m_dismiss;
    AuditionPlan m_plan;
    bool m_filling = false;
};

} // namespace ui
