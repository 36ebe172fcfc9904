#pragma once

#include "keystore/memory_store.h"
#include "protocol/authentication.h"
#include "protocol/portal_transactions.h"
#include "schema/key_check.h"
#include "schema/make.h"
#include "service/identity_keeper.h"
#include "service/service.h"
#include "store/upload_builder.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <mutex>

/// A service without a network, and people with devices who speak to it in the types of the protocol.
namespace serving {

using namespace mmm;

inline constexpr auto domain = "example.com";

class TestClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override
    {
        if (m_isBroken.exchange(false))
            throw std::bad_alloc();
        return TimePoint(std::chrono::seconds(m_seconds.load()));
    }
    void advance(std::chrono::seconds time) { m_seconds += time.count(); }
    /// Whoever looks at it next gets an exception, as one that finds no memory does.
    void breakOnce() { m_isBroken = true; }

private:
    std::atomic<std::int64_t> m_seconds{1'700'000'000};
    mutable std::atomic<bool> m_isBroken{false};
};

/// The answer to a request: what the service says, and whether it proved that it was the service.
struct Answer
{
    int http = 0;
    bool isAuthentic = false;
    std::string name; ///< class of the response
    protocol::Response response;
    Bytes payload; ///< JSON text
    std::optional<protocol::Ticket> ticket;

    [[nodiscard]] std::int64_t status() const { return response.status; }
    [[nodiscard]] protocol::StatusDetail detail() const
    {
        return static_cast<protocol::StatusDetail>(response.statusExtended.value_or(0));
    }
    template<encoding::Record T>
    [[nodiscard]] T as() const
    {
        auto read = encoding::fromTaggedJson<T>(payload);
        return read ? std::move(*read) : T();
    }
};

/// What opens the answer to a request.
using SealPointer = std::shared_ptr<const protocol::RequestSeal>;

/// A request that the service may hold.
class Waiting
{
public:
    Waiting(std::future<service::HttpResponse> answer, const std::shared_ptr<service::Reply>& reply,
            SealPointer seal)
        : m_answer(std::move(answer)),
          m_reply(reply),
          m_seal(std::move(seal))
    {}
    /// Whether the answer comes within that time.
    [[nodiscard]] bool isAnswered(std::chrono::milliseconds time = std::chrono::milliseconds(0)) const
    {
        return m_answer.wait_for(time) == std::future_status::ready;
    }
    [[nodiscard]] Answer answer();
    /// The answer as it came.
    [[nodiscard]] Bytes octets() { return m_answer.get().body; }
    /// The client goes away.
    void abandon() const
    {
        if (const auto reply = m_reply.lock())
            reply->abandon();
    }

private:
    std::future<service::HttpResponse> m_answer;
    std::weak_ptr<service::Reply> m_reply; ///< the service's: dropping it answers
    SealPointer m_seal;
};

class House
{
public:
    /// `prepare` may change what the operator sets.
    explicit House(const std::function<void(service::ServicePolicy&)>& prepare = {});
    ~House() { stop(); }
    /// What is made in the second of a start that is not the first one is refused, as if it were of before.
    void start();
    void stop() { m_service.reset(); }
    /// Answers what is being held.
    void releaseHeld() { m_service->releaseHeld(); }

    /// Octets as they come in a request's body.
    [[nodiscard]] Waiting post(Bytes body, SealPointer seal = {});
    [[nodiscard]] Answer send(Bytes body) { return post(std::move(body)).answer(); }
    [[nodiscard]] Answer send(std::string_view text) { return send(copyOf(bytesOf(text))); }

    /// Without authentication.
    template<encoding::Record Request>
    [[nodiscard]] Answer ask(Request request)
    {
        return send(copyOf(textOfRequest(std::move(request))));
    }
    /// Authenticated by mutual key agreement.
    template<encoding::Record Request>
    [[nodiscard]] Answer ask(const protocol::Identity& client, Request request)
    {
        return begin(client, std::move(request)).answer();
    }
    template<encoding::Record Request>
    [[nodiscard]] Waiting begin(const protocol::Identity& client, Request request)
    {
        const auto seal =
            std::make_shared<const protocol::RequestSeal>(sealed(client, textOfRequest(std::move(request))));
        return post(seal->body(), seal);
    }
    [[nodiscard]] protocol::RequestSeal sealed(const protocol::Identity& client, BytesView text) const;
    [[nodiscard]] Answer sendSealed(const protocol::RequestSeal& seal);

    template<encoding::Record Request>
    [[nodiscard]] static Secret textOfRequest(Request request)
    {
        if (request.service.empty() && request.portal.empty())
            request.service = domain;
        if (request.id.empty())
            request.id = crypto::randomBytes(16);
        return encoding::toTaggedJson(request);
    }

    [[nodiscard]] crypto::PublicKey hostKey() const { return identity.hostAuthentication->publicKey(); }
    /// The lines of a sequence of the service's own.
    [[nodiscard]] std::vector<service::FrameRecord> lines(const std::string& address,
                                                          const std::string& name) const;
    /// The service's data, for what no request can bring about.
    [[nodiscard]] std::unique_ptr<service::Storage> storage() const;

    /// What the service has told its operator.
    [[nodiscard]] std::vector<std::string> reports() const
    {
        const std::scoped_lock lock(m_reporting);
        return m_reports;
    }

    std::string peer = "192.0.2.1"; ///< the address that all requests come from
    std::shared_ptr<TestClock> clock = std::make_shared<TestClock>();
    service::ServicePolicy policy;
    service::ServiceIdentity identity;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<keystore::MemoryStore> m_keys = std::make_shared<keystore::MemoryStore>();
    mutable std::mutex m_reporting;
    std::vector<std::string> m_reports;
    std::unique_ptr<service::Service> m_service;
    service::HttpHandler m_handler;
};

/// A device by itself.
struct Device
{
    Device();
    schema::DeviceKeySet keys;
    dare::Envelope profile;
    std::string udf;
    [[nodiscard]] protocol::Identity identity() const;
    /// A request to be connected to the account.
    [[nodiscard]] dare::Envelope request(const std::string& account) const;
};

/// A device that is connected to an account.
struct Member
{
    schema::CompositeKeySet keys;
    dare::Envelope connection;
    schema::CatalogedDevice entry;
    [[nodiscard]] protocol::Identity identity(bool withConnection = false) const;
};

/// A container as its writers know it.
class Pen
{
public:
    Pen(std::string account, std::string container)
        : m_state(account, container),
          m_account(std::move(account)),
          m_container(std::move(container))
    {}
    struct Line
    {
        std::string id;
        std::string event = "New"; ///< empty in spools
        std::string payload;       ///< JSON; empty for a deletion
        std::string messageType = {};
        std::optional<std::int64_t> first = {};
        std::optional<std::int64_t> previous = {};
    };
    /// A batch of frames, the first one of the container before them if it is empty. What was written counts
    /// as accepted.
    [[nodiscard]] protocol::ContainerUpdate write(const std::vector<Line>& lines,
                                                  const crypto::PrivateKey& signer,
                                                  const std::vector<dare::RecipientKey>& recipients = {});
    [[nodiscard]] std::int64_t count() const { return m_state.count; }
    [[nodiscard]] Bytes treeDigest() const { return m_state.treeDigest(); }

private:
    store::ChainState m_state;
    std::string m_account;
    std::string m_container;
    std::optional<store::UploadBuilder::Exchange> m_exchange;
};

/// Somebody with a personal mesh and an account.
class Person
{
public:
    explicit Person(const std::string& name, const std::string& atDomain = domain);

    /// Signs the profiles anew, with that time.
    void sign(TimePoint updated);
    [[nodiscard]] Member connect(const Device& device, std::vector<schema::Permission> permissions) const;
    [[nodiscard]] static std::vector<schema::Permission> administratorRights();

    [[nodiscard]] protocol::CreateRequest createRequest() const;
    /// Makes the account and uploads the device catalog with the first device.
    void settle(House& house);
    /// Connects one more device, and uploads that.
    [[nodiscard]] Member add(House& house, const Device& device,
                             std::vector<schema::Permission> permissions = {});
    void remove(House& house, const Device& device);

    [[nodiscard]] Pen& pen(const std::string& container);
    [[nodiscard]] protocol::UploadRequest upload(protocol::ContainerUpdate update) const;
    /// An update of the device catalog, signed by the administration key.
    [[nodiscard]] protocol::ContainerUpdate deviceUpdate(const std::vector<Pen::Line>& lines);

    /// A message as a device of the person signs it.
    [[nodiscard]] dare::Envelope message(const std::string& className, const std::string& id,
                                         const std::vector<std::string>& labels = {}) const;
    /// Puts the other one into the contact catalog.
    void know(House& house, const Person& other, const std::vector<schema::Permission>& permissions = {});
    void knowEntry(House& house, const schema::CatalogedContact& entry);
    [[nodiscard]] Answer post(House& house, const std::vector<std::string>& recipients,
                              const dare::Envelope& what) const;
    /// The messages of a spool, without its first frame.
    [[nodiscard]] std::vector<dare::Envelope> spool(House& house, const std::string& container) const;

    std::string address;
    crypto::PrivateKey master = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey administration = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey accountSignature = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey accountOnline = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey encryption = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    dare::Envelope profileMesh;
    dare::Envelope profileAccount;
    std::string meshUdf;
    std::string accountUdf;
    Device device;
    Member member; ///< the first device, an administrator

private:
    std::map<std::string, Pen> m_pens;
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> m_contacts; ///< first and last frame
};

[[nodiscard]] std::string describe(const Answer& answer);

} // namespace serving

/// The status of an answer, with what it says if that is another one.
#define COMPARE_STATUS(answer, expected)                                                                     \
    do {                                                                                                     \
        const auto& compared = (answer);                                                                     \
        QVERIFY2(compared.status() == (expected), serving::describe(compared).c_str());                      \
    } while (false)
