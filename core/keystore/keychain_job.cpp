#include "keystore/keychain_job.h"

#include <botan/mem_ops.h>
#include <qt6keychain/keychain.h>

#include <QPointer>

#if defined(Q_OS_LINUX)
#include "keystore/secret_service.h"
#endif

namespace mmm::keystore {

namespace {

// Only the keychain thread touches it: the request whose caller has gone.
QPointer<QKeychain::Job>& abandonedJob()
{
    static QPointer<QKeychain::Job> job;
    return job;
}

Fault faultOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return Fault::KeyNotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Fault::KeychainRefused;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Fault::NoKeychain;
    default:
        return Fault::KeychainFailed;
    }
}

void configure(QKeychain::Job& job, const std::string& name)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(QString::fromStdString(name));
}

/// Runs the job to its end. If that does not come, the job deletes itself when it ends after all: its library
/// still refers to it.
template<typename JobType>
Status finish(const Waiter& waiter, std::unique_ptr<JobType>& job)
{
#if defined(Q_OS_LINUX)
    surviveLossOfBus();
#endif
    if (!waiter.until([] { return abandonedJob().isNull(); }))
        return fail(waiter.stop().stop_requested() ? Fault::Cancelled : Fault::KeychainTimeout,
                    "an earlier request still waits for the keychain");
    const auto finished = std::make_shared<bool>(false);
    QObject::connect(job.get(), &QKeychain::Job::finished, job.get(), [finished] { *finished = true; });
    job->start();
    if (const Status ended = waiter.until([finished] { return *finished; }); !ended) {
        job->setAutoDelete(true);
        abandonedJob() = job.release();
        return ended;
    }
    if (job->error() != QKeychain::NoError)
        return fail(faultOf(job->error()), job->errorString().toStdString());
    return {};
}

void wipe(QByteArray& octets)
{
    Botan::secure_scrub_memory(octets.data(), static_cast<std::size_t>(octets.size()));
}

} // namespace

Status writeKeychain(const Waiter& waiter, const std::string& service, const std::string& name,
                     const Secret& item)
{
    auto job = std::make_unique<QKeychain::WritePasswordJob>(QString::fromStdString(service));
    configure(*job, name);
    // The job shares these octets until it is gone; the copy that the library sends is beyond our reach.
    QByteArray octets(reinterpret_cast<const char*>(item.view().data()), static_cast<qsizetype>(item.size()));
    job->setBinaryData(octets);
    const Status written = finish(waiter, job);
    if (job) {
        job.reset();
        wipe(octets);
    }
    return written;
}

Result<Secret> readKeychain(const Waiter& waiter, const std::string& service, const std::string& name)
{
    auto job = std::make_unique<QKeychain::ReadPasswordJob>(QString::fromStdString(service));
    configure(*job, name);
    MMM_CHECK(finish(waiter, job));
    QByteArray octets = job->binaryData();
    job.reset();
    Secret item(BytesView(reinterpret_cast<const std::uint8_t*>(octets.constData()),
                          static_cast<std::size_t>(octets.size())));
    wipe(octets);
    if (item.empty())
        return fail(Fault::KeychainFailed, "the keychain returned an empty item");
    return item;
}

Status removeKeychain(const Waiter& waiter, const std::string& service, const std::string& name)
{
    auto job = std::make_unique<QKeychain::DeletePasswordJob>(QString::fromStdString(service));
    configure(*job, name);
    return finish(waiter, job);
}

} // namespace mmm::keystore
