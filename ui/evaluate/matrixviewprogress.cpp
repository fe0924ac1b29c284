#include "ui/evaluate/matrixview.h"

#include "core/base/formatting.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/themedlabel.h"

#include <QProgressBar>

#include <algorithm>
#include <cmath>

using core::Matrix;

namespace ui {

namespace {

/// An estimate knows no more than seconds.
double wholeSeconds(double ms)
{
    return std::max(1.0, std::round(ms / 1'000.0)) * 1'000.0;
}

} // namespace

void MatrixView::noteProgress()
{
    if (!m_matrix)
        return;
    const core::MatrixProgress progress = m_matrix->progress();
    const QString cells = core::formatCount(progress.cells);
    const QString open = core::formatCount(progress.cells - progress.done + progress.cutOff);
    m_bar->setRange(0, std::max(1, progress.cells));
    m_bar->setValue(progress.done);
    m_bar->setVisible(m_matrix->state() != Matrix::State::Finished);
    QString text;
    switch (m_matrix->state()) {
    case Matrix::State::Loading:
    case Matrix::State::Starting:
    case Matrix::State::Running:
        text = tr("%1 of %2 cells").arg(core::formatCount(progress.done), cells);
        if (progress.leftMs)
            text = tr("%1, about %2 left", "cells, time")
                       .arg(text, core::formatDuration(wholeSeconds(static_cast<double>(*progress.leftMs))));
        break;
    case Matrix::State::Pausing:
        text = tr("Pausing: %n cells are still answering", nullptr, progress.running);
        break;
    case Matrix::State::Paused:
        text = m_matrix->lastStop() == Matrix::Stop::MaxCost
            ? tr("Paused at the money cap: %1 of %2 cells left").arg(open, cells)
            : tr("Paused: %1 of %2 cells left").arg(open, cells);
        break;
    case Matrix::State::Finished:
        text = tr("Finished: %1 cells in %2")
                   .arg(cells, core::formatDuration(static_cast<double>(progress.elapsedMs)));
        break;
    }
    m_state->setText(text);
    QStringList money{core::formatMoney(progress.spent)};
    if (progress.unpriced > 0)
        money += tr("%n unpriced", "cells", progress.unpriced);
    if (progress.left && progress.done < progress.cells)
        money += tr("about %1 left", "money").arg(core::formatMoney(*progress.left));
    m_money->setText(money.join(QStringLiteral(" · ")));
    m_again->setEnabled(progress.errors > 0);
    if (!m_sums.isActive())
        m_sums.start();
}

} // namespace ui
