#pragma once

#include "core/evaluate/check.h"

#include <QStringList>

namespace core {

/// The column that is the prompt when there is no template.
inline constexpr QLatin1StringView kPromptColumn{"prompt"};

/// One case: a value for each column of its set. A null value is one that the file does not have.
struct PromptCase
{
    QStringList values;
    /// Checks of this case alone, beside those of the set.
    QList<Check> checks = {};

    bool operator==(const PromptCase &) const = default;
};

/// Columns and rows as a file gave them; see readCaseFile().
struct CaseTable
{
    QStringList columns;
    QList<PromptCase> cases;

    bool operator==(const CaseTable &) const = default;
};

/// A prompt set about to be stored.
struct PromptSetDraft
{
    QString name;
    /// Where it was read from, for the eye.
    QString source = {};
    /// A template over the columns; empty takes the column `prompt` as it is.
    QString prompt = {};
    /// A template over the columns; may be empty.
    QString system = {};
    /// Of every case.
    QList<Check> checks = {};
    CaseTable table;
};

/// A stored prompt set without its cases, which are read as they are needed.
struct PromptSet
{
    qint64 id = 0;
    qint64 createdAtMs = 0;
    QString name;
    QString source;
    QString prompt;
    QString system;
    QStringList columns;
    QList<Check> checks;
    int cases = 0;
    /// Cases with checks of their own.
    int checkedCases = 0;
    /// Whether a check of a case's own is answered by a judge model.
    bool casesJudged = false;
    /// How often it was evaluated; see MatrixStore::list().
    int matrices = 0;

    bool operator==(const PromptSet &) const = default;
};

/// Whether every case of the draft can be asked and checked. InvalidRequest names the first variable that no
/// column has, or the case that has no value for one.
Result<void> validateDraft(const PromptSetDraft &draft);

/// Whether a check of the set or of one of its cases is answered by a judge model.
bool wantsJudge(const PromptSet &set);

/// What one case asks.
struct CasePrompt
{
    QString prompt;
    QString system;
};
/// Errors: see validateDraft().
Result<CasePrompt> promptOfCase(const PromptSet &set, const PromptCase &values);

/// The case's values by column, without those the file does not have.
QHash<QString, QString> variablesOfCase(const QStringList &columns, const PromptCase &values);

/// Fills Check::files of the draft's checks from files relative to `folder`. InvalidRequest names a file that
/// cannot be read, is no UTF-8, or is no usable JSON schema.
Result<void> readCheckFiles(PromptSetDraft *draft, const QString &folder);

} // namespace core
