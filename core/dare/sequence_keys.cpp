#include "dare/sequence_keys.h"

namespace mmm::dare {

Result<Exchange> makeExchange(const std::vector<RecipientKey>& recipients, crypto::Random& random)
{
    Exchange exchange;
    exchange.masterKey = crypto::randomSecret(masterKeySize, random);
    exchange.header.encryption = encryptionName;
    exchange.header.salt = crypto::randomBytes(saltSize, random);
    for (const RecipientKey& to : recipients) {
        MMM_TRY(Recipient recipient, wrapMasterKey(exchange.masterKey, to, random));
        exchange.header.recipients.push_back(std::move(recipient));
    }
    return exchange;
}

Result<Bytes> encryptFrame(BytesView masterKey, std::uint64_t exchangePosition, BytesView plaintext,
                           Header& header, crypto::Random& random)
{
    header.encryption = encryptionName;
    header.salt = crypto::randomBytes(saltSize, random);
    if (!header.containerInfo)
        header.containerInfo.emplace();
    header.containerInfo->exchangePosition = std::int64_t(exchangePosition);
    return encryptBody(masterKey, header.salt, plaintext);
}

Result<SharedSecret> SequenceKeys::masterKey(const Header& header, std::uint64_t position)
{
    if (!header.isEncrypted())
        return SharedSecret();
    if (!header.recipients.empty()) {
        MMM_TRY(Secret masterKey, findMasterKey(header.recipients, *m_keys));
        return SharedSecret(std::move(masterKey));
    }
    std::int64_t exchange = 0;
    if (header.containerInfo)
        exchange = header.containerInfo->exchangePosition.value_or(0);
    if (exchange < 0 || std::uint64_t(exchange) > position)
        return fail(Fault::Contradiction, "a key exchange that comes after its frame");
    if (std::uint64_t(exchange) == position) // a first frame whose key comes from outside
        return findMasterKey({}, *m_keys).map([](Secret key) { return SharedSecret(std::move(key)); });
    return exchangeAt(std::uint64_t(exchange));
}

Result<Secret> SequenceKeys::decrypt(const Frame& frame)
{
    MMM_TRY(const SharedSecret key, masterKey(frame.header, frame.position));
    return decryptBody(key, frame.header, frame.payload);
}

Result<SharedSecret> SequenceKeys::exchangeAt(std::uint64_t position)
{
    if (const auto known = m_exchanges.find(position); known != m_exchanges.end())
        return known->second;
    MMM_TRY(const FrameLayout layout, layoutAt(*m_file, position));
    MMM_TRY(const Header header, readHeader(*m_file, layout));
    MMM_TRY(Secret masterKey, findMasterKey(header.recipients, *m_keys));
    return m_exchanges.emplace(position, std::move(masterKey)).first->second;
}

} // namespace mmm::dare
