#include "app/commandline/matrixcommand.h"

#include "app/commandline/console.h"
#include "app/commandline/matrixsource.h"
#include "app/services.h"

#include "core/base/continuation.h"
#include "core/base/formatting.h"
#include "core/compare/callplan.h"
#include "core/ledger/ledgerwriter.h"

using namespace core;
using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto kProgressInterval = 250ms;

ExitCode codeOf(const Error &error)
{
    return error.kind == ErrorKind::InvalidRequest || error.kind == ErrorKind::NotFound
        ? ExitCode::WrongUsage
        : ExitCode::ConfigurationError;
}

} // namespace

MatrixCommand::MatrixCommand(const CompareInvocation &invocation, Services &services, Console &console)
    : m_invocation(invocation), m_services(services), m_console(console)
{
    connect(&m_progressTimer, &QTimer::timeout, this, &MatrixCommand::showProgress);
}

MatrixCommand::~MatrixCommand() = default;

void MatrixCommand::start()
{
    const Result<MatrixSource> source = readMatrixSource(m_invocation, m_services, m_console);
    if (!source) {
        fail(source.error(), codeOf(source.error()));
        return;
    }
    continued(m_services.promptSets().add(source->draft), this,
              [this, targets = source->targets, options = source->options](const Result<qint64> &set) {
                  if (set)
                      addMatrix(*set, targets, options);
                  else
                      fail(set.error(), codeOf(set.error()));
              });
}

void MatrixCommand::addMatrix(qint64 set, const QList<Target> &targets, const MatrixOptions &options)
{
    MatrixDraft draft{set, targets, m_invocation.task};
    draft.options = options;
    continued(m_services.matrices().add(draft), this, [this](const Result<qint64> &matrix) {
        if (matrix)
            run(*matrix);
        else
            fail(matrix.error(), codeOf(matrix.error()));
    });
}

void MatrixCommand::run(qint64 matrix)
{
    m_matrix = std::make_unique<Matrix>(m_services.evaluateServices(), matrix);
    connect(m_matrix.get(), &Matrix::loaded, this, &MatrixCommand::begin);
    connect(m_matrix.get(), &Matrix::stateChanged, this, &MatrixCommand::noteState);
    connect(m_matrix.get(), &Matrix::failed, this, [this](const Error &error) {
        // While it runs it stops by itself and prints what there is.
        if (m_started)
            m_console.complain(error.message);
        else
            fail(error, ExitCode::ConfigurationError);
    });
    if (!m_services.ledgerWriter().keepsTexts())
        connect(m_matrix.get(), &Matrix::answered, this,
                [this](int caseIndex, int targetIndex, const Completion &completion) {
                    m_answers.insert({caseIndex, targetIndex}, completion);
                });
    m_matrix->load();
}

void MatrixCommand::begin()
{
    warnOfPrices();
    m_started = true;
    if (const Result<void> started = m_matrix->start(); !started) {
        fail(started.error(), codeOf(started.error()));
        return;
    }
    if (m_console.isTerminal() && !m_invocation.json && !m_invocation.markdown)
        m_progressTimer.start(kProgressInterval);
}

void MatrixCommand::warnOfPrices()
{
    if (!m_invocation.maxCost)
        return;
    int unpriced = 0;
    for (const Target &target : m_matrix->targets())
        unpriced += pricesFor(m_services.compareServices(), {target}) ? 0 : 1;
    if (unpriced > 0)
        m_console.complain(tr("%1 of %2 lanes have no known price, so --max-cost cannot hold for them.")
                               .arg(unpriced)
                               .arg(m_matrix->targetCount()));
}

void MatrixCommand::stop()
{
    if (m_matrix && m_started)
        m_matrix->cancel();
    else
        Command::stop();
}

void MatrixCommand::noteState()
{
    const Matrix::State state = m_matrix->state();
    if (!m_ended && (state == Matrix::State::Finished || state == Matrix::State::Paused))
        print();
}

void MatrixCommand::showProgress()
{
    const MatrixProgress progress = m_matrix->progress();
    QString counts =
        tr("%1 of %2 cells, %3 running")
            .arg(formatCount(progress.done), formatCount(progress.cells), formatCount(progress.running));
    if (progress.errors > 0)
        counts += QStringLiteral(", ") + tr("%1 without an answer").arg(formatCount(progress.errors));
    if (progress.failed > 0)
        counts += QStringLiteral(", ") + tr("%1 with a failed check").arg(formatCount(progress.failed));
    QString rest = tr("%1 passed").arg(formatDuration(static_cast<double>(progress.elapsedMs)));
    if (progress.leftMs)
        rest += QStringLiteral(", ")
            + tr("about %1 left").arg(formatDuration(static_cast<double>(*progress.leftMs)));
    rest += QStringLiteral(" | ") + tr("%1 spent").arg(formatMoney(progress.spent));
    if (progress.left)
        rest += QStringLiteral(", ") + tr("about %1 left").arg(formatMoney(*progress.left));
    m_console.showProgress({counts, rest});
}

/// Nothing for cells that were cancelled before they were sent.
std::optional<Error> MatrixCommand::unasked() const
{
    switch (m_matrix->lastStop()) {
    case Matrix::Stop::MaxCost:
        return Error{ErrorKind::Budget,
                     tr("Not sent: the cell might have passed --max-cost %1.")
                         .arg(formatMoney(m_invocation.maxCost.value_or(Money())))};
    case Matrix::Stop::Storage:
        return Error{ErrorKind::Storage, tr("Not sent: the matrix was stopped before.")};
    case Matrix::Stop::None:
        break;
    }
    return std::nullopt;
}

void MatrixCommand::print()
{
    m_ended = true;
    m_progressTimer.stop();
    m_console.showProgress({});
    if (m_matrix->lastStop() == Matrix::Stop::MaxCost)
        m_console.complain(tr("Stopped at %1 of %2 cells: the next one might pass --max-cost %3.")
                               .arg(m_matrix->progress().done)
                               .arg(m_matrix->progress().cells)
                               .arg(formatMoney(m_invocation.maxCost.value_or(Money()))));
    const auto format = m_invocation.json ? MatrixPrinter::Format::Json : MatrixPrinter::Format::Markdown;
    m_printer =
        new MatrixPrinter(*m_matrix, m_services.evaluateServices(), m_console, format, unasked(), this);
    m_printer->setAnswers(m_answers);
    connect(m_printer, &MatrixPrinter::failed, this,
            [this](const Error &error) { fail(error, ExitCode::ConfigurationError); });
    connect(m_printer, &MatrixPrinter::finished, this, &MatrixCommand::conclude);
    m_printer->start();
}

void MatrixCommand::conclude()
{
    if (m_matrix->lastStop() == Matrix::Stop::Storage) {
        emit finished(ExitCode::ConfigurationError);
        return;
    }
    const MatrixTotals &totals = m_printer->totals();
    // A check without a verdict is no pass: a gate must not open because its judge was out of order.
    const bool good = totals.failed == 0 && totals.checksFailed == 0 && totals.checksUndecided == 0
        && m_matrix->lastStop() == Matrix::Stop::None && m_matrix->state() == Matrix::State::Finished;
    emit finished(good ? ExitCode::Good : ExitCode::SomethingFailed);
}

void MatrixCommand::fail(const Error &error, ExitCode code)
{
    m_console.complain(error.message);
    emit finished(code);
}

} // namespace app
