#include "fault_text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

const char* sentence(Fault fault)
{
    switch (fault) {
    case Fault::Malformed:
        return QT_TRANSLATE_NOOP(
            "Fault", "This is not in a form that can be read. See whether it is complete and unchanged.");
    case Fault::TooLarge:
        return QT_TRANSLATE_NOOP(
            "Fault", "This is larger than what can be taken. Make it smaller or take it in parts.");
    case Fault::TooDeep:
        return QT_TRANSLATE_NOOP("Fault",
                                 "This is built in a way that cannot be read. Make it anew and try again.");
    case Fault::WrongType:
        return QT_TRANSLATE_NOOP("Fault",
                                 "This is something else than what belongs here. Choose another one.");
    case Fault::Missing:
        return QT_TRANSLATE_NOOP("Fault", "A part that is needed is missing. Complete it and try again.");
    case Fault::Contradiction:
        return QT_TRANSLATE_NOOP("Fault", "Two parts that belong together do not agree, so nothing was "
                                          "taken. Try again, or have it sent anew.");
    case Fault::Unsupported:
        return QT_TRANSLATE_NOOP("Fault", "This cannot be done with this version of the program. Bring it "
                                          "up to date on all of your devices.");
    case Fault::BadKey:
        return QT_TRANSLATE_NOOP("Fault", "What was received cannot be trusted, so it was not taken. Try "
                                          "again; if it stays, connect the device anew.");
    case Fault::BadSignature:
        return QT_TRANSLATE_NOOP("Fault",
                                 "Something was altered or does not come from one of your devices, so it "
                                 "was not taken. Your own data is unchanged; nothing is to be done.");
    case Fault::NotAuthorised:
        return QT_TRANSLATE_NOOP("Fault",
                                 "This device may not do this. Do it on a device that manages the others.");
    case Fault::Disconnected:
        return QT_TRANSLATE_NOOP("Fault", "This device was disconnected from your mesh.");
    case Fault::NotServed:
        return QT_TRANSLATE_NOOP("Fault", "The service does not hold addresses of this kind.");
    case Fault::Suspended:
        return QT_TRANSLATE_NOOP("Fault", "The service's operator has suspended your account. Ask them why; "
                                          "your data on this computer was left as it is.");
    case Fault::AccountClosed:
        return QT_TRANSLATE_NOOP("Fault", "The account was deleted. Your data on this computer was left as "
                                          "it is.");
    case Fault::AccountFull:
        return QT_TRANSLATE_NOOP("Fault", "The account is full, so its service takes nothing more. What you "
                                          "change stays on this computer until there is room: ask the "
                                          "service's operator for more, or move to another service.");
    case Fault::ClockWrong:
        return QT_TRANSLATE_NOOP("Fault", "The date or time of this computer is wrong. Set it and try "
                                          "again.");
    case Fault::CannotDecrypt:
        return QT_TRANSLATE_NOOP(
            "Fault",
            "This cannot be opened on this device. See whether it was meant for it, or have it sent again.");
    case Fault::BadShare:
        return QT_TRANSLATE_NOOP(
            "Fault", "One of the recovery codes does not belong to the others. Check each of them.");
    case Fault::NoKeychain:
        return QT_TRANSLATE_NOOP(
            "Fault",
            "This computer has no keychain that could keep your keys. Start one, or use a passphrase.");
    case Fault::KeychainLocked:
        return QT_TRANSLATE_NOOP("Fault", "The keychain is locked. Unlock it and try again.");
    case Fault::KeychainRefused:
        return QT_TRANSLATE_NOOP("Fault", "The keychain did not give access. Allow it and try again.");
    case Fault::KeychainTimeout:
        return QT_TRANSLATE_NOOP(
            "Fault", "The keychain did not answer. See whether it asks for something, then try again.");
    case Fault::KeychainFailed:
        return QT_TRANSLATE_NOOP("Fault", "The keychain reports an error. Restart it and try again.");
    case Fault::KeyNotFound:
        return QT_TRANSLATE_NOOP("Fault", "The keys of this device are not in the keychain. If you keep "
                                          "them in another one, open that one and try again.");
    case Fault::WrongPassphrase:
        return QT_TRANSLATE_NOOP(
            "Fault", "The passphrase is not the right one. Try again, and look out for capital letters.");
    case Fault::NotExportable:
        return QT_TRANSLATE_NOOP("Fault", "This key stays on this device. Use it here.");
    case Fault::NotFound:
        return QT_TRANSLATE_NOOP("Fault",
                                 "It is not there any more. It may have been deleted on another device.");
    case Fault::Exists:
        return QT_TRANSLATE_NOOP(
            "Fault", "There is one like this already. Change that one, or give this one another name.");
    case Fault::Conflict:
        return QT_TRANSLATE_NOOP("Fault",
                                 "It was changed elsewhere meanwhile. Look at both versions and choose.");
    case Fault::Damaged:
        return QT_TRANSLATE_NOOP("Fault", "Stored data is damaged. What is undamaged stays readable, and "
                                          "the rest is fetched again from the service.");
    case Fault::RolledBack:
        return QT_TRANSLATE_NOOP("Fault", "The service shows an older state than before. Your data on this "
                                          "computer was left as it is; ask whoever runs the service.");
    case Fault::Forked:
        return QT_TRANSLATE_NOOP("Fault", "The service shows another history than before. Your data on this "
                                          "computer was left as it is; ask whoever runs the service.");
    case Fault::DiskFull:
        return QT_TRANSLATE_NOOP("Fault", "The disk is full. Make room and try again.");
    case Fault::ReadOnly:
        return QT_TRANSLATE_NOOP(
            "Fault", "Nothing can be written there. Choose another place, or see to its permissions.");
    case Fault::Io:
        return QT_TRANSLATE_NOOP("Fault", "A file could not be read or written. See whether the disk is "
                                          "connected and in order, then try again.");
    case Fault::InUse:
        return QT_TRANSLATE_NOOP("Fault",
                                 "Another program is using this data folder. Close it and try again.");
    case Fault::Offline:
        return QT_TRANSLATE_NOOP(
            "Fault", "The service cannot be reached. Check the connection; changes are kept until then.");
    case Fault::Timeout:
        return QT_TRANSLATE_NOOP("Fault", "The service did not answer in time. Try again.");
    case Fault::TlsFailed:
        return QT_TRANSLATE_NOOP("Fault", "No secure connection to the service could be made. Check the "
                                          "address and this computer's date, then try again.");
    case Fault::WrongService:
        return QT_TRANSLATE_NOOP("Fault",
                                 "The service that answers is not the one that belongs to your account, "
                                 "so nothing was sent to it. Check the network that you are in.");
    case Fault::Refused:
        return QT_TRANSLATE_NOOP("Fault",
                                 "The request was turned down. Ask whoever decided, or try another way.");
    case Fault::Replayed:
        return QT_TRANSLATE_NOOP("Fault",
                                 "An old message came again, so it was not taken. Nothing is to be done.");
    case Fault::Expired:
        return QT_TRANSLATE_NOOP("Fault", "It is no longer valid. Ask for a new one.");
    case Fault::NotYet:
        return QT_TRANSLATE_NOOP("Fault", "There is no decision yet. Wait a little.");
    case Fault::Overloaded:
        return QT_TRANSLATE_NOOP("Fault",
                                 "The service is busy or was asked too often. Try again later; changes "
                                 "are kept until then.");
    case Fault::ServiceFailed:
        return QT_TRANSLATE_NOOP("Fault", "The service reports an error of its own. Try again later.");
    case Fault::ProtocolViolation:
        return QT_TRANSLATE_NOOP(
            "Fault", "The service gave an answer that makes no sense, so it was not taken. Try again later.");
    case Fault::WrongPin:
        return QT_TRANSLATE_NOOP("Fault", "The PIN is not the right one. Compare it with the other screen.");
    case Fault::PinUsed:
        return QT_TRANSLATE_NOOP("Fault", "This PIN was used before. Have the other device show a new one.");
    case Fault::PinLocked:
        return QT_TRANSLATE_NOOP(
            "Fault", "There were too many attempts with a wrong PIN. Have the other device show a new one.");
    case Fault::NameInvalid:
        return QT_TRANSLATE_NOOP("Fault", "This name cannot be used. Use letters, digits and hyphens.");
    case Fault::NameTaken:
        return QT_TRANSLATE_NOOP("Fault", "This name is in use. Choose another one.");
    case Fault::Cancelled:
        return QT_TRANSLATE_NOOP("Fault", "Stopped.");
    case Fault::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP(
        "Fault",
        "The program made a mistake, and nothing was changed. Try again; if it stays, restart the program.");
}

} // namespace

QString faultText(Fault fault)
{
    return QCoreApplication::translate("Fault", sentence(fault));
}

} // namespace mmm::desktop
