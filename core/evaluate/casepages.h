#pragma once

#include "core/evaluate/promptsetstore.h"

#include <QCache>
#include <QSet>

namespace core {

/// The cases of a set, a page at a time as they are needed, the latest few kept. Main thread.
class CasePages : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPage = 64;

    CasePages(const PromptSetStore &store, qint64 set, QObject *parent = nullptr);

    /// Null while its page is not there; it is asked for and arrived() says when it is.
    const PromptCase *find(int caseIndex);

signals:
    void arrived();
    void failed(const core::Error &error);

private:
    void read(int page);

    const PromptSetStore &m_store;
    const qint64 m_set;
    QCache<int, QList<PromptCase>> m_pages;
    QSet<int> m_asked;
};

} // namespace core
