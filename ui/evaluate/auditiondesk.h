#pragma once

#include "core/compare/runestimate.h"
#include "core/evaluate/audition.h"
#include "core/judging/offers.h"
#include "core/judging/scoreboard.h"
#include "ui/evaluate/evaluatecontext.h"

#include <QObject>
#include <QTimer>

namespace ui {

/// What an audition would ask.
struct AuditionPlan
{
    core::Audition audition;
    core::TargetName candidate;
    /// The best of the task until now; unset when nobody was judged that can still be asked.
    std::optional<core::TargetName> champion = {};
    QString task;
    core::RunEstimate estimate = {};
};

/// Notices which models are new in an account or have another price, and prepares trying one on prompts that
/// were judged before: both it and the best model until now answer afresh, so that the two can be compared.
/// Owned by AuditionCard; main thread.
class AuditionDesk : public QObject
{
    Q_OBJECT

public:
    explicit AuditionDesk(const EvaluateContext &context, QObject *parent = nullptr);

    const QList<core::OfferNews> &news() const { return m_news; }
    /// What was new is known from now on.
    void dismiss(const QString &target);
    void dismissAll();

    /// Prepares it; ends with planned(). A newer one ends the one before.
    void plan(const core::TargetName &candidate, const QString &task, int prompts);
    /// Stores it as a prompt set and an evaluation of it; ends with matrixAdded() or failed().
    void add(const AuditionPlan &plan);

signals:
    void newsChanged();
    void planned(const ui::AuditionPlan &plan);
    void matrixAdded(qint64 id);
    void failed(const core::Error &error);

private:
    struct Gathering
    {
        AuditionPlan plan;
        int prompts = 0;
        QList<qint64> left;
        QList<core::RunRecord> runs;
    };

    void look();
    void keepOffers(const core::Offers &offers);
    core::Offers storedOffers() const;
    core::Offers offersNow() const;
    void gather(const Gathering &gathering);
    void readNext(Gathering gathering);
    void finish(Gathering gathering);
    core::LaneForecast forecast(const core::TargetName &name) const;

    const EvaluateContext m_context;
    QList<core::OfferNews> m_news;
    QTimer m_look;
    quint64 m_generation = 0;
};

} // namespace ui
