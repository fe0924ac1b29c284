#pragma once

#include "core/catalog/modelinfo.h"
#include "core/usage/usagekpis.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

namespace ui {

class KpiBox;

/// The figures of a period at a glance, each with its change against the period before. A change for the
/// better or the worse is said in words and colour.
class KpiRow : public QWidget
{
    Q_OBJECT

public:
    enum Figure { Cost, Requests, Tokens, Errors, CacheHits, Rescued, FirstToken, kFigures };

    explicit KpiRow(const Theme &theme, QWidget *parent = nullptr);

    void setKpis(const core::UsageKpis &kpis);
    /// The rate by which the cost is shown in another currency, too; nothing: in US dollars alone.
    void setDisplayRate(const std::optional<core::ExchangeRate> &rate);
    /// Whether there is a view of latency for the last box to lead to.
    void setLatencyLeads();

signals:
    void figureChosen(ui::KpiRow::Figure figure);
    /// The requests of unknown cost are asked for.
    void unpricedChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Note
    {
        QString text;
        Theme::Token ink = Theme::Token::Ink2;
    };

    /// Figures as large as all of them fit, names and notes in as many lines as they need.
    void fit();
    void addBox(const QString &name, const QString &objectName, const QString &where);
    void showFigure(Figure figure, const QString &value, const QString &exact, const Note &note);
    void showCost(const core::UsageKpis &kpis);
    void showCounts(const core::UsageKpis &kpis);
    void showErrors(const core::UsageKpis &kpis);
    void showCacheHits(const core::UsageKpis &kpis);
    void showLatency(const core::UsageKpis &kpis);
    static Note change(double now, const std::optional<double> &before);
    /// A difference of shares; `betterUp` says which way is good.
    static Note points(const std::optional<double> &now, const std::optional<double> &before, bool betterUp);
    static Note judged(const QString &text, bool better);

    const Theme &m_theme;
    QList<KpiBox *> m_boxes;
    std::optional<core::Money> m_cost;
    std::optional<core::ExchangeRate> m_displayRate;
};

} // namespace ui
