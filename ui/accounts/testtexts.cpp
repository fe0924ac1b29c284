#include "ui/accounts/testtexts.h"

#include "core/base/formatting.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct TestWords
{
    Q_DECLARE_TR_FUNCTIONS(TestWords)
};

/// Whether the sentence is the provider's own and not one found on this side.
bool isQuotation(const core::Error &error)
{
    if (!error.httpStatus || error.kind == core::ErrorKind::NotFound)
        return false;
    return error.kind != core::ErrorKind::Protocol && error.kind != core::ErrorKind::Network;
}

std::pair<QString, QString> titleAndNext(const core::ConnectionReport &report)
{
    switch (report.error->kind) {
    case core::ErrorKind::Auth:
        if (report.error->httpStatus)
            return {TestWords::tr("The key was not accepted"),
                    TestWords::tr("Check that the key belongs to this provider and region, replace it, then "
                                  "test again.")};
        return {TestWords::tr("There is no key to test with"), TestWords::tr("Enter it, then test again.")};
    case core::ErrorKind::Quota:
        return {TestWords::tr("The key works, but the account has no credit"),
                TestWords::tr("Add credit at the provider, then test again.")};
    case core::ErrorKind::RateLimited:
        return {TestWords::tr("The provider is limiting requests"),
                TestWords::tr("Wait a moment, then test again.")};
    case core::ErrorKind::Network:
        return {TestWords::tr("There is no connection"),
                TestWords::tr("Check the base URL, the network and the proxy, then test again.")};
    case core::ErrorKind::Timeout:
        return {TestWords::tr("The endpoint took too long"),
                TestWords::tr("Test again, or raise the time limits.")};
    case core::ErrorKind::NotFound:
        return {TestWords::tr("There is no model list"),
                TestWords::tr("Correct the base URL; or, if this endpoint lists no models, type their ids by "
                              "hand.")};
    case core::ErrorKind::Protocol:
        return {TestWords::tr("This is not the address of an API"),
                TestWords::tr("Correct the base URL, then test again.")};
    case core::ErrorKind::Server:
        return {TestWords::tr("The provider has a fault of its own"),
                TestWords::tr("Test again in a moment.")};
    default:
        return {TestWords::tr("The provider rejected the request"),
                TestWords::tr("Check the settings of this account, then test again.")};
    }
}

} // namespace

TestTexts testTexts(const core::ConnectionReport &report, const QString &provider)
{
    if (report.ok()) {
        TestTexts texts{
            TestWords::tr("It works: %n models, %1", nullptr, static_cast<int>(report.models.size()))
                .arg(core::formatDuration(report.latencyMs))};
        if (report.models.isEmpty())
            texts.next = TestWords::tr("The list is empty: type model ids by hand.");
        return texts;
    }
    QString words = report.error->message.trimmed();
    if (!report.betterBaseUrl.isEmpty())
        return {TestWords::tr("The API is at another address"),
                {},
                TestWords::tr("The base URL lacks a part of its path: it should be %1.")
                    .arg(report.betterBaseUrl.toString())};
    const auto [title, next] = titleAndNext(report);
    // What can be done is said below.
    if (report.error->kind == core::ErrorKind::NotFound)
        words = words.section(QStringLiteral(". "), 0, 0);
    if (isQuotation(*report.error))
        words = TestWords::tr("%1: \"%2\" (HTTP %3)")
                    .arg(provider, words, QString::number(*report.error->httpStatus));
    return {title, words, next};
}

} // namespace ui
