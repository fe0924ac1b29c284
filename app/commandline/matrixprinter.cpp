#include "app/commandline/matrixprinter.h"

#include "app/commandline/console.h"

#include "core/base/continuation.h"

#include <QJsonDocument>

using namespace core;

namespace app {

namespace {

constexpr int kPage = 64;

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A text as JSON writes it, quotes and all.
QString quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

} // namespace

MatrixPrinter::MatrixPrinter(const Matrix &matrix, const EvaluateServices &services, Console &console,
                             Format format, std::optional<Error> unasked, QObject *parent)
    : QObject(parent)
    , m_matrix(matrix)
    , m_services(services)
    , m_console(console)
    , m_format(format)
    , m_unasked(std::move(unasked))
{
}

void MatrixPrinter::start()
{
    if (m_format == Format::Json)
        m_console.printData(QStringLiteral("{\"set\": %1, \"matrix_id\": %2, \"cells\": [")
                                .arg(quoted(m_matrix.set().source), QString::number(m_matrix.id())));
    else
        m_console.print(matrixHeadToMarkdown(m_matrix.set().name, m_matrix.targets()));
    readNext();
}

void MatrixPrinter::readNext()
{
    if (m_next >= m_matrix.caseCount()) {
        end();
        return;
    }
    continued(m_services.matrices.cells(m_matrix.id(), m_next, kPage), this,
              [this](const Result<QList<MatrixCellRecord>> &cells) {
                  if (!cells) {
                      emit failed(cells.error());
                      return;
                  }
                  continued(m_services.sets.cases(m_matrix.set().id, m_next, kPage), this,
                            [this, cells](const Result<QList<PromptCase>> &cases) {
                                if (!cases) {
                                    emit failed(cases.error());
                                    return;
                                }
                                printPage(*cells, *cases);
                                m_next += kPage;
                                readNext();
                            });
              });
}

void MatrixPrinter::printPage(const QList<MatrixCellRecord> &asked, const QList<PromptCase> &cases)
{
    QList<MatrixCellRecord> cells =
        completedRows(m_matrix.record(), m_next, static_cast<int>(cases.size()), asked, m_unasked);
    for (MatrixCellRecord &cell : cells) {
        const auto answer = m_answers.constFind({cell.caseIndex, cell.targetIndex});
        if (answer != m_answers.cend())
            cell.lane->latest.completion = *answer;
    }
    if (m_format == Format::Json)
        printJson(cells);
    else
        printMarkdown(cells, cases);
    for (const MatrixCellRecord &cell : std::as_const(cells))
        m_totals.add(cell);
}

void MatrixPrinter::printJson(const QList<MatrixCellRecord> &cells)
{
    QStringList lines;
    for (const MatrixCellRecord &cell : cells)
        lines.append(compact(matrixCellToJson(cell)));
    if (!lines.isEmpty())
        m_console.printData((m_next > 0 ? QStringLiteral(",\n") : QString())
                            + lines.join(QStringLiteral(",\n")));
}

void MatrixPrinter::printMarkdown(const QList<MatrixCellRecord> &cells, const QList<PromptCase> &cases)
{
    const qsizetype targets = m_matrix.targetCount();
    QString rows;
    for (qsizetype at = 0; at < cases.size(); ++at)
        rows += matrixRowToMarkdown(m_next + static_cast<int>(at), m_matrix.set().columns, cases.at(at),
                                    cells.mid(at * targets, targets));
    m_problems += matrixProblemsToMarkdown(cells);
    m_console.print(rows);
}

void MatrixPrinter::end()
{
    if (m_format == Format::Json) {
        m_console.printData(
            QStringLiteral("], \"summary\": %1}").arg(compact(matrixSummaryToJson(m_totals))));
    } else {
        const QString problems = m_problems.isEmpty() ? QString() : QString(QLatin1Char('\n') + m_problems);
        m_console.print(problems + matrixSummaryToMarkdown(m_totals));
    }
    emit finished();
}

} // namespace app
