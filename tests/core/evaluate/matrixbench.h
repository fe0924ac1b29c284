#pragma once

#include "tests/support/fakeprovider.h"
#include "tests/support/workbench.h"

#include "core/evaluate/matrix.h"

#include <QTest>

namespace test {

/// A workbench with stores of sets and matrices, and an account `fake` at a provider that answers `x` to
/// everything unless a test says otherwise.
class MatrixBench
{
public:
    MatrixBench()
    {
        provider.onModel(kModel(), {completion({QStringLiteral("x")})});
        bench.addAccount(QStringLiteral("fake"), provider.baseUrl());
    }

    static QString kModel() { return QStringLiteral("fake-model"); }
    static core::Target target(const QString &model = kModel()) { return {{QStringLiteral("fake"), model}}; }

    /// A set with a column `n` that counts from 0, and a prompt that says it.
    core::PromptSetDraft countingSet(int cases, const QStringList &checks = {})
    {
        core::PromptSetDraft draft;
        draft.name = QStringLiteral("counting");
        draft.prompt = QStringLiteral("Number {{n}}");
        draft.table.columns = QStringList{QStringLiteral("n")};
        for (int row = 0; row < cases; ++row)
            draft.table.cases.append({{QString::number(row)}});
        for (const QString &check : checks)
            draft.checks.append(core::parseCheck(check).value());
        return draft;
    }

    qint64 addMatrix(const core::PromptSetDraft &set, const QList<core::Target> &targets,
                     const core::MatrixOptions &options = {})
    {
        const core::Result<qint64> setId = await(sets.add(set));
        if (!setId)
            qFatal("%s", qPrintable(setId.error().message));
        core::MatrixDraft draft{*setId, targets};
        draft.options = options;
        return await(matrices.add(draft)).value();
    }

    std::unique_ptr<core::Matrix> loaded(qint64 id)
    {
        auto matrix = std::make_unique<core::Matrix>(services(), id);
        QSignalSpy loaded(matrix.get(), &core::Matrix::loaded);
        matrix->load();
        if (loaded.isEmpty() && !loaded.wait(30'000))
            qFatal("the matrix could not be read");
        return matrix;
    }

    /// Waits for the state.
    static bool reaches(const core::Matrix &matrix, core::Matrix::State state)
    {
        return QTest::qWaitFor([&] { return matrix.state() == state; }, 60'000);
    }

    core::EvaluateServices services() { return {bench.services(), sets, matrices}; }

    FakeProvider provider;
    Workbench bench;
    core::PromptSetStore sets{bench.ledger.database(), bench.clock};
    core::MatrixStore matrices{bench.ledger.database(), bench.clock};
};

} // namespace test
