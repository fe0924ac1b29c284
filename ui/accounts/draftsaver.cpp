#include "core/accounts/accountstore.h"
#include "core/accounts/dialectnotes.h"
#include "core/accounts/secrets.h"
#include "core/base/continuation.h"
#include "ui/accounts/accountdraft.h"

namespace ui {

namespace {

using Saved = core::Result<core::Account>;
using Done = core::Result<void>;

template <typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

QFuture<Done> storeProxyPassword(const AccountsContext &context, const AccountDraft &draft)
{
    if (draft.newProxyPassword.isEmpty())
        return ready(Done());
    const bool inKeychain = draft.account.keyStore == core::KeyStore::Keychain;
    return context.secrets.storeProxyPassword(draft.account, draft.newProxyPassword,
                                              inKeychain ? core::KeyStore::Keychain
                                                         : core::KeyStore::Session);
}

/// Puts what was typed where the account says.
QFuture<Done> storeSecrets(const AccountsContext &context, const AccountDraft &draft)
{
    if (draft.newKey.isEmpty() || !core::holdsKey(draft.account.keyStore))
        return storeProxyPassword(context, draft);
    return core::continued(context.secrets.store(draft.account, draft.newKey), &context.accounts,
                           [context, draft](const Done &stored) {
                               return stored ? storeProxyPassword(context, draft) : ready(stored);
                           })
        .unwrap();
}

/// The draft with the key that its account has now, if that key must move to another place.
QFuture<core::Result<AccountDraft>> withMovedKey(const AccountsContext &context, const AccountDraft &draft,
                                                 const core::Account &before)
{
    const bool moves = before.keyStore != draft.account.keyStore && draft.newKey.isEmpty()
        && core::holdsKey(before.keyStore) && core::holdsKey(draft.account.keyStore);
    if (!moves)
        return ready(core::Result<AccountDraft>(draft));
    core::Account plain = before;
    plain.proxy = {};
    return core::continued(
        context.secrets.resolve(plain), &context.accounts,
        [draft](const core::Result<core::ResolvedSecrets> &found) -> core::Result<AccountDraft> {
            if (!found)
                return found.error();
            AccountDraft moved = draft;
            moved.newKey = found->key;
            return moved;
        });
}

/// Removes the secrets from where the account no longer looks for them. What cannot be reached there is left:
/// the account works without.
QFuture<Done> dropOldSecrets(const AccountsContext &context, const core::Account &before)
{
    core::Account old = before;
    old.proxy = {};
    return core::continued(context.secrets.forget(old), &context.accounts,
                           [](const Done &) { return Done(); });
}

QFuture<Saved> update(const AccountsContext &context, const AccountDraft &draft, const core::Account &before)
{
    const bool left = before.keyStore != draft.account.keyStore && core::holdsKey(before.keyStore);
    // Forgetting also empties the session: before anything is put there, but never before the keychain has
    // it.
    const bool firstForget = left && draft.account.keyStore != core::KeyStore::Keychain;
    const QFuture<Done> cleared = firstForget ? dropOldSecrets(context, before) : ready(Done());
    const auto store = [context, draft](const Done &) { return storeSecrets(context, draft); };
    const auto drop = [context, before, later = left && !firstForget](const Done &stored) {
        return stored && later ? dropOldSecrets(context, before) : ready(stored);
    };
    const auto write = [context, draft, before](const Done &stored) {
        if (!stored)
            return ready(Saved(stored.error()));
        if (before.baseUrl != draft.account.baseUrl)
            context.notes.forget(before.id);
        return context.accounts.update(core::withoutSecrets(draft.account));
    };
    QObject *const here = &context.accounts;
    const QFuture<Done> stored = core::continued(cleared, here, store).unwrap();
    const QFuture<Done> settled = core::continued(stored, here, drop).unwrap();
    return core::continued(settled, here, write).unwrap();
}

QFuture<Saved> add(const AccountsContext &context, const AccountDraft &draft)
{
    const auto keepSecrets = [context, draft](const Saved &added) -> QFuture<Saved> {
        if (!added)
            return ready(added);
        AccountDraft stored = draft;
        stored.account = *added;
        const auto orTakeBack = [context, account = *added](const Done &kept) -> QFuture<Saved> {
            if (kept)
                return ready(Saved(account));
            const core::Error why = kept.error();
            return core::continued(context.accounts.remove(account.id), &context.accounts,
                                   [why](const Done &) { return Saved(why); });
        };
        return core::continued(storeSecrets(context, stored), &context.accounts, orTakeBack).unwrap();
    };
    return core::continued(context.accounts.add(core::withoutSecrets(draft.account)), &context.accounts,
                           keepSecrets)
        .unwrap();
}

} // namespace

QFuture<Saved> saveDraft(const AccountsContext &context, const AccountDraft &draft)
{
    const std::optional<core::Account> before = context.accounts.find(draft.account.id);
    if (!before)
        return add(context, draft);
    return core::continued(withMovedKey(context, draft, *before), &context.accounts,
                           [context, before](const core::Result<AccountDraft> &moved) {
                               if (!moved)
                                   return ready(Saved(moved.error()));
                               return update(context, *moved, *before);
                           })
        .unwrap();
}

} // namespace ui
