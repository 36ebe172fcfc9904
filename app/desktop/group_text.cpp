#include "group_text.h"

#include "fault_text.h"
#include "speaker_text.h"
#include "text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

/// In the words of this file's own context.
QString words(const char* text)
{
    return QCoreApplication::translate("GroupText", text);
}

} // namespace

QString groupName(const std::string& address)
{
    return toText(address.substr(0, address.find('@')));
}

QString groupFaultText(const Error& error)
{
    switch (error.fault) {
    case Fault::NotAuthorised:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "You are no longer a member or administrator of this group, so it does not let you "
                         "do that."));
    case Fault::NotFound:
        return words(QT_TRANSLATE_NOOP("GroupText", "There is no such group, contact or file any more."));
    case Fault::NameTaken:
        return words(QT_TRANSLATE_NOOP("GroupText", "This name is in use. Choose another one."));
    case Fault::Offline:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "The group’s service cannot be reached. Check the connection and try again."));
    case Fault::Overloaded:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "The group’s service has helped with too much lately. Try again later."));
    default:
        return faultText(error);
    }
}

QString openFaultText(const Error& error)
{
    switch (error.fault) {
    case Fault::NotAuthorised:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "You are no longer a member of the group that this is for, so its service does not "
                         "help to open it."));
    case Fault::NotFound:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "The file is not there any more, or the group that it is for has ended."));
    case Fault::CannotDecrypt:
        return words(QT_TRANSLATE_NOOP("GroupText",
                                       "This is for others: none of your groups and none of your own "
                                       "keys opens it."));
    case Fault::Malformed:
    case Fault::WrongType:
    case Fault::Missing:
        return words(QT_TRANSLATE_NOOP("GroupText", "This is nothing that was encrypted to a group, or it is "
                                                    "not complete. Have it sent again."));
    case Fault::BadSignature:
    case Fault::Damaged:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "This was changed after it was encrypted, so nothing of it was taken. Have it sent "
                         "again."));
    default:
        return groupFaultText(error);
    }
}

QString leaveFaultText(const Error& error)
{
    switch (error.fault) {
    case Fault::Unsupported:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "You are the only administrator of this group. Make another member an administrator "
                         "first, or end the group for everybody."));
    case Fault::NotYet:
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "Nobody whom you made an administrator has accepted that yet. You can leave as soon "
                         "as somebody has."));
    default:
        return groupFaultText(error);
    }
}

QString deletionFaultText(const Error& error)
{
    if (error.fault == Fault::Unsupported)
        return words(QT_TRANSLATE_NOOP(
            "GroupText", "The account is the only administrator of a group, which would be lost to all its "
                         "members. On the page Groups, make another member an administrator and wait until "
                         "that is accepted, or end the group. The account was not deleted."));
    return faultText(error);
}

QString signerText(const mesh::Decrypted& content)
{
    if (!content.signer)
        return words(QT_TRANSLATE_NOOP(
            "GroupText",
            "Nobody has signed it: it is not known who encrypted it, or whether it was changed."));
    if (content.signer->standing == mesh::Standing::Own)
        return words(QT_TRANSLATE_NOOP("GroupText", "Encrypted and signed by you."));
    if (content.signer->standing == mesh::Standing::Refused)
        return words(QT_TRANSLATE_NOOP("GroupText",
                                       "Signed by an account that claims the address %1 of one of "
                                       "your contacts and is not theirs. Do not trust it."))
            .arg(toText(content.signer->address));
    return words(QT_TRANSLATE_NOOP("GroupText", "Encrypted and signed by %1. %2"))
        .arg(speakerName(*content.signer), speakerProof(*content.signer));
}

bool isSignerKnown(const mesh::Decrypted& content)
{
    return content.signer && (content.signer->standing == mesh::Standing::Own ||
                              content.signer->standing == mesh::Standing::Contact);
}

} // namespace mmm::desktop
