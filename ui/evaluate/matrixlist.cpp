#include "ui/evaluate/matrixlist.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/models/ledgerwords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flatbutton.h"
#include "ui/widgets/toastarea.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPointer>
#include <QTimeZone>
#include <QVBoxLayout>

namespace ui {

MatrixList::MatrixList(const EvaluateContext &context, QWidget *parent)
    : Card(context.theme, tr("Evaluations"), parent), m_context(context), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("set.matrices"));
    m_rows->setSpacing(8);
    content()->addLayout(m_rows);
    hide();
}

MatrixList::~MatrixList()
{
    for (const qint64 matrix : std::as_const(m_removing))
        m_context.services.matrices.remove(matrix);
}

QString MatrixList::stateText(const core::MatrixSummary &matrix)
{
    const QString cells = core::formatCount(matrix.cells);
    switch (matrix.state) {
    case core::MatrixSummary::State::Running:
        return tr("Running: %1 of %2 cells asked").arg(core::formatCount(matrix.asked), cells);
    case core::MatrixSummary::State::Paused:
        return tr("Paused: %1 of %2 cells left").arg(core::formatCount(matrix.left), cells);
    case core::MatrixSummary::State::Finished:
        break;
    }
    return matrix.failed > 0
        ? tr("Finished: %1 of %2 cells failed a check").arg(core::formatCount(matrix.failed), cells)
        : tr("Finished: %1 cells").arg(cells);
}

void MatrixList::load(qint64 setId)
{
    if (setId != m_set)
        fill({});
    m_set = setId;
    core::continued(m_context.services.matrices.list(setId), this,
                    [this, setId](const core::Result<QList<core::MatrixSummary>> &matrices) {
                        if (setId != m_set)
                            return;
                        if (!matrices)
                            return emit failed(matrices.error());
                        fill(*matrices);
                    });
}

void MatrixList::fill(const QList<core::MatrixSummary> &matrices)
{
    m_shown = matrices;
    while (QLayoutItem *const item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    bool any = false;
    for (const core::MatrixSummary &matrix : matrices) {
        if (m_removing.contains(matrix.id))
            continue;
        m_rows->addWidget(makeRow(matrix));
        any = true;
    }
    setVisible(any);
}

QWidget *MatrixList::makeRow(const core::MatrixSummary &matrix)
{
    const bool paused = matrix.state == core::MatrixSummary::State::Paused;
    auto *const row = new QWidget(this);
    auto *const state = new ElidedLabel(theme(), stateText(matrix),
                                        paused ? Theme::Token::Warn : Theme::Token::Ink, Qt::ElideRight, row);
    state->setObjectName(QStringLiteral("set.matrixState"));
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(matrix.createdAtMs);
    const QString what =
        tr("%1 · %2", "time, models")
            .arg(QLocale().toString(at, QLocale::ShortFormat), matrix.targets.join(QStringLiteral(", ")));
    auto *const facts = new ElidedLabel(theme(), what, Theme::Token::Ink2, Qt::ElideRight, row);
    facts->setType(0.92);
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(state);
    texts->addWidget(facts);
    auto *const open = new FlatButton(theme(), tr("Open"), FlatButton::Look::Outlined, row);
    open->setObjectName(QStringLiteral("set.openMatrix"));
    connect(open, &QToolButton::clicked, this, [this, id = matrix.id] { emit opened(id, false); });
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(texts, 1);
    if (paused) {
        auto *const resume = new FlatButton(theme(), tr("Resume"), FlatButton::Look::Outlined, row);
        resume->setObjectName(QStringLiteral("set.resumeMatrix"));
        connect(resume, &QToolButton::clicked, this, [this, id = matrix.id] { emit opened(id, true); });
        layout->addWidget(resume);
    }
    layout->addWidget(open);
    if (matrix.state != core::MatrixSummary::State::Running) {
        auto *const remove = new FlatButton(theme(), Icon::Trash, tr("Delete the evaluation"), row);
        remove->setObjectName(QStringLiteral("set.removeMatrix"));
        connect(remove, &QToolButton::clicked, this, [this, id = matrix.id] { this->remove(id); });
        layout->addWidget(remove);
    }
    return row;
}

void MatrixList::remove(qint64 id)
{
    m_removing.insert(id);
    fill(QList<core::MatrixSummary>(m_shown));
    const QPointer<MatrixList> list = this;
    m_context.toasts.showMessage(
        tr("Evaluation deleted."), tr("Undo"),
        [list, id] {
            if (!list)
                return;
            list->m_removing.remove(id);
            list->fill(QList<core::MatrixSummary>(list->m_shown));
        },
        [list, id, &store = m_context.services.matrices] {
            const QFuture<core::Result<void>> removed = store.remove(id);
            if (!list)
                return;
            core::continued(removed, list.data(), [list, id](const core::Result<void> &done) {
                list->m_removing.remove(id);
                if (!done)
                    emit list->failed(done.error());
                list->load(list->m_set);
            });
        });
}

} // namespace ui
