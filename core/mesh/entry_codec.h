#pragma once

#include "mesh/ssh_lines.h"
#include "schema/any.h"
#include "schema/any_contact.h"
#include "schema/catalog.h"
#include "schema/contact.h"
#include "schema/make.h"
#include "schema/task.h"
#include "store/catalog.h"
#include "udf/udf.h"

#include <algorithm>

namespace mmm::mesh {

/// How the entry that a person edits stands in its catalog, and what of it lists show. Lists are filled from
/// the store's index, in the order of its projection (store/container_kind.cpp), without decrypting anything.
template<typename Entry>
struct EntryCodec;

/// An entry as its catalog has it, read and written as the class that it is of.
template<typename Stored>
[[nodiscard]] Result<Stored> readStored(const Secret& payload)
{
    if constexpr (std::same_as<Stored, schema::AnyContact>)
        return schema::readContactEntry(payload);
    else
        return encoding::fromTaggedJson<Stored>(payload);
}
template<typename Stored>
[[nodiscard]] Secret writeStored(const Stored& stored)
{
    if constexpr (std::same_as<Stored, schema::AnyContact>)
        return schema::toTaggedJson(stored);
    else
        return encoding::toTaggedJson(stored);
}
template<typename Stored>
[[nodiscard]] bool isStored(std::string_view className)
{
    if constexpr (std::same_as<Stored, schema::AnyContact>)
        return schema::isContactClass(className);
    else
        return className == Stored::className;
}

/// Who writes an entry, and when.
struct EntryWriter
{
    const crypto::PrivateKey* administration = nullptr; ///< null on other than administration devices
    TimePoint now;
};

template<>
struct EntryCodec<schema::CatalogedBookmark>
{
    using Stored = schema::CatalogedBookmark;
    static constexpr std::string_view container = schema::store_name::bookmark;
    static Result<Stored> toStored(const Stored& entry, const Stored*, const EntryWriter&) { return entry; }
    static Result<Stored> fromStored(const Stored& stored) { return stored; }
    static Stored shown(const std::vector<std::string>& texts)
    {
        Stored entry;
        entry.title = texts.at(0);
        entry.uri = texts.at(1);
        entry.path = texts.at(2);
        return entry;
    }
};

template<>
struct EntryCodec<schema::CatalogedCredential>
{
    using Stored = schema::CatalogedCredential;
    static constexpr std::string_view container = schema::store_name::credential;
    static Result<Stored> toStored(const Stored& entry, const Stored*, const EntryWriter&) { return entry; }
    static Result<Stored> fromStored(const Stored& stored) { return stored; }
    static Stored shown(const std::vector<std::string>& texts)
    {
        Stored entry;
        entry.service = texts.at(0);
        entry.username = texts.at(1);
        entry.protocol = texts.at(2);
        return entry;
    }
};

/// A person edits the settings. The keys of the devices are the administration devices' business
/// (align_applications.cpp): they stand in the stored lines too, and are left out here.
template<>
struct EntryCodec<schema::CatalogedApplicationSSH>
{
    using Stored = schema::CatalogedApplicationSSH;
    static constexpr std::string_view container = schema::store_name::application;
    static Result<Stored> toStored(const Stored& entry, const Stored* before, const EntryWriter&)
    {
        Stored stored = entry;
        stored.key = before ? before->key : entry.key;
        if (stored.key.empty())
            stored.key = udf::Udf::nonce().text();
        stored.connections = before ? before->connections : std::vector<schema::Envelope>();
        stored.authorizedKeys = deviceLines(before ? *before : Stored());
        const auto others = otherLines(entry);
        stored.authorizedKeys.insert(stored.authorizedKeys.end(), others.begin(), others.end());
        return stored;
    }
    static Result<Stored> fromStored(const Stored& stored)
    {
        Stored entry = stored;
        entry.authorizedKeys = otherLines(stored);
        entry.connections.clear();
        return entry;
    }
    static Stored shown(const std::vector<std::string>& texts)
    {
        Stored entry;
        entry.key = texts.at(0);
        entry.userName = texts.at(2);
        entry.title = texts.at(5);
        return entry;
    }
};

template<>
struct EntryCodec<schema::CatalogedApplicationMail>
{
    using Stored = schema::CatalogedApplicationMail;
    static constexpr std::string_view container = schema::store_name::application;
    static Result<Stored> toStored(const Stored& entry, const Stored* before, const EntryWriter&)
    {
        Stored stored = entry;
        stored.key = before ? before->key : entry.key;
        if (stored.key.empty())
            stored.key = udf::Udf::nonce().text();
        return stored;
    }
    static Result<Stored> fromStored(const Stored& stored) { return stored; }
    static Stored shown(const std::vector<std::string>& texts)
    {
        Stored entry;
        entry.key = texts.at(0);
        entry.accountAddress = {texts.at(1)};
        return entry;
    }
};

template<>
struct EntryCodec<schema::CatalogedNetwork>
{
    using Stored = schema::CatalogedNetwork;
    static constexpr std::string_view container = schema::store_name::network;
    static Result<Stored> toStored(const Stored& entry, const Stored*, const EntryWriter&) { return entry; }
    static Result<Stored> fromStored(const Stored& stored) { return stored; }
    static Stored shown(const std::vector<std::string>& texts)
    {
        Stored entry;
        entry.service = texts.at(0);
        entry.username = texts.at(1);
        entry.protocol = texts.at(2);
        entry.security = texts.at(3);
        entry.address = texts.at(4);
        return entry;
    }
};

template<>
struct EntryCodec<schema::Contact>
{
    using Stored = schema::AnyContact;
    static constexpr std::string_view container = schema::store_name::contact;
    /// The card goes into an envelope of its own; key, permissions and what else the entry has stay. A card
    /// that its owner signed stays as it is: what the person changes stands beside it. One's own card is
    /// signed by an administration key (security 03 §2.8.6).
    static Result<Stored> toStored(const schema::Contact& card, const Stored* before,
                                   const EntryWriter& writer)
    {
        Stored stored = before ? *before : Stored();
        if (!before)
            stored.isGroup = std::ranges::any_of(card.meshAccounts, [](const schema::Envelope& one) {
                return schema::payloadOf<schema::ProfileGroup>(one).has_value();
            });
        if (stored.key.empty())
            stored.key = udf::Udf::nonce().text();
        if (stored.self.value_or(false)) {
            if (!writer.administration)
                return fail(Fault::NotAuthorised, "one's own card is written on an administration device");
            schema::Contact own = card;
            own.updated = std::max(writer.now, card.updated.value_or(writer.now) + std::chrono::seconds(1));
            MMM_TRY(stored.envelopedContact, schema::sealRecord(own, {writer.administration}));
            return stored;
        }
        if (!stored.envelopedContact.isEmpty() && !stored.envelopedContact.signatures().empty()) {
            MMM_TRY(const auto theirs, schema::payloadOf<schema::Contact>(stored.envelopedContact));
            stored.local = card == theirs ? std::nullopt : std::optional(card);
            return stored;
        }
        MMM_TRY(stored.envelopedContact, schema::sealRecord(card, {}));
        return stored;
    }
    static Result<schema::Contact> fromStored(const Stored& stored)
    {
        return stored.local ? Result<schema::Contact>(*stored.local)
                            : schema::payloadOf<schema::Contact>(stored.envelopedContact);
    }
    static schema::Contact shown(const std::vector<std::string>& texts)
    {
        constexpr std::size_t names = 6;
        constexpr std::size_t local = 16; // where the projection has the person's own version
        const auto isGiven = [&](std::size_t i) { return !texts.at(local + i).empty(); };
        std::size_t from = 0;
        for (std::size_t i = 0; i < names; ++i)
            from = isGiven(i) ? local : from;
        schema::Contact card;
        card.fullName = texts.at(from);
        card.email = texts.at(from + 1);
        card.first = texts.at(from + 2);
        card.middle = texts.at(from + 3);
        card.last = texts.at(from + 4);
        card.title = texts.at(from + 5);
        return card;
    }
};

template<>
struct EntryCodec<schema::Task>
{
    using Stored = schema::CatalogedTask;
    static constexpr std::string_view container = schema::store_name::task;
    static Result<Stored> toStored(const schema::Task& task, const Stored* before, const EntryWriter&)
    {
        Stored stored = before ? *before : Stored();
        if (stored.key.empty())
            stored.key = task.key.empty() ? udf::Udf::nonce().text() : task.key;
        schema::Task inner = task;
        inner.key = stored.key;
        stored.title = task.title;
        MMM_TRY(stored.envelopedTask, schema::sealRecord(inner, {}));
        return stored;
    }
    static Result<schema::Task> fromStored(const Stored& stored)
    {
        return schema::payloadOf<schema::Task>(stored.envelopedTask);
    }
    static schema::Task shown(const std::vector<std::string>& texts)
    {
        schema::Task task;
        task.title = texts.at(1).empty() ? texts.at(0) : texts.at(1);
        task.description = texts.at(2);
        task.location = texts.at(3);
        const auto moment = [](const std::string& text) {
            const auto parsed = encoding::fromTimestamp(text);
            return parsed ? std::optional(*parsed) : std::nullopt;
        };
        task.start = moment(texts.at(4));
        task.finish = moment(texts.at(5));
        return task;
    }
};

} // namespace mmm::mesh
