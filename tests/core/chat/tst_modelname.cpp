#include "core/chat/modelname.h"
#include "tests/support/testunit.h"

#include <QTest>

class ModelNameTest : public QObject
{
    Q_OBJECT

private slots:
    void bareNames_data();
    void bareNames();
    void tellsDatedAliasesFromOtherModels_data();
    void tellsDatedAliasesFromOtherModels();
};

void ModelNameTest::bareNames_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("bare");
    QTest::addColumn<QString>("undated");
    const auto row = [](const char *id, const char *bare, const char *undated) {
        QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(bare)
                          << QString::fromLatin1(undated);
    };
    row("gpt-4o", "gpt-4o", "gpt-4o");
    row("gpt-4o-2024-08-06", "gpt-4o-2024-08-06", "gpt-4o");
    row("models/gemini-1.5-flash-002", "gemini-1.5-flash-002", "gemini-1.5-flash");
    row("models/gemini-2.5-flash-preview-05-20", "gemini-2.5-flash-preview-05-20", "gemini-2.5-flash");
    row("openai/gpt-4o-mini:free", "gpt-4o-mini", "gpt-4o-mini");
    row("accounts/fireworks/models/Llama-v3", "llama-v3", "llama-v3");
    row("claude-3-5-sonnet@20241022", "claude-3-5-sonnet@20241022", "claude-3-5-sonnet");
    row("claude-3-5-sonnet-latest", "claude-3-5-sonnet-latest", "claude-3-5-sonnet");
    row("llama3.1:8b", "llama3.1:8b", "llama3.1:8b");
    row("llama3:latest", "llama3", "llama3");
    row("gpt-4-0613", "gpt-4-0613", "gpt-4");
    row("command-r-08-2024", "command-r-08-2024", "command-r");
    row("-2024-08-06", "-2024-08-06", "-2024-08-06");
    row("", "", "");
}

void ModelNameTest::bareNames()
{
    QFETCH(QString, id);
    QTEST(core::bareModelName(id), "bare");
    QTEST(core::undatedModelName(id), "undated");
}

void ModelNameTest::tellsDatedAliasesFromOtherModels_data()
{
    QTest::addColumn<QString>("requested");
    QTest::addColumn<QString>("answered");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *requested, const char *answered, bool same) {
        QTest::newRow(name) << QString::fromLatin1(requested) << QString::fromLatin1(answered) << same;
    };
    row("the same", "gpt-4o", "gpt-4o", true);
    row("its dated form", "gpt-4o-mini", "gpt-4o-mini-2024-07-18", true);
    row("a compact date", "claude-3-5-sonnet", "claude-3-5-sonnet-20241022", true);
    row("latest resolved to a date", "claude-3-5-sonnet-latest", "claude-3-5-sonnet-20241022", true);
    row("month and day", "gpt-4-turbo", "gpt-4-turbo-0125", true);
    row("a vendor prefix of a reseller", "openai/gpt-4o", "gpt-4o-2024-08-06", true);
    row("dots for dashes", "anthropic/claude-3.5-sonnet", "claude-3-5-sonnet-20241022", true);
    row("a free variant", "qwen/qwen-plus:free", "qwen-plus", true);
    row("upper and lower case", "Qwen-Plus", "qwen-plus", true);
    row("asked for a date, answered by the plain name", "gpt-4o-2024-08-06", "gpt-4o", true);
    row("the answer names no model", "gpt-4o", "", true);
    row("a smaller sister", "gpt-4o", "gpt-4o-mini", false);
    row("a smaller sister with a date", "gpt-4o", "gpt-4o-mini-2024-07-18", false);
    row("another date", "gpt-4o-2024-05-13", "gpt-4o-2024-08-06", false);
    row("another size in a tag", "llama3.1:8b", "llama3.1:70b", false);
    row("another version", "gemini-1.5-flash", "gemini-2.0-flash", false);
    row("another model", "claude-3-5-sonnet", "gpt-4o", false);
}

void ModelNameTest::tellsDatedAliasesFromOtherModels()
{
    QFETCH(QString, requested);
    QFETCH(QString, answered);
    QTEST(core::isSameModelOrDatedAlias(requested, answered), "same");
}

SWITCHYARD_TEST(ModelNameTest)
#include "tst_modelname.moc"
