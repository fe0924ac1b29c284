#include "core/evaluate/casepages.h"

#include "core/base/continuation.h"

namespace core {

namespace {

/// Targets that are far apart in speed read at as many places.
constexpr int kMostPages = 32;

} // namespace

CasePages::CasePages(const PromptSetStore &store, qint64 set, QObject *parent)
    : QObject(parent), m_store(store), m_set(set), m_pages(kMostPages)
{
}

const PromptCase *CasePages::find(int caseIndex)
{
    const int page = caseIndex / kPage;
    const QList<PromptCase> *cases = m_pages.object(page);
    if (!cases) {
        read(page);
        return nullptr;
    }
    const int place = caseIndex % kPage;
    return place < cases->size() ? &cases->at(place) : nullptr;
}

void CasePages::read(int page)
{
    if (m_asked.contains(page))
        return;
    m_asked.insert(page);
    continued(m_store.cases(m_set, page * kPage, kPage), this,
              [this, page](const Result<QList<PromptCase>> &cases) {
                  m_asked.remove(page);
                  if (!cases) {
                      emit failed(cases.error());
                      return;
                  }
                  m_pages.insert(page, new QList<PromptCase>(*cases));
                  emit arrived();
              });
}

} // namespace core
