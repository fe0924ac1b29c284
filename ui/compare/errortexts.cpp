#include "ui/compare/errortexts.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Sentences
{
    QString title;
    QString next;
};

QString text(const char *source)
{
    return QCoreApplication::translate("ErrorTexts", source);
}

Sentences requestSentences(core::ErrorKind kind)
{
    switch (kind) {
    case core::ErrorKind::Auth:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The key was not accepted")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Check the key of this account, then retry."))};
    case core::ErrorKind::RateLimited:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The provider is limiting requests")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Wait a little, then retry, or swap the model."))};
    case core::ErrorKind::Quota:
        return {
            text(QT_TRANSLATE_NOOP("ErrorTexts", "The account has no credit or quota left")),
            text(QT_TRANSLATE_NOOP("ErrorTexts", "Add credit at the provider, or swap to another account."))};
    case core::ErrorKind::ContextLength:
        return {
            text(QT_TRANSLATE_NOOP("ErrorTexts", "The prompt is too long for this model")),
            text(QT_TRANSLATE_NOOP("ErrorTexts", "Shorten it, or swap to a model with a larger context."))};
    case core::ErrorKind::ContentFilter:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The provider's content filter stopped this")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Word the prompt differently, or swap the model."))};
    case core::ErrorKind::NotFound:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The provider does not know this model or address")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Swap the model, or check the account's base URL."))};
    case core::ErrorKind::Budget:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "A cost limit was reached")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Nothing was sent. Raise the limit to go on."))};
    default:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The provider rejected the request")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Change the prompt or swap the model, then retry."))};
    }
}

Sentences sentences(core::ErrorKind kind)
{
    switch (kind) {
    case core::ErrorKind::Network:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "There is no connection to the provider")),
                text(QT_TRANSLATE_NOOP("ErrorTexts",
                                       "Check the network and the account's base URL, then retry."))};
    case core::ErrorKind::Timeout:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The provider took too long")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Retry, or raise the time limits of the account."))};
    case core::ErrorKind::Server:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The provider has a fault of its own")),
                text(QT_TRANSLATE_NOOP("ErrorTexts", "Retry in a moment, or swap the model."))};
    case core::ErrorKind::Protocol:
        return {text(QT_TRANSLATE_NOOP("ErrorTexts", "The answer could not be read")),
                text(QT_TRANSLATE_NOOP("ErrorTexts",
                                       "Retry. If it happens again, check that the base URL is an API."))};
    case core::ErrorKind::Storage:
        return {
            text(QT_TRANSLATE_NOOP("ErrorTexts", "The ledger could not be written")),
            text(QT_TRANSLATE_NOOP("ErrorTexts", "Check the free space and the permissions, then retry."))};
    default:
        return requestSentences(kind);
    }
}

bool isOwnFinding(core::ErrorKind kind)
{
    return kind == core::ErrorKind::Network || kind == core::ErrorKind::Timeout
        || kind == core::ErrorKind::Protocol || kind == core::ErrorKind::Storage
        || kind == core::ErrorKind::Budget;
}

} // namespace

ErrorTexts errorTexts(const core::Error &error, const QString &speaker)
{
    const Sentences said = sentences(error.kind);
    QString words = error.message.trimmed();
    if (!words.isEmpty() && !isOwnFinding(error.kind))
        words = QCoreApplication::translate("ErrorTexts", "%1: \"%2\"").arg(speaker, words);
    if (error.httpStatus)
        words += QStringLiteral(" (HTTP %1)").arg(*error.httpStatus);
    return {said.title, words.trimmed(), said.next};
}

} // namespace ui
