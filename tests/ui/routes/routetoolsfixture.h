#pragma once

#include "core/judging/votestore.h"
#include "tests/ui/routes/routesfixture.h"
#include "ui/routes/routetools.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The page with everything that hangs on it.
class RouteToolsFixture : public RoutesFixture
{
public:
    /// On a page made anew.
    ui::RouteTools &makeTools()
    {
        makePage();
        m_tools =
            new ui::RouteTools(page(),
                               {services().ledgerWriter(),
                                services().presets(),
                                services().catalog(),
                                {services().compareServices(), services().database(), &services().votes()}});
        return *m_tools;
    }
    ui::RouteTools &tools() { return *m_tools; }

    /// A file of requests to `gpt-5` of an hour ago, one for each prompt, with the task and the tag
    /// tier=gold.
    QString trafficFile(const QStringList &prompts, const QString &task)
    {
        QByteArray lines;
        for (const QString &prompt : prompts) {
            const QJsonObject message{{QStringLiteral("role"), QStringLiteral("user")},
                                      {QStringLiteral("content"), prompt}};
            const QJsonObject line{{QStringLiteral("model"), QStringLiteral("gpt-5")},
                                   {QStringLiteral("messages"), QJsonArray{message}},
                                   {QStringLiteral("created"), services().clock().utcMs() / 1000 - 3600},
                                   {QStringLiteral("usage"),
                                    QJsonObject{{QStringLiteral("prompt_tokens"), 200},
                                                {QStringLiteral("completion_tokens"), 50}}},
                                   {QStringLiteral("metadata"),
                                    QJsonObject{{QStringLiteral("task"), task},
                                                {QStringLiteral("tier"), QStringLiteral("gold")}}}};
            lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        }
        return file(QStringLiteral("traffic.jsonl"), lines);
    }

    /// A file of the fixture's own folder.
    QString file(const QString &name, const QByteArray &content)
    {
        QFile made(m_files.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("%s was not written.", qPrintable(name));
        return made.fileName();
    }
    QString pathOf(const QString &name) const { return m_files.filePath(name); }

private:
    QTemporaryDir m_files;
    ui::RouteTools *m_tools = nullptr;
};
