#include "trust_text.h"

#include "fault_text.h"
#include "names.h"
#include "schema/catalog.h"
#include "text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>

namespace mmm::desktop {

namespace {

/// For lupdate, which knows no free functions.
struct TrustText
{
    Q_DECLARE_TR_FUNCTIONS(TrustText)
};

QString named(const QString& pattern, const QString& unnamed, const std::string& name)
{
    return name.empty() ? unnamed : pattern.arg(isolated(toText(name)));
}

} // namespace

QString catalogTitle(const std::string& container)
{
    using namespace schema;
    if (container == store_name::contact)
        return TrustText::tr("Contacts");
    if (container == store_name::bookmark)
        return TrustText::tr("Bookmarks");
    if (container == store_name::task)
        return TrustText::tr("Tasks");
    if (container == store_name::credential)
        return TrustText::tr("Passwords");
    if (container == store_name::network)
        return TrustText::tr("Networks");
    if (container == store_name::device)
        return TrustText::tr("Devices");
    if (container == store_name::application)
        return TrustText::tr("Applications");
    if (container == store_name::inbound)
        return TrustText::tr("Inbox");
    if (container == store_name::outbound)
        return TrustText::tr("Outbox");
    return {};
}

QString trustTitle(const mesh::TrustLink& link)
{
    using mesh::TrustKind;
    switch (link.kind) {
    case TrustKind::Mesh:
        return TrustText::tr("Your mesh");
    case TrustKind::Account:
        return named(TrustText::tr("Account %1"), TrustText::tr("Account"), link.name);
    case TrustKind::Device:
        return link.isThisDevice
                   ? named(TrustText::tr("Device “%1” (this one)"), TrustText::tr("This device"), link.name)
                   : named(TrustText::tr("Device “%1”"), TrustText::tr("Device without a name"), link.name);
    case TrustKind::DeviceConnection:
        return TrustText::tr("Connection to the mesh");
    case TrustKind::AccountConnection:
        return TrustText::tr("Connection to the account");
    case TrustKind::DeviceActivation:
        return TrustText::tr("Activation in the mesh");
    case TrustKind::AccountActivation:
        return TrustText::tr("Activation in the account");
    case TrustKind::ApplicationConnection:
        return named(TrustText::tr("Key for SSH: %1"), TrustText::tr("Key for SSH"), link.name);
    case TrustKind::Group:
        return named(TrustText::tr("Group %1"), TrustText::tr("Group"), link.name);
    case TrustKind::GroupActivation:
        return TrustText::tr("Activation in the group");
    case TrustKind::Catalog: {
        const QString title = catalogTitle(link.name);
        return TrustText::tr("Entries: %1").arg(title.isEmpty() ? toText(link.name) : title);
    }
    case TrustKind::Service:
        return named(TrustText::tr("Service %1"), TrustText::tr("Service"), link.name);
    case TrustKind::Host:
        return TrustText::tr("Computer of the service");
    case TrustKind::HostConnection:
        return TrustText::tr("Connection to the service");
    case TrustKind::Operator:
        return named(TrustText::tr("Account of %1"), TrustText::tr("Account of whoever runs the service"),
                     link.name);
    case TrustKind::Accreditation:
        return TrustText::tr("Who runs the service");
    case TrustKind::Checkpoint:
        return link.isThisDevice ? TrustText::tr("State of the log, told this device")
                                 : named(TrustText::tr("State of the log, told “%1”"),
                                         TrustText::tr("State of the log, told another device"), link.name);
    }
    return {};
}

QString trustTypeName(const mesh::TrustLink& link)
{
    using mesh::TrustKind;
    switch (link.kind) {
    case TrustKind::Mesh:
        return QStringLiteral("ProfileMesh");
    case TrustKind::Account:
        return QStringLiteral("ProfileAccount");
    case TrustKind::Device:
        return QStringLiteral("ProfileDevice");
    case TrustKind::DeviceConnection:
        return QStringLiteral("ConnectionDevice");
    case TrustKind::AccountConnection:
        return QStringLiteral("ConnectionAccount");
    case TrustKind::DeviceActivation:
        return QStringLiteral("ActivationDevice");
    case TrustKind::AccountActivation:
        return QStringLiteral("ActivationAccount");
    case TrustKind::ApplicationConnection:
        return QStringLiteral("ConnectionApplication");
    case TrustKind::Group:
        return QStringLiteral("ProfileGroup");
    case TrustKind::GroupActivation:
        return QStringLiteral("ActivationGroup");
    case TrustKind::Catalog:
        return toText(link.name);
    case TrustKind::Service:
        return QStringLiteral("ProfileService");
    case TrustKind::Host:
        return QStringLiteral("ProfileHost");
    case TrustKind::HostConnection:
        return QStringLiteral("ConnectionHost");
    case TrustKind::Operator:
        return link.payload.find("\"ProfileMesh\"") != std::string::npos ? QStringLiteral("ProfileMesh")
                                                                         : QStringLiteral("ProfileAccount");
    case TrustKind::Accreditation:
        return QStringLiteral("ConnectionService");
    case TrustKind::Checkpoint:
        return QStringLiteral("Checkpoint");
    }
    return {};
}

QString trustMeaning(mesh::TrustKind kind)
{
    using mesh::TrustKind;
    switch (kind) {
    case TrustKind::Mesh:
        return TrustText::tr("What all else stands on. Signed with the master key; names the keys of the "
                             "devices that may connect and disconnect others.");
    case TrustKind::Account:
        return TrustText::tr("Your address and the keys with which others write to you.");
    case TrustKind::Device:
        return TrustText::tr("The keys that the device made for itself. They never leave it.");
    case TrustKind::DeviceConnection:
        return TrustText::tr("A device that manages others vouches for this one, and says what it may do.");
    case TrustKind::AccountConnection:
        return TrustText::tr("Says that the device may act for the account, and with which key it signs.");
    case TrustKind::DeviceActivation:
    case TrustKind::AccountActivation:
    case TrustKind::GroupActivation:
        return TrustText::tr(
            "What its recipient makes its keys with. Only the recipient can read it, so only "
            "what surrounds it is shown.");
    case TrustKind::ApplicationConnection:
        return TrustText::tr("The account vouches for the key that a device uses with another program.");
    case TrustKind::Group:
        return TrustText::tr("The keys of a group; its administrators' keys are named in it.");
    case TrustKind::Catalog:
        return TrustText::tr("How many entries and changes of this list are proved by signatures of your "
                             "devices, and the digest of all of them. Two devices with the same digest have "
                             "seen the same.");
    case TrustKind::Service:
        return TrustText::tr("The identity of your service. This device remembers it and talks to no other.");
    case TrustKind::Host:
        return TrustText::tr("The computer that answers for the service, and its keys.");
    case TrustKind::HostConnection:
        return TrustText::tr("The service vouches for the computer that answers for it.");
    case TrustKind::Operator:
        return TrustText::tr(
            "The account or mesh that says that it runs the service. What it is called here is "
            "what you call it among your contacts.");
    case TrustKind::Accreditation:
        return TrustText::tr("Somebody signed that they run the service. That says whom to ask; your device "
                             "talks to the service for its fingerprint, whoever runs it.");
    case TrustKind::Checkpoint:
        return TrustText::tr(
            "The service signed how far its log was, and the digest of all of it. Your devices "
            "remember that and show it to each other: so they notice if it takes something back "
            "or shows them different things.");
    }
    return {};
}

QString trustFault(const mesh::TrustLink& link, const Error& error)
{
    if (link.kind == mesh::TrustKind::Catalog && error.fault == Fault::Forked)
        return TrustText::tr("The service shows something else than the device saw that connected this one.");
    if (link.kind == mesh::TrustKind::Catalog && error.fault == Fault::RolledBack)
        return TrustText::tr("The service shows less than the device saw that connected this one.");
    if (link.kind == mesh::TrustKind::Accreditation) {
        if (link.envelope.empty() && error.fault == Fault::Missing)
            return TrustText::tr("The service showed earlier who runs it, and does not any more.");
        if (error.fault == Fault::Contradiction)
            return TrustText::tr("It is about another service.");
    }
    return trustFault(error);
}

QString trustFault(const Error& error)
{
    switch (error.fault) {
    case Fault::NotAuthorised:
        return TrustText::tr("No key that may do so has signed it.");
    case Fault::BadSignature:
        return TrustText::tr("The signature is wrong.");
    case Fault::Damaged:
        return TrustText::tr("It was altered.");
    case Fault::Contradiction:
        return TrustText::tr("It does not fit what it belongs to.");
    case Fault::Forked:
        return TrustText::tr("The service signed something else at the same place of its log.");
    case Fault::RolledBack:
        return TrustText::tr("The service signed earlier that its log was longer.");
    case Fault::WrongService:
        return TrustText::tr("It belongs to another service.");
    case Fault::Missing:
        return TrustText::tr("A part of it is missing.");
    default:
        return faultText(error);
    }
}

QString trustJson(const mesh::TrustLink& link)
{
    const auto objectOf = [](const std::string& json) {
        return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    };
    QJsonObject whole = objectOf(link.envelope);
    if (!link.payload.empty())
        whole.insert(QStringLiteral("Payload"), objectOf(link.payload));
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace mmm::desktop
