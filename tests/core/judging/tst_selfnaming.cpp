#include "core/judging/selfnaming.h"
#include "tests/support/testunit.h"

#include <QTest>

using namespace core;

namespace {

const QString kMask = kMaskedName.toString();

const QStringList kSelfNaming{
    QStringLiteral("As ChatGPT, I cannot know that."),
    QStringLiteral("I'm Claude, made by Anthropic."),
    QStringLiteral("I’m **Claude 3.5 Sonnet**. How can I help?"),
    QStringLiteral("I am a large language model called Gemini 1.5 Pro."),
    QStringLiteral("I am an AI assistant created by Google."),
    QStringLiteral("My name is \"Qwen2.5-Max\"."),
    QStringLiteral("I am Qwen, created by Alibaba Cloud."),
    QStringLiteral("Qwen, created by Alibaba Cloud, is happy to help."),
    QStringLiteral("This text was made by Anthropic."),
    QStringLiteral("As a language model trained by OpenAI, I have no opinion."),
    QStringLiteral("I was developed and trained by Meta."),
    QStringLiteral("Hello! Grok here."),
    QStringLiteral("I'm an assistant from Mistral AI."),
    QStringLiteral("Ich bin ChatGPT, ein Sprachmodell."),
    QStringLiteral("Ich bin ein großes Sprachmodell namens Gemini."),
    QStringLiteral("Als Claude kann ich das nicht beurteilen."),
    QStringLiteral("Mein Name ist Qwen."),
    QStringLiteral("Ich wurde von Google entwickelt."),
    QStringLiteral("Ich bin ein Sprachmodell, entwickelt von OpenAI."),
    QStringLiteral("Dieses Modell wurde von Alibaba Cloud trainiert."),
    QStringLiteral("我是通义千问。"),
    QStringLiteral("我是由阿里云开发的大型语言模型，叫通义千问。"),
    QStringLiteral("作为 ChatGPT，我不能回答。"),
    QStringLiteral("我叫Kimi，由月之暗面训练。"),
    QStringLiteral("我是DeepSeek-V3，由深度求索公司开发的智能助手。"),
};

const QStringList kNames{QStringLiteral("ChatGPT"),  QStringLiteral("Claude"),   QStringLiteral("Gemini"),
                         QStringLiteral("Qwen"),     QStringLiteral("Grok"),     QStringLiteral("Kimi"),
                         QStringLiteral("DeepSeek"), QStringLiteral("OpenAI"),   QStringLiteral("Anthropic"),
                         QStringLiteral("Google"),   QStringLiteral("Alibaba"),  QStringLiteral("Meta"),
                         QStringLiteral("Mistral"),  QStringLiteral("通义千问"), QStringLiteral("阿里云"),
                         QStringLiteral("月之暗面"), QStringLiteral("深度求索"), QStringLiteral("Sonnet")};

} // namespace

class SelfNamingTest : public QObject
{
    Q_OBJECT

private slots:
    void masksWhatModelsSayOfThemselves_data();
    void masksWhatModelsSayOfThemselves();
    void leavesWhatAnAnswerIsAbout_data();
    void leavesWhatAnAnswerIsAbout();
    void masksOnlyTheNames();
    void masksOnlyTheSentence();
    void masksInLinesWithoutEnd_data();
    void masksInLinesWithoutEnd();
    void longTextsEnd();
};

void SelfNamingTest::masksWhatModelsSayOfThemselves_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : kSelfNaming)
        QTest::newRow(qPrintable(text)) << text;
}

void SelfNamingTest::masksWhatModelsSayOfThemselves()
{
    QFETCH(QString, text);
    const QString masked = maskSelfNaming(text);
    QVERIFY2(masked.contains(kMask), qPrintable(masked));
    for (const QString &name : kNames)
        QVERIFY2(!masked.contains(name), qPrintable(masked));
}

void SelfNamingTest::leavesWhatAnAnswerIsAbout_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        QStringLiteral("Kubernetes was developed by Google and given to a foundation."),
        QStringLiteral("React was created by Meta."),
        QStringLiteral("The OpenAI format has a field `usage`; Gemini has its own."),
        QStringLiteral("client = OpenAI(base_url=\"https://example.invalid/v1\")"),
        QStringLiteral("Answers such as Claude gives are longer than those of GPT-4o."),
        QStringLiteral("Der Dienst ist besser als ChatGPT."),
        QStringLiteral("I am sure that Claude Monet painted it."),
        QStringLiteral("Use Llama 3 as well as Mistral if you run them yourself."),
        QStringLiteral("百度是一家公司。"),
        QStringLiteral("A limiter, as used by many public APIs, has a bucket."),
    };
    for (const QString &text : texts)
        QTest::newRow(qPrintable(text)) << text;
}

void SelfNamingTest::leavesWhatAnAnswerIsAbout()
{
    QFETCH(QString, text);
    QCOMPARE(maskSelfNaming(text), text);
}

void SelfNamingTest::masksOnlyTheNames()
{
    QCOMPARE(maskSelfNaming(QStringLiteral("As ChatGPT, I cannot know that.")),
             QStringLiteral("As %1, I cannot know that.").arg(kMask));
    QCOMPARE(maskSelfNaming(QStringLiteral("I am Qwen, created by Alibaba Cloud.")),
             QStringLiteral("I am %1, created by %1.").arg(kMask));
    QCOMPARE(maskSelfNaming(QStringLiteral("我是通义千问。")), QStringLiteral("我是%1。").arg(kMask));
}

void SelfNamingTest::masksOnlyTheSentence()
{
    const QString text = QStringLiteral("I'm Claude. The OpenAI API has a field.\n\n```\nOpenAI()\n```\n");
    const QString masked = maskSelfNaming(text);
    QVERIFY(masked.startsWith(QStringLiteral("I'm %1. ").arg(kMask)));
    QVERIFY(masked.endsWith(QStringLiteral("The OpenAI API has a field.\n\n```\nOpenAI()\n```\n")));
}

void SelfNamingTest::masksInLinesWithoutEnd_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("nothing before it") << QString();
    QTest::newRow("many words") << QStringLiteral("word ").repeated(300);
    QTest::newRow("no blanks") << QString(1'900, QLatin1Char('x')) + QLatin1Char(' ');
    QTest::newRow("characters of two units") << QStringLiteral("😀").repeated(850) + QLatin1Char(' ');
}

void SelfNamingTest::masksInLinesWithoutEnd()
{
    QFETCH(QString, before);
    QCOMPARE(maskSelfNaming(before + QStringLiteral("I'm Claude and I never end my sentences")),
             QString(before + QStringLiteral("I'm %1 and I never end my sentences").arg(kMask)));
}

void SelfNamingTest::longTextsEnd()
{
    const QString text =
        QStringLiteral("I am sure that a model of a model by a model is made of models, as ever, ")
            .repeated(4'000);
    QCOMPARE(maskSelfNaming(text), text);
}

SWITCHYARD_TEST(SelfNamingTest)
#include "tst_selfnaming.moc"
