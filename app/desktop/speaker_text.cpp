#include "speaker_text.h"

#include "fault_text.h"
#include "text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

constexpr qsizetype comparedLetters = 29; ///< 24 letters in fours: 120 bits

} // namespace

QString speakerName(const mesh::Speaker& speaker)
{
    if (speaker.standing == mesh::Standing::Own)
        return QCoreApplication::translate("Speaker", "My mesh");
    if (speaker.standing == mesh::Standing::Refused)
        return QCoreApplication::translate("Speaker", "Unknown sender");
    return toText(speaker.name.empty() ? speaker.address : speaker.name);
}

QString confirmedText(mesh::Confirmed confirmed)
{
    switch (confirmed) {
    case mesh::Confirmed::InPerson:
        return QCoreApplication::translate("Speaker", "The account was confirmed in person, by a code.");
    case mesh::Confirmed::Service:
        return QCoreApplication::translate("Speaker",
                                           "The service of the address says that the account is theirs.");
    case mesh::Confirmed::No:
        break;
    }
    return QCoreApplication::translate("Speaker", "Nobody has confirmed that the account is theirs.");
}

QString speakerProof(const mesh::Speaker& speaker)
{
    switch (speaker.standing) {
    case mesh::Standing::Own:
        return QCoreApplication::translate(
            "Speaker", "Written by one of your own devices, or by your service about them.");
    case mesh::Standing::Contact:
        return QCoreApplication::translate("Speaker", "Signed by a device of this contact's account. %1")
            .arg(confirmedText(speaker.confirmed));
    case mesh::Standing::Stranger:
        return QCoreApplication::translate(
            "Speaker", "Signed by an account that is not among your contacts. Anybody can choose any name.");
    case mesh::Standing::Refused:
        break;
    }
    if (speaker.address.empty())
        return QCoreApplication::translate(
            "Speaker",
            "This message does not prove where it comes from. It is not shown and nothing was done.");
    return QCoreApplication::translate(
        "Speaker",
        "This message claims the address of a contact, but another account signed it. It is not shown "
        "and nothing was done.");
}

QString shortFingerprint(const std::string& udf)
{
    return toText(udf).left(comparedLetters);
}

} // namespace mmm::desktop
