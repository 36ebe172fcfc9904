#pragma once

#include "schema/any.h"

/// How entries are found in their catalogs (WIRE F.1, F.2).
namespace mmm::schema {

/// What a catalog or spool is called, e.g. `mmm_CatalogContact`.
namespace store_name {
inline constexpr std::string_view application = "mmm_CatalogApplication";
inline constexpr std::string_view device = "mmm_CatalogDevice";
inline constexpr std::string_view contact = "mmm_CatalogContact";
inline constexpr std::string_view credential = "mmm_CatalogCredential";
inline constexpr std::string_view bookmark = "mmm_CatalogBookmark";
inline constexpr std::string_view task = "mmm_CatalogTask";
inline constexpr std::string_view network = "mmm_CatalogNetwork";
inline constexpr std::string_view member = "mmm_Member";
inline constexpr std::string_view outbound = "mmm_SpoolOutbound";
inline constexpr std::string_view inbound = "mmm_SpoolInbound";
inline constexpr std::string_view archive = "mmm_SpoolArchive";
} // namespace store_name

/// The name as it is written, for any of the names that others use; a name that is not one of the Mesh's is
/// given back unchanged.
[[nodiscard]] std::string_view canonicalStoreName(std::string_view name);
/// Whether the canonical name is that of a spool.
[[nodiscard]] bool isSpool(std::string_view canonicalName);
/// The catalog that entries of a class belong to; empty for other classes.
[[nodiscard]] std::string_view catalogOf(std::string_view className);

/// The primary key that a new entry gets (ContentMeta.UniqueID). For an entry that exists the key under which
/// it is stored counts, not this. Empty if the entry does not have what its key is made of, or is of an
/// unknown class.
[[nodiscard]] std::string primaryKey(const AnyEntry& entry);

/// The key of a second credential or network of the same protocol and service: with the user name.
[[nodiscard]] std::string primaryKeyWithUser(const CatalogedCredential& credential);
[[nodiscard]] std::string primaryKeyWithUser(const CatalogedNetwork& network);

/// Terms by which an entry can be looked up without being opened. None for entries whose content is secret.
[[nodiscard]] std::vector<dare::KeyValue> lookupTerms(const AnyEntry& entry);
/// The same for a contact whose card has been read.
[[nodiscard]] std::vector<dare::KeyValue> lookupTerms(const Contact& contact);

} // namespace mmm::schema
