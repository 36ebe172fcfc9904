#pragma once

#include "mesh/personal_mesh.h"

namespace mmm::mesh {

/// One account of the personal mesh, as this device sees it.
struct PersonaInfo
{
    std::string accountUdf;
    std::string address; ///< name@domain; empty if no device's entry has it: it is being made, or was deleted
    bool isHome = false;
    bool isHere = false; ///< this device has a folder for it: open() needs no service
};

/// A further account of the mesh.
struct NewPersona
{
    std::string accountName; ///< the part before the @
    std::string fullName;    ///< for the card of this account; may be empty
    ServiceChoice service;   ///< embedded: the service that the home account's data folder holds
};

/// Several accounts (personas) in one personal mesh, each with its own keys, catalogs, spools and address, at
/// the same service as the others or at another one (security 03 §2.8.2, WIRE E.12).
///
/// The account that the mesh was made with is the *home* account. Each further one is a PersonalMesh of its
/// own in a folder below the home account's, `personas/<account UDF>`, with its own exchange; it shares the
/// mesh's profile, the devices' profiles and their keys in the key store, and nothing else. So everything
/// that works in one account works in each, and what happens in one does not show in another.
///
/// Two things join them:
/// - The home account's device catalog says which devices the mesh has and which of them administer it. In
/// the
///   catalog of a further account each device has an entry with keys of that account. align() makes the one
///   follow the other: devices that came get their entries, devices that left are taken out as
///   PersonalMesh::disconnectDevice does, with new keys of the account, and a new profile of the mesh goes to
///   the account's service. It is for administration devices to call, once at the start and whenever the
///   devices of the home account have changed; it may be repeated at any time.
/// - The device entries of the home account also hold the AccountEntry of every further account, and its
///   application catalog a CatalogedAccount that says where the account is kept. By these the other devices
///   know of it; they collect their own entry from its service (WIRE E.9, step 7).
///
/// The home account ends last: PersonalMesh::deleteAccount() is NotYet there while this device has others.
///
/// The service of the home account sees that there are further accounts, as it sees the devices;
/// and that two accounts belong to the same mesh can be seen by everybody who has both their profiles
/// (ProfileAccount.MeshProfileUDF). Personas keep contacts apart, they do not hide who one is.
///
/// Borrows the mesh of the home account. Calls block, as those of PersonalMesh.
class Personas
{
public:
    /// Unsupported for the mesh of a further account.
    [[nodiscard]] static Result<std::unique_ptr<Personas>> of(PersonalMesh& home);
    virtual ~Personas() = default;

    /// The home account first. Needs no service.
    [[nodiscard]] virtual Result<std::vector<PersonaInfo>> list() = 0;

    /// Makes a further account, on an administration device. Ready when it is returned; the other devices
    /// learn of it with the next exchange. Nothing remains of an attempt that fails, unless the service may
    /// have taken the name: it is then listed, and what open() gives is in the stage Creating.
    [[nodiscard]] virtual Result<std::unique_ptr<PersonalMesh>>
    add(const NewPersona& choice, const Progress& progress = {}, std::stop_token stop = {}) = 0;

    /// Opens one of the further accounts that are listed. The first time this device collects its keys from
    /// the account's service. InUse if it is open already.
    [[nodiscard]] virtual Result<std::unique_ptr<PersonalMesh>>
    open(const std::string& accountUdf, const Progress& progress = {}, std::stop_token stop = {}) = 0;

    /// Has a further account follow the devices of the home account. Success without doing anything on other
    /// than administration devices.
    [[nodiscard]] virtual Status align(PersonalMesh& persona, std::stop_token stop = {}) = 0;

    /// Removes what this device has of a further account that was deleted (PersonalMesh::deleteAccount) and
    /// is closed here; an administration device also takes it out of the lists of the others.
    [[nodiscard]] virtual Status forget(const std::string& accountUdf) = 0;
};

} // namespace mmm::mesh
