#include "keystore/keychain_store.h"

#include "keystore/keychain_job.h"
#include "keystore/keychain_thread.h"

#include <QtGlobal>

#include <variant>

#if defined(Q_OS_LINUX)
#include "keystore/secret_service.h"
#endif

namespace mmm::keystore {

namespace {

using Nothing = std::monostate;

Status asStatus(const Result<Nothing>& result)
{
    if (!result)
        return tl::unexpected(result.error());
    return {};
}

Result<Nothing> asResult(const Status& status)
{
    if (!status)
        return tl::unexpected(status.error());
    return Nothing{};
}

#if defined(Q_OS_LINUX)

Result<Availability> askAvailability(const Waiter& waiter)
{
    return SecretService(waiter).availability();
}

Status askUnlock(const Waiter& waiter)
{
    return SecretService(waiter).unlock();
}

Status awaitSaved(const Waiter& waiter)
{
    return SecretService(waiter).awaitSaved();
}

#else

// The system asks the person by itself whenever it has to.
Result<Availability> askAvailability(const Waiter&)
{
    return Availability::Ready;
}

Status askUnlock(const Waiter&)
{
    return {};
}

Status awaitSaved(const Waiter&)
{
    return {};
}

#endif

/// Makes sure that the keychain can be asked at all.
Status open(const Waiter& waiter, bool promptWhenLocked)
{
    MMM_TRY(const Availability availability, askAvailability(waiter));
    switch (availability) {
    case Availability::Ready:
        return {};
    case Availability::Locked:
        return promptWhenLocked ? askUnlock(waiter)
                                : Status(fail(Fault::KeychainLocked, "the keychain is locked"));
    case Availability::NoService:
        return fail(Fault::NoKeychain, "there is no Secret Service");
    case Availability::Refused:
        return fail(Fault::KeychainRefused, "the Secret Service refuses to talk to this program");
    }
    return fail(Fault::Internal);
}

/// What the library's answer means: it says "not found" and "failed" of a keychain that was locked or went
/// away meanwhile.
Error explain(const Waiter& waiter, Error error)
{
    if (error.fault != Fault::KeyNotFound && error.fault != Fault::KeychainFailed &&
        error.fault != Fault::KeychainRefused)
        return error;
    const auto availability = askAvailability(waiter.within(std::chrono::seconds(5)));
    if (!availability)
        return availability.error();
    if (*availability == Availability::Locked)
        return {Fault::KeychainLocked, "the keychain was locked meanwhile"};
    if (*availability == Availability::NoService)
        return {Fault::NoKeychain, "the keychain has gone"};
    return error;
}

/// Opens the keychain and makes the request, once more if it failed because the provider was restarted.
template<typename T>
Result<T> request(const Waiter& waiter, bool promptWhenLocked, const std::function<Result<T>()>& job)
{
    MMM_CHECK(open(waiter, promptWhenLocked));
    auto answer = job();
#if defined(Q_OS_LINUX)
    if (!answer && answer.error().fault == Fault::KeychainFailed) {
        forgetSession();
        answer = job();
    }
#endif
    if (!answer)
        return tl::unexpected(explain(waiter, answer.error()));
    return answer;
}

/// A writing or removal.
template<typename Job>
Result<Nothing> change(const Waiter& waiter, bool promptWhenLocked, const Job& job)
{
    return request<Nothing>(waiter, promptWhenLocked, [&]() -> Result<Nothing> {
        MMM_CHECK(awaitSaved(waiter));
        return asResult(job());
    });
}

} // namespace

KeychainStore::KeychainStore(KeychainOptions options) : m_options(std::move(options)) {}

KeychainStore::~KeychainStore() = default;

// The name says all, because Windows knows items by their name alone.
std::string KeychainStore::itemName(const KeyId& id) const
{
    return m_options.service + '/' + m_options.folder + '/' + id;
}

Result<Availability> KeychainStore::availability(std::stop_token stop)
{
    return KeychainThread::run<Availability>(m_options.patience, std::move(stop),
                                             [](const Waiter& waiter) { return askAvailability(waiter); });
}

Status KeychainStore::unlock(std::stop_token stop)
{
    return asStatus(
        KeychainThread::run<Nothing>(m_options.patience, std::move(stop),
                                     [](const Waiter& waiter) { return asResult(askUnlock(waiter)); }));
}

Status KeychainStore::writeItem(const KeyId& id, const Secret& item, std::stop_token stop)
{
#if defined(Q_OS_WIN)
    if (item.size() > portableItemSize)
        return fail(Fault::TooLarge, "an item of the Windows Credential Manager is limited to 2560 octets");
#endif
    const auto shared = std::make_shared<const Secret>(item.clone());
    const auto task = [options = m_options, name = itemName(id), shared](const Waiter& waiter) {
        return change(waiter, options.promptWhenLocked,
                      [&] { return writeKeychain(waiter, options.service, name, *shared); });
    };
    return asStatus(KeychainThread::run<Nothing>(m_options.patience, std::move(stop), task));
}

Result<Secret> KeychainStore::readItem(const KeyId& id, std::stop_token stop)
{
    const auto task = [options = m_options, name = itemName(id)](const Waiter& waiter) {
        return request<Secret>(waiter, options.promptWhenLocked,
                               [&] { return readKeychain(waiter, options.service, name); });
    };
    return KeychainThread::run<Secret>(m_options.patience, std::move(stop), task);
}

Status KeychainStore::removeItem(const KeyId& id, std::stop_token stop)
{
    const auto task = [options = m_options, name = itemName(id)](const Waiter& waiter) {
        return change(waiter, options.promptWhenLocked,
                      [&] { return removeKeychain(waiter, options.service, name); });
    };
    return asStatus(KeychainThread::run<Nothing>(m_options.patience, std::move(stop), task));
}

} // namespace mmm::keystore
