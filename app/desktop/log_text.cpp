#include "log_text.h"

#include "fault_text.h"
#include "text.h"
#include "trust_text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

/// For lupdate, which knows no free functions.
struct LogText
{
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

QString wrongNotary(const Error& error)
{
    if (error.fault == Fault::Contradiction)
        return LogText::tr("It claims to be older than the state of the log that it names.");
    return trustFault(error);
}

} // namespace

QString logCodeFault(const Error& error)
{
    switch (error.fault) {
    case Fault::Malformed:
    case Fault::WrongType:
    case Fault::TooLarge:
    case Fault::Unsupported:
    case Fault::Missing:
        return LogText::tr(
            "This code says nothing about the log of a service. On the other device: Security, "
            "the service among the signatures, “Compare with another device”.");
    case Fault::WrongService:
        return LogText::tr("The code is about another service than yours, which this device cannot compare.");
    case Fault::BadSignature:
        return LogText::tr(
            "Your service has not signed what the code says. Whoever shows it may have changed "
            "it; it says nothing about the service.");
    case Fault::NotFound:
        return LogText::tr(
            "The service has told this device nothing about its log yet. Try again once it can "
            "be reached.");
    default:
        return faultText(error);
    }
}

QString contactLogText(const Result<mesh::LogComparison>& found)
{
    if (!found) {
        return found.error().fault == Fault::BadSignature
                   ? LogText::tr("The code also says something about the log of your service, which the "
                                 "service has not signed.")
                   : QString();
    }
    if (found->contradiction)
        return LogText::tr("Your service told this person something else about its log than you: both cannot "
                           "be true. See “Log of the service” on the page Security.");
    return found->isSame ? LogText::tr("Your service told both of you exactly the same about its log.")
                         : LogText::tr("What your service told both of you about its log fits together.");
}

bool isLogWarning(const Result<mesh::LogComparison>& found)
{
    return found ? found->contradiction.has_value() : found.error().fault == Fault::BadSignature;
}

QString notaryText(const mesh::TrustLink& link)
{
    switch (link.notary) {
    case mesh::NotaryState::None:
        break;
    case mesh::NotaryState::Proved:
        return link.notaryTime
                   ? LogText::tr("It was made no earlier than %1: the service signed that its log "
                                 "was so far then, and that fits what it says otherwise.")
                         .arg(momentText(*link.notaryTime))
                   : QString();
    case mesh::NotaryState::Wrong:
        return LogText::tr("What it says of the service's log does not hold. %1")
            .arg(link.notaryFault ? wrongNotary(*link.notaryFault) : QString());
    case mesh::NotaryState::Unknown:
        return LogText::tr("This cannot be checked here, so nothing follows from it.");
    }
    return {};
}

} // namespace mmm::desktop
