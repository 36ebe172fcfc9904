#include "store/seal.h"

namespace mmm::store {
namespace {

class KeySeal final : public Seal
{
public:
    explicit KeySeal(keystore::SealKey key) : m_key(std::move(key)) {}

    Result<Bytes> seal(std::string_view context, BytesView payload) const override
    {
        return m_key.seal(context, payload);
    }
    Result<Secret> open(std::string_view context, BytesView sealed) const override
    {
        return m_key.open(context, sealed);
    }

private:
    keystore::SealKey m_key;
};

} // namespace

std::shared_ptr<const Seal> sealWith(keystore::SealKey key)
{
    return std::make_shared<KeySeal>(std::move(key));
}

} // namespace mmm::store
