#include "service/page_keys.h"

#include "crypto/cipher.h"
#include "crypto/random.h"
#include "encoding/base64url.h"

namespace mmm::service {

namespace {

constexpr std::size_t pageNonceSize = 12;
constexpr std::size_t mostPageOctets = 8192;

tl::unexpected<Error> unknownPage()
{
    return fail(Fault::NotFound, "unknown PageKey");
}

} // namespace

PageKeys::PageKeys() : m_key(crypto::randomSecret(32)) {}

Result<std::string> PageKeys::issue(Page page, TimePoint now) const
{
    page.expires = now + lifetime;
    const Bytes nonce = crypto::randomBytes(pageNonceSize);
    MMM_TRY(const Bytes sealed, crypto::sealGcm(m_key, nonce, encoding::toJson(page)));
    return encoding::toBase64url(concat(nonce, sealed));
}

Result<Page> PageKeys::read(const std::string& text, std::string_view transaction, TimePoint now) const
{
    const auto octets = encoding::fromBase64url(text);
    if (!octets || octets->size() <= pageNonceSize || octets->size() > mostPageOctets)
        return unknownPage();
    const BytesView all(*octets);
    const auto opened = crypto::openGcm(m_key, all.first(pageNonceSize), all.subspan(pageNonceSize));
    if (!opened)
        return unknownPage();
    MMM_TRY(Page page, encoding::fromJson<Page>(*opened));
    if (page.expires <= now || page.transaction != transaction)
        return unknownPage();
    return page;
}

} // namespace mmm::service
