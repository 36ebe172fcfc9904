#pragma once

#include "base/error.h"

#include <stop_token>
#include <string>
#include <vector>

namespace mmm::mesh {

/// A catalog, and who can read it after a recovery.
struct InheritedCatalog
{
    std::string container;   ///< canonical name
    bool diesWithMe = false; ///< otherwise it survives, as everything does that nobody has marked
    std::size_t entries = 0; ///< that can be read here
    std::size_t lost = 0;    ///< that this device has no key for: they died
};

/// What outlives the person and what does not (security 03 §5.3.2, §7.1.4; WIRE E.16).
///
/// Shares of the master secret make the mesh's keys again; those open the activations of all devices, and in
/// them is the account's encryption key. A catalog that dies with the person is encrypted to another key,
/// which is random, follows from nothing in escrow, and is given to the connected devices one by one, each
/// time encrypted to that device only.
///
/// Promised: who has the shares, and all that the service has, cannot read what was written while the catalog
/// was so marked. Not promised: that what was there before the mark cannot be read; the service has those
/// frames still, encrypted to the key in escrow, and a recovered device finds them as earlier versions.
/// Neither is anything promised against who holds an unlocked device, and a recovered device is a device of
/// the account: what others write into the catalog after the recovery, it reads too.
class Inheritance
{
public:
    virtual ~Inheritance() = default;

    /// The catalogs that can be marked.
    [[nodiscard]] virtual std::vector<InheritedCatalog> catalogs() const = 0;

    /// Marks a catalog and encrypts its present entries anew, at the service too. NotAuthorised unless this
    /// is an administration device, Unsupported for other containers, Conflict while entries wait for the
    /// person's decision. After a failure the mark is as it was.
    [[nodiscard]] virtual Status mark(const std::string& container, bool diesWithMe,
                                      std::stop_token = {}) = 0;
};

} // namespace mmm::mesh
