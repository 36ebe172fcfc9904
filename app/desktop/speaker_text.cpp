#include "speaker_text.h"

#include "fault_text.h"
#include "text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Speaker", text);
}

constexpr qsizetype comparedLetters = 29; ///< 24 letters in fours: 120 bits

} // namespace

QString speakerName(const mesh::Speaker& speaker)
{
    if (speaker.standing == mesh::Standing::Own)
        return tr(QT_TRANSLATE_NOOP("Speaker", "My mesh"));
    if (speaker.standing == mesh::Standing::Refused)
        return tr(QT_TRANSLATE_NOOP("Speaker", "Unknown sender"));
    return toText(speaker.name.empty() ? speaker.address : speaker.name);
}

QString confirmedText(mesh::Confirmed confirmed)
{
    switch (confirmed) {
    case mesh::Confirmed::InPerson:
        return tr(QT_TRANSLATE_NOOP("Speaker", "The account was confirmed in person, by a code."));
    case mesh::Confirmed::Service:
        return tr(
            QT_TRANSLATE_NOOP("Speaker", "The service of the address says that the account is theirs."));
    case mesh::Confirmed::No:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("Speaker", "Nobody has confirmed that the account is theirs."));
}

QString speakerProof(const mesh::Speaker& speaker)
{
    switch (speaker.standing) {
    case mesh::Standing::Own:
        return tr(QT_TRANSLATE_NOOP("Speaker",
                                    "Written by one of your own devices, or by your service about them."));
    case mesh::Standing::Contact:
        return tr(QT_TRANSLATE_NOOP("Speaker", "Signed by a device of this contact's account. %1"))
            .arg(confirmedText(speaker.confirmed));
    case mesh::Standing::Stranger:
        return tr(QT_TRANSLATE_NOOP(
            "Speaker", "Signed by an account that is not among your contacts. Anybody can choose any name."));
    case mesh::Standing::Refused:
        break;
    }
    if (speaker.address.empty())
        return tr(QT_TRANSLATE_NOOP(
            "Speaker",
            "This message does not prove where it comes from. It is not shown and nothing was done."));
    return tr(QT_TRANSLATE_NOOP(
        "Speaker",
        "This message claims the address of a contact, but another account signed it. It is not shown "
        "and nothing was done."));
}

QString shortFingerprint(const std::string& udf)
{
    return toText(udf).left(comparedLetters);
}

} // namespace mmm::desktop
