#pragma once

#include "core/ledger/usageoverview.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QWidget>

namespace ui {

class Surface;
class ElidedLabel;
class ThemedLabel;

/// The figures of a period at a glance, each with its change against the period before.
class KpiRow : public QWidget
{
    Q_OBJECT

public:
    explicit KpiRow(const Theme &theme, QWidget *parent = nullptr);

    void setOverview(const core::UsageOverview &overview);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Box
    {
        Surface *surface;
        ElidedLabel *name;
        ThemedLabel *value;
        ElidedLabel *note;
    };
    struct Note
    {
        QString text;
        Theme::Token ink = Theme::Token::Ink2;
    };

    /// Figures as large as all of them fit.
    void fit();
    void addBox(const QString &name, const QString &objectName);
    void showFigure(int box, const QString &value, const QString &exact, const Note &note);
    void showCost(const core::UsageOverview &overview);
    void showErrors(const core::UsageOverview &overview);
    void showLatency(const core::UsageOverview &overview);
    Note change(double now, const std::optional<double> &before) const;

    const Theme &m_theme;
    QList<Box> m_boxes;
};

} // namespace ui
