#include "fault_text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Fault", text);
}

} // namespace

QString faultText(Fault fault)
{
    switch (fault) {
    case Fault::Malformed:
        return tr(QT_TRANSLATE_NOOP("Fault", "This is not in a form that can be read."));
    case Fault::TooLarge:
        return tr(QT_TRANSLATE_NOOP("Fault", "This is larger than what can be taken."));
    case Fault::TooDeep:
        return tr(QT_TRANSLATE_NOOP("Fault", "This is nested more deeply than what can be read."));
    case Fault::WrongType:
        return tr(QT_TRANSLATE_NOOP("Fault", "This is something else than what was expected here."));
    case Fault::Missing:
        return tr(QT_TRANSLATE_NOOP("Fault", "Something that is needed is missing."));
    case Fault::Contradiction:
        return tr(QT_TRANSLATE_NOOP("Fault", "Two statements that should agree do not."));
    case Fault::Unsupported:
        return tr(QT_TRANSLATE_NOOP("Fault", "This version of the program cannot handle this."));
    case Fault::BadKey:
        return tr(QT_TRANSLATE_NOOP("Fault", "A key that was received is not valid, so it is not used."));
    case Fault::BadSignature:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "Something was altered or does not come from one of your devices, "
                                    "so it was not taken."));
    case Fault::NotAuthorised:
        return tr(QT_TRANSLATE_NOOP("Fault", "This device does not have the right to do this."));
    case Fault::Disconnected:
        return tr(QT_TRANSLATE_NOOP("Fault", "This device was disconnected from your mesh."));
    case Fault::CannotDecrypt:
        return tr(QT_TRANSLATE_NOOP("Fault", "This cannot be opened with the keys of this device."));
    case Fault::BadShare:
        return tr(QT_TRANSLATE_NOOP("Fault", "One of the recovery codes does not belong to the others."));
    case Fault::NoKeychain:
        return tr(QT_TRANSLATE_NOOP("Fault", "This computer has no keychain that could keep your keys."));
    case Fault::KeychainLocked:
        return tr(QT_TRANSLATE_NOOP("Fault", "The keychain is locked. Unlock it and try again."));
    case Fault::KeychainRefused:
        return tr(QT_TRANSLATE_NOOP("Fault", "The keychain did not give access. Allow it and try again."));
    case Fault::KeychainTimeout:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The keychain did not answer. See whether it asks for something, "
                                    "then try again."));
    case Fault::KeychainFailed:
        return tr(QT_TRANSLATE_NOOP("Fault", "The keychain reports an error. Restart it and try again."));
    case Fault::KeyNotFound:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The keys of this device are not in the keychain. If you keep them "
                                    "in another one, open that one and try again."));
    case Fault::WrongPassphrase:
        return tr(QT_TRANSLATE_NOOP("Fault", "The passphrase is not the right one."));
    case Fault::NotExportable:
        return tr(QT_TRANSLATE_NOOP("Fault", "This key stays on this device."));
    case Fault::NotFound:
        return tr(QT_TRANSLATE_NOOP("Fault", "It is not there any more."));
    case Fault::Exists:
        return tr(QT_TRANSLATE_NOOP("Fault", "There is one like this already."));
    case Fault::Conflict:
        return tr(QT_TRANSLATE_NOOP("Fault", "It was changed elsewhere meanwhile. Look at both versions."));
    case Fault::Damaged:
        return tr(QT_TRANSLATE_NOOP("Fault", "Stored data is damaged; what is undamaged stays readable."));
    case Fault::RolledBack:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The service shows an older state than before. Your data on this "
                                    "computer was left as it is."));
    case Fault::Forked:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The service shows another history than before. Your data on this "
                                    "computer was left as it is."));
    case Fault::DiskFull:
        return tr(QT_TRANSLATE_NOOP("Fault", "The disk is full. Make room and try again."));
    case Fault::ReadOnly:
        return tr(QT_TRANSLATE_NOOP("Fault", "The place cannot be written to."));
    case Fault::Io:
        return tr(QT_TRANSLATE_NOOP("Fault", "A file could not be read or written."));
    case Fault::InUse:
        return tr(QT_TRANSLATE_NOOP("Fault", "Another program is using this data folder."));
    case Fault::Offline:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The service cannot be reached. Check the connection; changes are "
                                    "kept until then."));
    case Fault::Timeout:
        return tr(QT_TRANSLATE_NOOP("Fault", "The service did not answer in time. Try again."));
    case Fault::TlsFailed:
        return tr(QT_TRANSLATE_NOOP("Fault", "No secure connection to the service could be made."));
    case Fault::WrongService:
        return tr(QT_TRANSLATE_NOOP("Fault", "The service that answers is not the one that belongs to your "
                                             "account, so nothing was sent to it."));
    case Fault::NotServed:
        return tr(QT_TRANSLATE_NOOP("Fault", "The service does not hold addresses of this kind."));
    case Fault::Suspended:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The service's operator has suspended your account. Ask them why; "
                                    "your data on this computer was left as it is."));
    case Fault::AccountClosed:
        return tr(QT_TRANSLATE_NOOP("Fault",
                                    "The account was deleted. Your data on this computer was left as "
                                    "it is."));
    case Fault::ClockWrong:
        return tr(QT_TRANSLATE_NOOP("Fault", "The date or time of this computer is wrong. Set it and try "
                                             "again."));
    case Fault::Refused:
        return tr(QT_TRANSLATE_NOOP("Fault", "The request was turned down."));
    case Fault::Replayed:
        return tr(QT_TRANSLATE_NOOP("Fault", "An old message was sent again, so it was not taken."));
    case Fault::Expired:
        return tr(QT_TRANSLATE_NOOP("Fault", "It is no longer valid. Ask for a new one."));
    case Fault::NotYet:
        return tr(QT_TRANSLATE_NOOP("Fault", "There is no decision yet."));
    case Fault::Overloaded:
        return tr(QT_TRANSLATE_NOOP("Fault", "The service is busy. Try again in a moment."));
    case Fault::ServiceFailed:
        return tr(QT_TRANSLATE_NOOP("Fault", "The service reports an error of its own. Try again later."));
    case Fault::ProtocolViolation:
        return tr(QT_TRANSLATE_NOOP("Fault", "The service gave an answer that makes no sense, so it was not "
                                             "taken."));
    case Fault::WrongPin:
        return tr(
            QT_TRANSLATE_NOOP("Fault", "The PIN is not the right one. Compare it with the other screen."));
    case Fault::PinUsed:
        return tr(
            QT_TRANSLATE_NOOP("Fault", "This PIN was used before. Have the other device show a new one."));
    case Fault::PinLocked:
        return tr(QT_TRANSLATE_NOOP("Fault", "There were too many attempts with a wrong PIN. Have the other "
                                             "device show a new one."));
    case Fault::NameInvalid:
        return tr(QT_TRANSLATE_NOOP("Fault", "This name cannot be used. Use letters, digits and hyphens."));
    case Fault::NameTaken:
        return tr(QT_TRANSLATE_NOOP("Fault", "This name is in use. Choose another one."));
    case Fault::Cancelled:
        return tr(QT_TRANSLATE_NOOP("Fault", "Stopped."));
    case Fault::Internal:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("Fault", "The program made a mistake. Nothing was changed."));
}

} // namespace mmm::desktop
