#include "ui/routes/routeterms.h"

#include "core/accounts/accountstore.h"
#include "core/base/continuation.h"
#include "core/catalog/modeldirectory.h"
#include "core/compare/tasksuggestion.h"
#include "core/ledger/ledgerreader.h"

#include <QTimeZone>

using core::Field;

namespace ui {

namespace {

// What languageOf() can tell.
const QStringList kLanguageCodes{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("fr"),
                                 QStringLiteral("es"), QStringLiteral("it"), QStringLiteral("pt"),
                                 QStringLiteral("nl"), QStringLiteral("pl"), QStringLiteral("ru"),
                                 QStringLiteral("uk"), QStringLiteral("zh"), QStringLiteral("ja"),
                                 QStringLiteral("ko"), QStringLiteral("ar"), QStringLiteral("he"),
                                 QStringLiteral("el"), QStringLiteral("hi"), QStringLiteral("th")};

void addNew(QStringList &to, const QStringList &from)
{
    for (const QString &each : from) {
        if (!each.isEmpty() && !to.contains(each))
            to.append(each);
    }
}

} // namespace

RouteTerms::RouteTerms(const RoutesContext &context, QObject *parent)
    : QObject(parent), m_context(context) { }

void RouteTerms::reload()
{
    core::continued(m_context.reader.tasks(), this, [this](const core::Result<QStringList> &tasks) {
        if (!tasks || *tasks == m_tasks)
            return;
        m_tasks = *tasks;
        emit changed();
    });
    core::continued(m_context.reader.tags(), this, [this](const core::Result<QList<core::TagUse>> &tags) {
        if (!tags || *tags == m_tags)
            return;
        m_tags = *tags;
        emit changed();
    });
}

QStringList RouteTerms::tagKeys() const
{
    QStringList keys;
    for (const core::TagUse &tag : m_tags)
        addNew(keys, {tag.key});
    return keys;
}

QStringList RouteTerms::targets() const
{
    QStringList names;
    for (const core::Account &account : m_context.accounts.accounts()) {
        if (!account.enabled)
            continue;
        for (const core::ModelInfo &model : m_context.directory.modelsOf(account))
            names.append(core::TargetName{account.name, model.id}.toString());
    }
    return names;
}

QStringList RouteTerms::zones()
{
    static const QStringList all = [] {
        QStringList names;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
            names.append(QString::fromLatin1(id));
        return names;
    }();
    return all;
}

QStringList RouteTerms::values(Field field, const QString &key) const
{
    QStringList values;
    switch (field) {
    case Field::Task:
        values = core::kShippedTasks;
        addNew(values, m_tasks);
        break;
    case Field::Tag:
        for (const core::TagUse &tag : m_tags) {
            if (tag.key == key)
                addNew(values, {tag.value});
        }
        break;
    case Field::RequestedModel:
        for (const QString &name : targets())
            values << name.section(QLatin1Char('/'), 1) << name;
        values.removeDuplicates();
        break;
    case Field::Language:
        values = kLanguageCodes;
        break;
    case Field::Source:
        values = {QStringLiteral("window"), QStringLiteral("cli"), QStringLiteral("gateway"),
                  QStringLiteral("import")};
        break;
    default:
        break;
    }
    return values;
}

} // namespace ui
