#include "protocol/http_client.h"

#include <cstdlib>
#include <openssl/crypto.h>

/// A program that has a client and ends with 7 if OpenSSL clears away at the end.
int main()
{
    const mmm::protocol::HttpClient client;
    const bool isUsed = OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CRYPTO_STRINGS, nullptr) == 1 &&
                        OPENSSL_atexit([] { std::_Exit(7); }) == 1;
    return isUsed ? 0 : 1;
}
