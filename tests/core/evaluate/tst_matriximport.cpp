#include "tests/core/evaluate/matrixbench.h"

#include "core/evaluate/matrixdocument.h"
#include "core/evaluate/matriximport.h"
#include "core/storage/statement.h"
#include "tests/support/testunit.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace core;
using test::MatrixBench;

/// An evaluation that was exported as JSON and is read back.
class TestMatrixImport : public QObject
{
    Q_OBJECT

private slots:
    void whatWasExportedComesBack();
    void missingCellsStayOpen();
    void anImportIsInNoTotal();
    void whatIsNotKeptIsListed();
    void brokenDocumentsSayWhere_data();
    void brokenDocumentsSayWhere();

private:
    static QByteArray exported(MatrixBench &bench, const Matrix &matrix);
    static QJsonObject smallest();
    static qint64 imported(MatrixBench &bench, const MatrixImport &import);
};

QByteArray TestMatrixImport::exported(MatrixBench &bench, const Matrix &matrix)
{
    MatrixDocument document(MatrixFormat::Json, matrix.id(), matrix.set(), matrix.targets());
    const QList<PromptCase> cases =
        test::await(bench.sets.cases(matrix.set().id, 0, matrix.caseCount())).value();
    const QList<MatrixCellRecord> cells =
        test::await(bench.matrices.cells(matrix.id(), 0, matrix.caseCount())).value();
    for (int index = 0; index < static_cast<int>(cases.size()); ++index) {
        QList<MatrixCellRecord> ofCase;
        std::copy_if(cells.cbegin(), cells.cend(), std::back_inserter(ofCase),
                     [index](const MatrixCellRecord &cell) { return cell.caseIndex == index; });
        document.add(index, cases.at(index), ofCase);
    }
    return document.finish().toUtf8();
}

qint64 TestMatrixImport::imported(MatrixBench &bench, const MatrixImport &import)
{
    const qint64 set = test::await(bench.sets.add(import.draft)).value();
    const Result<qint64> restored =
        test::await(bench.matrices.restore(MatrixDraft{set, import.targets}, import, true));
    if (!restored)
        qFatal("%s", qPrintable(restored.error().message));
    return *restored;
}

/// A document with one case and one cell.
QJsonObject TestMatrixImport::smallest()
{
    return QJsonDocument::fromJson(R"({
        "set": "capitals.csv", "matrix_id": 7,
        "definition": {"name": "capitals", "columns": ["country"], "prompt": "Capital of {{country}}?",
                       "targets": [{"target": "openai/gpt-5-mini", "parameters": {"temperature": 0.2}}]},
        "cases": [{"values": ["France"]}],
        "cells": [{"case": 0, "lane": 0, "account": "openai", "model": "gpt-5-mini", "status": "complete",
                   "text": "Paris", "checks": [{"check": "contains:Paris", "passed": true}]}],
        "summary": {"cells": 1}})")
        .object();
}

void TestMatrixImport::whatWasExportedComesBack()
{
    MatrixBench bench;
    const qint64 id = bench.addMatrix(
        bench.countingSet(3, {QStringLiteral("contains:x"), QStringLiteral("contains:{{n}}")}),
        {MatrixBench::target(), {{QStringLiteral("fake"), QStringLiteral("missing")}}});
    const auto matrix = bench.loaded(id);
    QVERIFY(matrix->start());
    QVERIFY(MatrixBench::reaches(*matrix, Matrix::State::Finished));
    const Result<MatrixImport> read = readMatrixDocument(exported(bench, *matrix));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(read->unknown, QStringList());
    const auto again = bench.loaded(imported(bench, *read));
    QCOMPARE(again->state(), Matrix::State::Finished);
    QCOMPARE(again->targets(), matrix->targets());
    QCOMPARE(again->set().prompt, matrix->set().prompt);
    QCOMPARE(again->set().checks, matrix->set().checks);
    for (int place = 0; place < 6; ++place) {
        const MatrixCell &was = matrix->cell(place / 2, place % 2);
        const MatrixCell &is = again->cell(place / 2, place % 2);
        QCOMPARE(is.status, was.status);
        QCOMPARE(is.error, was.error);
        QCOMPARE(is.passedChecks, was.passedChecks);
        QCOMPARE(is.failedChecks, was.failedChecks);
        QCOMPARE(is.outputTokens, was.outputTokens);
        QCOMPARE(is.answerMark, was.answerMark);
        QVERIFY(is.callId != was.callId);
    }
    const MatrixCellRecord cell = test::await(bench.matrices.cell(again->id(), 2, 0)).value();
    QCOMPARE(cell.lane->latest.completion.text, QStringLiteral("x"));
    QVERIFY(cell.runId != 0);
    QCOMPARE(test::await(bench.bench.reader.run(cell.runId))->prompt, QStringLiteral("Number 2"));
}

void TestMatrixImport::missingCellsStayOpen()
{
    MatrixBench bench;
    QJsonObject document = smallest();
    document[QStringLiteral("cases")] =
        QJsonArray{QJsonObject{{QStringLiteral("values"), QJsonArray{QStringLiteral("France")}}},
                   QJsonObject{{QStringLiteral("values"), QJsonArray{QStringLiteral("Japan")}}}};
    const Result<MatrixImport> read = readMatrixDocument(QJsonDocument(document).toJson());
    QVERIFY(read);
    const auto matrix = bench.loaded(imported(bench, *read));
    QCOMPARE(matrix->state(), Matrix::State::Paused);
    QVERIFY(matrix->cell(0, 0).isSettled());
    QCOMPARE(matrix->cell(0, 0).passedChecks, 1);
    QVERIFY(!matrix->cell(1, 0).isSettled());
    QCOMPARE(matrix->targets().constFirst().parameters.temperature, 0.2);
}

void TestMatrixImport::anImportIsInNoTotal()
{
    MatrixBench bench;
    imported(bench, *readMatrixDocument(QJsonDocument(smallest()).toJson()));
    const auto counted = test::await(bench.bench.ledger.database().read([](Connection &connection) {
        std::pair<qint64, qint64> rows{-1, -1};
        const Result<bool> read =
            Statement(connection, QStringLiteral("SELECT count(*), sum(imported) FROM attempts"))
                .first([&rows](const Statement &row) {
                    rows = {row.integer(0), row.integer(1)};
                });
        return read ? Result<std::pair<qint64, qint64>>(rows)
                    : Result<std::pair<qint64, qint64>>(read.error());
    }));
    QCOMPARE(counted.value(), std::pair(qint64(1), qint64(1)));
}

void TestMatrixImport::whatIsNotKeptIsListed()
{
    QJsonObject document = smallest();
    QJsonObject cell = document[QStringLiteral("cells")].toArray().at(0).toObject();
    cell[QStringLiteral("mood")] = QStringLiteral("sure");
    document[QStringLiteral("cells")] = QJsonArray{cell};
    document[QStringLiteral("author")] = QStringLiteral("someone");
    const Result<MatrixImport> read = readMatrixDocument(QJsonDocument(document).toJson());
    QVERIFY(read);
    QCOMPARE(read->unknown, (QStringList{QStringLiteral("author"), QStringLiteral("cells[].mood")}));
    QCOMPARE(read->cells.constFirst().lane->latest.completion.text, QStringLiteral("Paris"));
}

void TestMatrixImport::brokenDocumentsSayWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto with = [](const char *member, const QByteArray &json) {
        QJsonObject document = smallest();
        document[QLatin1StringView(member)] =
            QJsonDocument::fromJson("{\"v\": " + json + "}").object().value(QStringLiteral("v"));
        return QJsonDocument(document).toJson();
    };
    QTest::newRow("no JSON") << QByteArray("{\"cells\": [") << QStringLiteral("at byte");
    QTest::newRow("the command line's document")
        << with("definition", "null") << QStringLiteral("definition");
    QTest::newRow("no cells") << with("cells", "null") << QStringLiteral("cells");
    QTest::newRow("no model") << with("definition", R"({"name": "a", "columns": ["prompt"]})")
                              << QStringLiteral("targets");
    QTest::newRow("a variable without a column") << with(
        "definition",
        R"({"name": "a", "columns": ["country"], "prompt": "{{city}}", "targets": [{"target": "a/b"}]})")
                                                 << QStringLiteral("city");
    QTest::newRow("a cell of no case")
        << with("cells", R"([{"case": 3, "lane": 0, "model": "m", "status": "complete"}])")
        << QStringLiteral("cells[0]");
    QTest::newRow("two of one cell") << with("cells",
                                             R"([{"case": 0, "lane": 0, "model": "m", "status": "complete"},
                     {"case": 0, "lane": 0, "model": "m", "status": "complete"}])")
                                     << QStringLiteral("two cells");
    QTest::newRow("a state nobody knows")
        << with("cells", R"([{"case": 0, "lane": 0, "model": "m", "status": "dreaming"}])")
        << QStringLiteral("cells[0].status");
    QTest::newRow("a negative count") << with(
        "cells", R"([{"case": 0, "lane": 0, "model": "m", "status": "complete", "usage": {"input": -1}}])")
                                      << QStringLiteral("cells[0].usage.input");
}

void TestMatrixImport::brokenDocumentsSayWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const Result<MatrixImport> read = readMatrixDocument(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

SWITCHYARD_TEST(TestMatrixImport)
#include "tst_matriximport.moc"
