#pragma once

#include "dare/envelope.h"
#include "protocol/endpoint.h"
#include "udf/locator.h"

#include <optional>
#include <stop_token>

/// Content behind an encrypted resource locator: whoever has the locator has the content, and nobody else
/// (WIRE A.8).
namespace mmm::protocol {

struct LocatedContent
{
    std::string name; ///< of the file it was; may be empty
    Secret content;
    /// Somebody who knew the locator vouches for every octet. Otherwise the host may have altered it.
    bool isVouchedFor = false;
};

/// A fresh key, 128 bits as for all locators, and the locator that names it at a domain.
[[nodiscard]] udf::Locator newLocator(const std::string& domain);

/// What is to be published under the locator's identifier. The name is inside; the host sees neither. Signed
/// by `signer`, or by a key that is thrown away: the signature shows that its maker knew the locator.
/// Malformed if the name is not UTF-8: nobody could read the envelope.
[[nodiscard]] Result<dare::Envelope> sealContent(const udf::Locator& locator, const std::string& name,
                                                 BytesView content,
                                                 const crypto::PrivateKey* signer = nullptr);

/// WrongType if the locator is none of content. CannotDecrypt, Damaged or BadSignature if the envelope is not
/// what was sealed for it.
[[nodiscard]] Result<LocatedContent> openContent(const udf::Locator& locator, const dare::Envelope& envelope);

/// Asks the host of the locator over HTTPS for what it has published: any web server may be one. With `at`
/// the host is there, whatever key it shows: the content proves itself. NotFound if it has nothing; otherwise
/// as HttpClient. Blocks; needs a QCoreApplication.
[[nodiscard]] Result<dare::Envelope> fetchContent(const udf::Locator& locator,
                                                  const std::optional<Endpoint>& at = std::nullopt,
                                                  std::stop_token stop = {});

} // namespace mmm::protocol
