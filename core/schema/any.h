#pragma once

#include "schema/activations.h"
#include "schema/applications.h"
#include "schema/host_catalog.h"
#include "schema/messages.h"

/// Objects whose class is known only from their tag. A class that nobody knows is kept as it is
/// (encoding::UnknownObject), so that a newer program's data survives an older one.
namespace mmm::schema {

using AnyAssertion =
    Tagged<ProfileMesh, ProfileDevice, ProfileService, ProfileHost, ProfileAccount, ProfileGroup,
           ProfileApplication, ConnectionDevice, ConnectionAccount, ConnectionGroup, ConnectionService,
           ConnectionHost, ConnectionApplication, ActivationDevice, ActivationAccount, ActivationGroup,
           ActivationApplicationSSH, Contact>;

using AnyEntry = Tagged<CatalogedEntry, CatalogedDevice, CatalogedCredential, CatalogedNetwork,
                        CatalogedContact, CatalogedContactRecryption, CatalogedBookmark, CatalogedTask,
                        CatalogedApplication, CatalogedMember, CatalogedGroup, CatalogedApplicationSSH,
                        CatalogedApplicationMail, CatalogedApplicationNetwork>;

using AnyMessage = Tagged<Message, MessageComplete, MessagePIN, RequestConnection, AcknowledgeConnection,
                          RespondConnection, OfferGroup, RequestContact, ReplyContact, GroupInvitation,
                          RequestConfirmation, ResponseConfirmation, RequestTask>;

using AnyMachine = Tagged<CatalogedMachine, CatalogedStandard, CatalogedAdmin, CatalogedPending>;

/// From `{"ClassName":{…}}`. WrongType or Malformed for anything that is not such an object.
[[nodiscard]] Result<AnyAssertion> readAssertion(BytesView json);
[[nodiscard]] Result<AnyEntry> readEntry(BytesView json);
[[nodiscard]] Result<AnyMessage> readMessage(BytesView json);
[[nodiscard]] Result<AnyMachine> readMachine(BytesView json);

/// `{"ClassName":{…}}`; empty for std::monostate. An entry may hold a password.
[[nodiscard]] Secret toJson(const AnyAssertion& assertion);
[[nodiscard]] Secret toJson(const AnyEntry& entry);
[[nodiscard]] Secret toJson(const AnyMessage& message);
[[nodiscard]] Secret toJson(const AnyMachine& machine);

/// The class of today for a known object, the tag for an unknown one, empty for std::monostate.
template<encoding::Record... T>
[[nodiscard]] std::string_view classNameOf(const Tagged<T...>& any)
{
    return std::visit(
        []<typename C>(const C& object) -> std::string_view {
            if constexpr (std::same_as<C, encoding::UnknownObject>)
                return object.className;
            else if constexpr (std::same_as<C, std::monostate>)
                return {};
            else
                return C::className;
        },
        any);
}

/// The object as one of its parent classes, such as any message as a Message; null if it is none.
template<typename Base, encoding::Record... T>
[[nodiscard]] const Base* asBase(const Tagged<T...>& any)
{
    return std::visit(
        []<typename C>(const C& object) -> const Base* {
            if constexpr (std::derived_from<C, Base>)
                return &object;
            else
                return nullptr;
        },
        any);
}

/// The payload of an envelope that is not encrypted. Nothing is verified.
template<encoding::Record T>
[[nodiscard]] Result<T> payloadOf(const Envelope& envelope)
{
    if (envelope.isEmpty())
        return fail(Fault::Missing, std::string(T::className) + " is missing");
    return encoding::fromTaggedJson<T>(envelope.body());
}

} // namespace mmm::schema
