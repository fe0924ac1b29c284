#pragma once

#include "core/compare/lanestate.h"
#include "ui/compare/instrumentwindow.h"

class QGridLayout;

namespace ui {

class ThemedLabel;

/// One line of the comparison; `ratio` is empty where there is none.
struct CrossCheckRow
{
    QString name;
    QString first;
    QString second;
    QString ratio = {};

    bool operator==(const CrossCheckRow &) const = default;
};

/// What two accounts made of one prompt to one model, line by line. For settled lanes.
QList<CrossCheckRow> crossCheckRows(const core::LaneState &first, const core::LaneState &second);

/// In one sentence, what is to be noticed first.
QString crossCheckVerdict(const core::LaneState &first, const core::LaneState &second);

/// The same model through two accounts: tokens, price, latency and how far the texts agree.
class CrossCheckWindow : public InstrumentWindow
{
    Q_OBJECT

public:
    CrossCheckWindow(const Theme &theme, QWidget *page);

    void showLanes(const core::LaneState &first, const core::LaneState &second);

private:
    void addCell(int row, int column, const QString &text, Theme::Token ink, bool strong = false);

    ThemedLabel *const m_verdict;
    QGridLayout *m_grid = nullptr;
    QWidget *m_table = nullptr;
};

} // namespace ui
