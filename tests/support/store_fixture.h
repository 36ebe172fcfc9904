#pragma once

#include "crypto/cipher.h"
#include "crypto/random.h"
#include "schema/catalog.h"
#include "store/catalog.h"
#include "udf/fingerprint.h"

#include <map>

/// What tests of the store share: an account with its keys, a service that keeps frames, and payloads.
namespace mmm::test {

/// Seals with a random key of its own.
class RandomSeal final : public store::Seal
{
public:
    Result<Bytes> seal(std::string_view context, BytesView payload) const override
    {
        const Bytes nonce = crypto::randomBytes(12);
        MMM_TRY(const Bytes sealed, crypto::sealGcm(m_key, nonce, payload, bytesOf(context)));
        return concat(nonce, sealed);
    }
    Result<Secret> open(std::string_view context, BytesView sealed) const override
    {
        if (sealed.size() < 12)
            return fail(Fault::CannotDecrypt);
        return crypto::openGcm(m_key, sealed.first(12), sealed.subspan(12), bytesOf(context));
    }

private:
    Secret m_key = crypto::randomSecret(32);
};

class SettableClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override { return m_now; }
    TimePoint m_now{std::chrono::seconds(1'600'000'000)};
};

/// Knows the writers by their identifiers.
class KnownWriters final : public store::Authority
{
public:
    void add(const std::string& kid, const crypto::PublicKey& key) { m_keys.emplace(kid, key); }
    void remove(const std::string& kid) { m_keys.erase(kid); }

    /// From now on, with whatever they signed before.
    void setStanding(const std::string& kid, store::Standing standing) { m_standings[kid] = standing; }

    Result<store::Writer> writer(std::string_view kid, std::string_view, std::int64_t,
                                 std::int64_t) const override
    {
        if (m_isNotReady)
            return fail(Fault::NotYet);
        const auto found = m_keys.find(std::string(kid));
        if (found == m_keys.end())
            return fail(Fault::NotAuthorised, "unknown writer");
        const auto standing = m_standings.find(found->first);
        return store::Writer{found->second,
                             standing == m_standings.end() ? store::Standing::Entitled : standing->second};
    }
    bool m_isNotReady = false;

private:
    std::map<std::string, crypto::PublicKey> m_keys;
    std::map<std::string, store::Standing> m_standings;
};

/// An account: its encryption key and the signature keys of two devices.
struct TestAccount
{
    std::string udf = "MAAA-BBBB-CCCC-DDDD-EEEE";
    crypto::PrivateKey encryption = crypto::PrivateKey::generate(crypto::Curve::X448);
    crypto::PrivateKey firstSigner = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    crypto::PrivateKey secondSigner = crypto::PrivateKey::generate(crypto::Curve::Ed448);
    std::shared_ptr<dare::KeyRing> keys = std::make_shared<dare::KeyRing>();
    KnownWriters writers;

    TestAccount()
    {
        keys->add(encryption.clone());
        writers.add("FIRST", firstSigner.publicKey());
        writers.add("SECOND", secondSigner.publicKey());
    }
};

/// A container at the service: takes what extends it, gives what it has.
struct TestService
{
    std::vector<dare::Envelope> frames;

    [[nodiscard]] bool upload(const store::UploadBatch& batch)
    {
        if (batch.firstIndex != static_cast<std::int64_t>(frames.size()))
            return false;
        // through the wire format, as the service would get and give them
        for (const dare::Envelope& frame : batch.frames)
            frames.push_back(dare::Envelope::parse(frame.toJson()).value());
        return true;
    }
    [[nodiscard]] std::vector<dare::Envelope> from(std::int64_t index) const
    {
        return {frames.begin() + std::min<std::ptrdiff_t>(index, std::ssize(frames)), frames.end()};
    }
};

inline std::string numbered(std::string_view prefix, int number)
{
    std::string text(prefix);
    text += std::to_string(number);
    return text;
}

inline Secret json(std::string_view text)
{
    return Secret(bytesOf(text));
}

inline Secret credential(std::string_view service, std::string_view username, std::string_view password)
{
    schema::CatalogedCredential entry;
    entry.protocol = "https";
    entry.service = service;
    entry.username = username;
    entry.password.secret = SharedSecret(Secret(bytesOf(password)));
    return encoding::toTaggedJson(entry);
}

/// One device's view of one container, with all that it needs.
struct TestDevice
{
    TestAccount& account;
    store::FileSystem& fileSystem;
    std::string directory;
    std::string name = std::string(schema::store_name::credential);
    std::shared_ptr<RandomSeal> seal = std::make_shared<RandomSeal>();
    SettableClock clock{};
    std::unique_ptr<store::Catalog> catalog{};

    [[nodiscard]] store::ContainerOptions options()
    {
        store::ContainerOptions options;
        options.directory = directory;
        options.name = name;
        options.account = account.udf;
        options.keys = account.keys;
        options.seal = seal;
        options.fileSystem = &fileSystem;
        options.clock = &clock;
        return options;
    }

    [[nodiscard]] Status open()
    {
        catalog.reset();
        MMM_TRY(catalog, store::Catalog::open(options()));
        catalog->setRecipients({account.encryption.publicKey()});
        return {};
    }

    /// Uploads everything that waits. False if the service has moved on.
    [[nodiscard]] Result<bool> upload(TestService& service, bool isSecond = false)
    {
        MMM_TRY(const store::UploadBatch batch,
                catalog->prepareUpload(isSecond ? account.secondSigner : account.firstSigner,
                                       isSecond ? "SECOND" : "FIRST"));
        if (batch.isEmpty())
            return true;
        if (!service.upload(batch))
            return false;
        MMM_CHECK(catalog->confirmUploaded(batch));
        return true;
    }

    [[nodiscard]] Result<store::ApplyReport> download(const TestService& service)
    {
        return catalog->applyDownloaded(service.from(catalog->nextIndex()), account.writers);
    }

    [[nodiscard]] std::string text(const std::string& id) const
    {
        const auto payload = catalog->read(id);
        return payload ? std::string(payload->text()) : std::string();
    }
};

} // namespace mmm::test
