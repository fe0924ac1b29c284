#include "ui/markdown/syntaxworker.h"

#include <QLoggingCategory>

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/formatterparams.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

#include <map>

namespace ui {

namespace {

Q_LOGGING_CATEGORY(logSyntax, "switchyard.ui.syntax")

struct Found
{
    int start = 0;
    int length = 0;
    SyntaxKind kind = SyntaxKind::Plain;
};

/// Collects the pieces of one kind; offsets are bytes.
class Collector : public srchilite::Formatter
{
public:
    Collector(SyntaxKind kind, QList<Found> *found) : m_kind(kind), m_found(found) { }

    void format(const std::string &text, const srchilite::FormatterParams *params) override
    {
        if (m_kind != SyntaxKind::Plain && params && params->start >= 0 && !text.empty())
            m_found->append({params->start, static_cast<int>(text.size()), m_kind});
    }

private:
    SyntaxKind m_kind;
    QList<Found> *m_found;
};

// Element names of the language files, from the *.lang files of Source-highlight 3.1.9 and its
// style.defaults.
const std::map<std::string, SyntaxKind> kElements{
    {"keyword", SyntaxKind::Keyword},      {"type", SyntaxKind::Type},
    {"usertype", SyntaxKind::Type},        {"classname", SyntaxKind::Type},
    {"string", SyntaxKind::String},        {"regexp", SyntaxKind::String},
    {"specialchar", SyntaxKind::String},   {"path", SyntaxKind::String},
    {"value", SyntaxKind::String},         {"number", SyntaxKind::Number},
    {"comment", SyntaxKind::Comment},      {"function", SyntaxKind::Function},
    {"predef_func", SyntaxKind::Function}, {"section", SyntaxKind::Function},
    {"preproc", SyntaxKind::Preprocessor}, {"label", SyntaxKind::Preprocessor},
    {"variable", SyntaxKind::Type},        {"predef_var", SyntaxKind::Type},
    {"attribute", SyntaxKind::Type},       {"property", SyntaxKind::Type},
    {"selector", SyntaxKind::Keyword},     {"newfile", SyntaxKind::Number},
    {"oldfile", SyntaxKind::Preprocessor}, {"difflines", SyntaxKind::Comment},
};

/// Byte offsets of `line` in UTF-8, turned into UTF-16 units.
QList<SyntaxToken> toUtf16(const QString &line, const QByteArray &bytes, const QList<Found> &found)
{
    const auto units = [&](int offset) {
        return bytes.size() == line.size()
            ? offset
            : static_cast<int>(QString::fromUtf8(bytes.constData(), offset).size());
    };
    QList<SyntaxToken> tokens;
    for (const Found &piece : found) {
        const int start = units(piece.start);
        const int length = units(piece.start + piece.length) - start;
        if (!tokens.isEmpty() && tokens.back().kind == piece.kind
            && tokens.back().start + tokens.back().length == start)
            tokens.back().length += length;
        else
            tokens.append({start, length, piece.kind});
    }
    return tokens;
}

} // namespace

struct SyntaxWorker::Library
{
    explicit Library(const std::string &dataFolder)
        : folder(dataFolder)
        , languages(&rules)
        , manager(srchilite::FormatterPtr(new Collector(SyntaxKind::Plain, &found)))
    {
        for (const auto &[element, kind] : kElements)
            manager.addFormatter(element, srchilite::FormatterPtr(new Collector(kind, &found)));
    }

    std::string folder;
    srchilite::RegexRuleFactory rules;
    srchilite::LangDefManager languages;
    QList<Found> found;
    srchilite::FormatterManager manager;
    srchilite::FormatterParams params;
    std::map<quint64, std::unique_ptr<srchilite::SourceHighlighter>> sessions;
};

SyntaxWorker::SyntaxWorker(const std::string &folder) : m_library(std::make_unique<Library>(folder)) { }

SyntaxWorker::~SyntaxWorker() = default;

void SyntaxWorker::begin(quint64 session, const std::string &file)
{
    try {
        auto highlighter = std::make_unique<srchilite::SourceHighlighter>(
            m_library->languages.getHighlightState(m_library->folder, file));
        highlighter->setFormatterManager(&m_library->manager);
        highlighter->setFormatterParams(&m_library->params);
        highlighter->setOptimize(false);
        m_library->sessions[session] = std::move(highlighter);
    } catch (const std::exception &error) {
        qCWarning(logSyntax) << "cannot read" << file.c_str() << error.what();
    }
}

SyntaxWorker::Lines SyntaxWorker::feed(quint64 session, const QStringList &lines)
{
    Lines result(lines.size());
    const auto found = m_library->sessions.find(session);
    if (found == m_library->sessions.end())
        return result;
    for (qsizetype i = 0; i < lines.size() && !m_abandoned; ++i) {
        if (lines.at(i).size() > SyntaxHighlighter::kLongestLine)
            continue;
        const QByteArray bytes = lines.at(i).toUtf8();
        m_library->found.clear();
        try {
            found->second->highlightParagraph(bytes.toStdString());
        } catch (const std::exception &error) {
            // boost::regex gives up on some lines; the session goes on with the next one.
            qCDebug(logSyntax) << "line left plain:" << error.what();
            continue;
        }
        result[i] = toUtf16(lines.at(i), bytes, m_library->found);
    }
    return result;
}

void SyntaxWorker::end(quint64 session)
{
    m_library->sessions.erase(session);
}

} // namespace ui
