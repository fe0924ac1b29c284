#include "core/evaluate/matrix.h"

#include "core/base/continuation.h"
#include "core/evaluate/matrixworker.h"

namespace core {

namespace {

const MatrixRecord &nothing()
{
    static const MatrixRecord empty;
    return empty;
}

} // namespace

Matrix::Matrix(const EvaluateServices &services, qint64 id, QObject *parent)
    : QObject(parent), m_services(services), m_id(id)
{
}

Matrix::~Matrix() = default;

void Matrix::load()
{
    continued(m_services.matrices.find(m_id), this, [this](const Result<MatrixRecord> &record) {
        if (!record) {
            emit failed(record.error());
            return;
        }
        m_worker = std::make_unique<MatrixWorker>(m_services, *record);
        connect(m_worker.get(), &MatrixWorker::failed, this, &Matrix::failed);
        connect(m_worker.get(), &MatrixWorker::answered, this, &Matrix::answered);
        connect(m_worker.get(), &MatrixWorker::cellsChanged, this, &Matrix::cellsChanged);
        connect(m_worker.get(), &MatrixWorker::progressed, this, &Matrix::progressed);
        connect(m_worker.get(), &MatrixWorker::stateChanged, this, &Matrix::stateChanged);
        emit loaded();
    });
}

const MatrixRecord &Matrix::record() const
{
    return m_worker ? m_worker->record() : nothing();
}

Matrix::State Matrix::state() const
{
    return m_worker ? m_worker->state() : State::Loading;
}

Matrix::Stop Matrix::lastStop() const
{
    return m_worker ? m_worker->lastStop() : Stop::None;
}

const MatrixCell &Matrix::cell(int caseIndex, int targetIndex) const
{
    return record().cells.at(caseIndex * targetCount() + targetIndex);
}

MatrixProgress Matrix::progress() const
{
    return m_worker ? m_worker->progress() : MatrixProgress();
}

Result<void> Matrix::start()
{
    return m_worker ? m_worker->start() : Result<void>();
}

void Matrix::pause()
{
    if (m_worker)
        m_worker->pause();
}

void Matrix::cancel()
{
    if (m_worker)
        m_worker->cancel();
}

Result<void> Matrix::askFailedAgain(bool checks)
{
    if (state() != State::Paused && state() != State::Finished)
        return {};
    m_worker->open(
        [checks](const MatrixCell &cell) { return cell.hasError() || (checks && cell.hasFailedCheck()); });
    return m_worker->start();
}

} // namespace core
