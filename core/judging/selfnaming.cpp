#include "core/judging/selfnaming.h"

#include <QRegularExpression>

namespace core {

namespace {

/// A sentence that is longer than this is cut at its next blank, and beyond the second limit anywhere.
constexpr qsizetype kLongSentence = 400;
constexpr qsizetype kLongestSentence = 800;

/// Names of models, with what may follow them: a version, a size.
QString modelNames()
{
    return QStringLiteral("(?:(?:\\b(?:ChatGPT|GPT|Claude|Gemini|Gemma|Bard|PaLM|Qwen|QwQ|Tongyi(?:\\s+"
                          "Qianwen)?|DeepSeek|Llama|Mistral|"
                          "Mixtral|Ministral|Codestral|Magistral|Le\\s+Chat|Grok|Kimi|ChatGLM|GLM|ERNIE(?:"
                          "\\s+Bot)?|Doubao|Hunyuan|"
                          "MiniMax|Nemotron|Jamba|Copilot|Command[\\s-]?[AR]\\+?|Phi|Sonar|Nova)|通义千问|"
                          "千问|文心一言|豆包|混元|"
                          "智谱清言|讯飞星火)(?:[\\s-]?(?:v?\\d+(?:\\.\\d+)*\\w*|o\\d|R\\d|V\\d|Opus|Sonnet|"
                          "Haiku|Pro|Flash|Ultra|"
                          "Turbo|Mini|Plus|Max|Large|Small|Medium|Instruct|Chat)\\b)*)");
}

/// Makers that make nothing but models: whatever they made speaks of itself.
QString modelMakers()
{
    return QStringLiteral(
        "(?:\\b(?:OpenAI|Anthropic|DeepMind|Google\\s+DeepMind|Alibaba\\s+Cloud|Meta\\s+AI|"
        "Mistral(?:\\s+AI)?|DeepSeek|xAI|Moonshot(?:\\s+AI)?|Zhipu(?:\\s+AI)?|Z\\.ai|Cohere|"
        "AI21(?:\\s+Labs)?|MiniMax|Perplexity(?:\\s+AI)?)\\b|深度求索|月之暗面|智谱(?:AI)?|零一万物)");
}

/// Makers that make much else.
QString largeMakers()
{
    return QStringLiteral(
        "(?:\\b(?:Google|Alibaba(?:\\s+Group)?|Meta|Microsoft|Amazon|NVIDIA|Baidu|ByteDance|"
        "Tencent|Apple|IBM)\\b|阿里云|阿里巴巴(?:集团)?|达摩院|百度|字节跳动|腾讯|科大讯飞)");
}

QRegularExpression pattern(const QString &text)
{
    const QString spelled =
        QString(text)
            .replace(QStringLiteral("{maker}"), QStringLiteral("(?:{strong}|{large})"))
            .replace(QStringLiteral("{name}"), QStringLiteral("(?:{model}|{strong}|{large})"))
            .replace(QStringLiteral("{model}"), modelNames())
            .replace(QStringLiteral("{strong}"), modelMakers())
            .replace(QStringLiteral("{large}"), largeMakers())
            // What may stand around a word: blanks, emphasis, quotation marks.
            .replace(QStringLiteral("{_}"), QStringLiteral("[\\s*_`\"'“”„«]+"));
    QRegularExpression expression(spelled, QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    return expression;
}

/// Phrases by which a sentence tells who wrote it.
const QList<QRegularExpression> &selfNamingPhrases()
{
    static const QList<QRegularExpression> phrases{
        // English: "I'm Claude", "I am a large language model called Qwen", "As ChatGPT, ..."
        pattern(QStringLiteral(
            "\\b(?:I\\s+am|I['’]m|my\\s+name\\s+is|my\\s+name['’]s|call\\s+me|this\\s+is|you(?:['’]re|\\s+"
            "are)\\s+"
            "\\S+\\s+(?:to|with)){_}(?:(?:just|actually|really|also|called|named|known\\s+as){_})*"
            "(?:(?:an?|the|your)\\s+(?:[\\w-]+,?\\s+){1,8}?(?:called|named|known\\s+as){_})?(?:(?:an?|the){_}"
            ")?{name}")),
        pattern(QStringLiteral("(?:^[\\W_]*|[,;:]\\s)as{_}(?:an?\\s+(?:[\\w-]+,?\\s+){1,6}?(?:called|named|"
                               "like){_})?(?:(?:an?|the){_})?"
                               "{model}")),
        pattern(QStringLiteral("^[\\W_]*{model}{_}here\\b")),
        // "made by Anthropic"; "I was created by Google", "a model from Meta"
        pattern(QStringLiteral("\\b(?:made|created|developed|trained|built|designed|provided|produced|"
                               "released|powered|engineered)\\s+"
                               "(?:and\\s+\\w+\\s+)?(?:by|at){_}(?:\\w+\\s+){0,3}?{strong}")),
        pattern(QStringLiteral("\\b(?:I|I['’]m|I['’]ve|me|model|assistant|AI|chatbot|LLM|{model})\\b.*?\\b(?:"
                               "made|created|developed|"
                               "trained|built|designed|provided|produced|released|powered|engineered)\\s+(?:"
                               "and\\s+\\w+\\s+)?(?:by|at){_}"
                               "(?:\\w+\\s+){0,3}?{maker}")),
        pattern(QStringLiteral("\\b(?:model|assistant|AI|chatbot|LLM|KI|Modell|Sprachmodell|Assistent|"
                               "Assistentin)\\s+(?:from|by|of|von|"
                               "aus\\s+dem\\s+Hause){_}(?:the\\s+)?{maker}")),
        // German: "Ich bin Gemini", "Als ChatGPT ...", "von Google entwickelt", "entwickelt von OpenAI"
        pattern(QStringLiteral(
            "\\b(?:ich\\s+bin|ich\\s+hei(?:ß|ss)e|mein\\s+name\\s+ist|man\\s+nennt\\s+mich|hier\\s+ist){_}"
            "(?:(?:auch|nur|eigentlich){_})*(?:(?:ein|eine|der|die|das)\\s+(?:\\S+\\s+){1,8}?(?:namens|"
            "genannt|mit\\s+"
            "dem\\s+Namen){_})?(?:(?:ein|eine|der|die|das){_})?{name}")),
        pattern(QStringLiteral(
            "(?:^[\\W_]*|[,;:]\\s)als{_}(?:(?:ein|eine|der|die|das)\\s+(?:\\S+\\s+){0,6}?)?{model}")),
        pattern(QStringLiteral("\\b(?:ich|mich|Modell|Sprachmodell|KI|Assistent|Chatbot|{model}).*?\\b(?:von|"
                               "durch){_}(?:\\S+\\s+){0,3}?"
                               "{maker}.{0,40}?(?:entwickelt|trainiert|erstellt|geschaffen|gebaut|"
                               "programmiert|bereitgestellt)")),
        pattern(QStringLiteral(
            "(?:entwickelt|trainiert|erstellt|geschaffen|gebaut|programmiert|bereitgestellt)\\w*\\s+"
            "(?:wurde\\s+)?(?:von|durch){_}(?:\\S+\\s+){0,3}?{strong}")),
        // Chinese: 我是通义千问, 作为 ChatGPT, 由阿里云开发
        pattern(
            QStringLiteral("(?:我(?:是|叫|名叫|的名字(?:是|叫))|作为|身为)[^，。！？；\\n]{0,24}?{name}")),
        pattern(QStringLiteral("(?:由|来自)\\s*{maker}[^，。！？\\n]{0,12}?(?:开发|训练|创建|创造|研发|推出|"
                               "打造|提供|发布|构建|设计)")),
        pattern(QStringLiteral(
            "{maker}\\s*(?:公司|团队)?\\s*(?:自主)?(?:开发|训练|创建|创造|研发|推出|打造|发布|构建|设计)的"
            "[^，。！？\\n]{0,16}?(?:模型|助手|AI|人工智能|{model})"))};
    return phrases;
}

QString maskedSentence(const QString &sentence)
{
    static const QRegularExpression names = pattern(QStringLiteral("{name}"));
    if (!sentence.contains(names))
        return sentence;
    for (const QRegularExpression &phrase : selfNamingPhrases()) {
        if (sentence.contains(phrase))
            return QString(sentence).replace(names, kMaskedName.toString());
    }
    return sentence;
}

/// Where the first sentence or line of `text` ends, exclusive; -1: with the text.
qsizetype sentenceEnd(QStringView text)
{
    constexpr QStringView kFullWidthEnds = u"。！？；";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('\n') || kFullWidthEnds.contains(c))
            return i + 1;
        const bool afterEnd = i > 0 && QStringView(u".!?").contains(text.at(i - 1));
        if (c.isSpace() && (afterEnd || i >= kLongSentence))
            return i + 1;
        if (i + 1 >= kLongestSentence && !c.isHighSurrogate())
            return i + 1;
    }
    return -1;
}

} // namespace

QString maskSelfNaming(const QString &text)
{
    QString masked;
    qsizetype from = 0;
    for (qsizetype end = sentenceEnd(text); end > 0; end = sentenceEnd(QStringView(text).mid(from))) {
        masked += maskedSentence(text.mid(from, end));
        from += end;
    }
    return masked + maskedSentence(text.mid(from));
}

} // namespace core
