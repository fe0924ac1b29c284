#include "ui/evaluate/matrixsaver.h"

#include "core/base/continuation.h"

namespace ui {

namespace {

constexpr int kPage = 100;

} // namespace

MatrixSaver::MatrixSaver(const EvaluateContext &context, QObject *parent)
    : QObject(parent), m_context(context)
{
}

void MatrixSaver::make(const core::Matrix &matrix, core::MatrixFormat format,
                       std::function<void(const core::Result<QString> &document)> done)
{
    ++m_generation;
    m_matrix = matrix.id();
    m_set = matrix.set().id;
    m_cases = matrix.caseCount();
    m_export = std::make_unique<core::MatrixDocument>(format, matrix.id(), matrix.set(), matrix.targets());
    m_done = std::move(done);
    readPage(0);
}

void MatrixSaver::readPage(int first)
{
    if (first >= m_cases)
        return m_done(m_export->finish());
    core::continued(
        m_context.services.sets.cases(m_set, first, kPage), this,
        [this, first, generation = m_generation](const core::Result<QList<core::PromptCase>> &cases) {
            if (generation != m_generation)
                return;
            if (!cases)
                return m_done(cases.error());
            core::continued(m_context.services.matrices.cells(m_matrix, first, kPage), this,
                            [this, first, generation,
                             found = *cases](const core::Result<QList<core::MatrixCellRecord>> &cells) {
                                if (generation != m_generation)
                                    return;
                                if (!cells)
                                    return m_done(cells.error());
                                addPage(first, found, *cells);
                                readPage(first + kPage);
                            });
        });
}

void MatrixSaver::addPage(int first, const QList<core::PromptCase> &cases,
                          const QList<core::MatrixCellRecord> &cells)
{
    for (qsizetype at = 0; at < cases.size(); ++at) {
        const int index = first + static_cast<int>(at);
        QList<core::MatrixCellRecord> ofCase;
        for (const core::MatrixCellRecord &cell : cells) {
            if (cell.caseIndex == index)
                ofCase.append(cell);
        }
        m_export->add(index, cases.at(at), ofCase);
    }
}

} // namespace ui
