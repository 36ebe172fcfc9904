#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace mmm {

/// Why an operation did not succeed. One value is one sentence to the person; the sentences are in
/// app/desktop/fault_text.cpp, so that core knows no language.
enum class Fault
{
    // input
    Malformed,         ///< not the expected syntax
    TooLarge,          ///< larger than a limit of ours
    TooDeep,           ///< nested deeper than the limit
    WrongType,         ///< a known member has the wrong JSON type, or the object is of another class
    Missing,           ///< a required member is absent
    Contradiction,     ///< two statements that must agree do not
    Unsupported,       ///< understood, but of a kind that this program does not handle
                       // cryptography
    BadKey,            ///< not a valid key, or a point that must not be used
    BadSignature,      ///< a signature or its digest does not verify
    NotAuthorised,     ///< the signer or caller has no right to do this
    Disconnected,      ///< the device is not, or no longer, connected to the account
    CannotDecrypt,     ///< no key that opens it, or the ciphertext was altered
    BadShare,          ///< a secret share does not belong to the others
                       // keys
    NoKeychain,        ///< there is no keychain service
    KeychainLocked,    ///< the keychain is locked
    KeychainRefused,   ///< the person or the system refused access
    KeychainTimeout,   ///< the keychain did not answer in time
    KeychainFailed,    ///< any other keychain failure
    KeyNotFound,       ///< the keychain answers and the key is not there
    WrongPassphrase,   ///< the passphrase does not open the key file
    NotExportable,     ///< the key was made to stay on this device
                       // storage
    NotFound,          ///< no such entry, account, file or object
    Exists,            ///< there is one already
    Conflict,          ///< changed meanwhile by somebody else
    Damaged,           ///< stored data does not match its digest
    RolledBack,        ///< older than what was seen before
    Forked,            ///< another history than what was seen before
    DiskFull,          ///< no space left
    ReadOnly,          ///< the place cannot be written to
    Io,                ///< any other file system failure
    InUse,             ///< another process has the data folder open
                       // network and protocol
    Offline,           ///< the service cannot be reached
    Timeout,           ///< no answer in time
    TlsFailed,         ///< no secure connection
    WrongService,      ///< the service is not the one that is known under this name
    NotServed,         ///< the service does not hold accounts of that domain
    Suspended,         ///< the service's operator has suspended the account
    AccountClosed,     ///< the account was deleted
    AccountFull,       ///< the service keeps no more for the account than it has
    ClockWrong,        ///< this computer's time is too far from the service's
    Refused,           ///< the service or the administration device said no
    Replayed,          ///< seen before
    Expired,           ///< no longer valid
    NotYet,            ///< not decided yet
    Overloaded,        ///< the service asks to come again later
    ServiceFailed,     ///< the service reports a failure of its own
    ProtocolViolation, ///< an answer that the protocol does not allow
                       // ceremonies
    WrongPin,          ///< the PIN does not prove itself
    PinUsed,           ///< the PIN was used before
    PinLocked,         ///< too many wrong attempts
    NameInvalid,       ///< the account name breaks the service's rules
    NameTaken,         ///< the account name is in use
                       // process
    Cancelled,         ///< stopped at the caller's wish
    Internal,          ///< a fault of this program
};

/// An expected failure.
struct Error
{
    Fault fault = Fault::Internal;
    /// English, for logs and for experts; never holds a secret or a person's data.
    std::string detail;
};

/// A value, or why there is none.
template<typename T>
using Result = tl::expected<T, Error>;

/// Success without a value, or why not.
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Fault fault, std::string detail = {})
{
    return tl::unexpected<Error>(Error{fault, std::move(detail)});
}

#define MMM_JOIN_(a, b) a##b
#define MMM_JOIN(a, b) MMM_JOIN_(a, b)

/// MMM_TRY(declaration, expression): the value of a Result, or leave the function with its error.
#define MMM_TRY(declaration, ...) MMM_TRY_(MMM_JOIN(mmmResult, __LINE__), declaration, __VA_ARGS__)
#define MMM_TRY_(result, declaration, ...)                                                                   \
    auto result = (__VA_ARGS__);                                                                             \
    if (!result)                                                                                             \
        return tl::unexpected<::mmm::Error>(std::move(result).error());                                      \
    declaration = std::move(*result)

/// MMM_CHECK(expression): go on if the Status is success, or leave the function with its error.
#define MMM_CHECK(...)                                                                                       \
    do {                                                                                                     \
        if (auto mmmStatus = (__VA_ARGS__); !mmmStatus)                                                      \
            return tl::unexpected<::mmm::Error>(std::move(mmmStatus).error());                               \
    } while (false)

} // namespace mmm
