#include "core/imports/conversationfile.h"

#include "core/imports/chatgptexport.h"
#include "core/imports/importwords.h"
#include "core/imports/openwebuiexport.h"

#include <QFileInfo>

namespace core {

namespace {

/// A line of a log of chat requests, or of a batch file.
bool isRequest(const QJsonObject &element)
{
    for (const QLatin1StringView part : {QLatin1StringView("body"), QLatin1StringView("request")}) {
        if (element.value(part)[QLatin1StringView("messages")].isArray())
            return true;
    }
    return element.value(QLatin1StringView("messages")).isArray()
        && element.value(QLatin1StringView("model")).isString();
}

} // namespace

ConversationFile::ConversationFile(const QString &filePath) : m_file(filePath), m_elements(m_file) { }

Result<std::unique_ptr<ConversationFile>> ConversationFile::open(const QString &filePath)
{
    auto opened = std::unique_ptr<ConversationFile>(new ConversationFile(filePath));
    const QString name = QFileInfo(filePath).fileName();
    if (!opened->m_file.open(QIODevice::ReadOnly))
        return unreadable(
            ImportWords::tr("%1 could not be read: %2").arg(name, opened->m_file.errorString()));
    // https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3.7
    if (opened->m_file.peek(4) == "PK\x03\x04")
        return unreadable(
            ImportWords::tr("%1 is an archive: unpack it and choose the conversations.json that is in it")
                .arg(name));
    return opened;
}

Error ConversationFile::named(const Error &error) const
{
    Error with = error;
    with.message = ImportWords::tr("%1: %2", "a file and what is wrong with it")
                       .arg(QFileInfo(m_file.fileName()).fileName(), error.message);
    return with;
}

ConversationFile::Reader ConversationFile::readerFor(const QJsonObject &element)
{
    if (isChatGptConversation(element))
        return readChatGptConversation;
    if (isOpenWebUiChat(element))
        return readOpenWebUiChat;
    return nullptr;
}

Result<std::optional<ImportedConversation>> ConversationFile::next(ImportLosses &losses)
{
    const Result<std::optional<QJsonObject>> element = m_elements.next();
    if (!element)
        return named(element.error());
    if (!element->has_value())
        return std::optional<ImportedConversation>();
    const Reader reader = readerFor(**element);
    if (!reader && isRequest(**element))
        return named(unreadable(
            ImportWords::tr(
                "element %1 is a request of a program; import such a log as traffic, on the Routes page")
                .arg(m_elements.count())));
    if (!reader || (m_reader && reader != m_reader))
        return named(unreadable(
            ImportWords::tr("element %1 is neither a conversation of ChatGPT's export (with “mapping”) nor a "
                            "chat of Open WebUI's (with “chat.history”)")
                .arg(m_elements.count())));
    m_reader = reader;
    const Result<ImportedConversation> conversation = reader(**element, losses);
    if (!conversation)
        return named(unreadable(
            ImportWords::tr("element %1: %2").arg(m_elements.count()).arg(conversation.error().message)));
    return std::optional(*conversation);
}

} // namespace core
