#include "operator_text.h"

#include "speaker_text.h"
#include "text.h"
#include "trust_text.h"

#include <QCoreApplication>

namespace mmm::desktop {

namespace {

/// For lupdate, which knows no free functions.
struct OperatorText
{
    Q_DECLARE_TR_FUNCTIONS(OperatorText)
};

} // namespace

QString operatorText(const mesh::TrustLink& accreditation)
{
    if (accreditation.fault) {
        if (accreditation.envelope.empty() && accreditation.fault->fault == Fault::Missing)
            return trustFault(accreditation, *accreditation.fault);
        return OperatorText::tr(
                   "What the service shows of who runs it is not believed. %1 The service itself "
                   "is the same as before.")
            .arg(trustFault(accreditation, *accreditation.fault));
    }
    if (!accreditation.runBy)
        return OperatorText::tr("Somebody signed that they run it, under conditions that this program does "
                                "not understand: nothing follows from that.");
    const mesh::ServiceOperator& who = *accreditation.runBy;
    if (who.isOwn)
        return OperatorText::tr("Run by you: checked by your account's signature.");
    if (who.name.empty() && who.contactId.empty())
        return OperatorText::tr("Run by somebody who is not in your contacts.");
    const QString name = who.name.empty() ? shortFingerprint(who.udf) : toText(who.name);
    return OperatorText::tr(
               "Run by %1, who is in your contacts: checked by the signature of that account. %2")
        .arg(name, confirmedText(who.confirmed));
}

QString formerOperatorText(const mesh::TrustLink& accreditation)
{
    if (!accreditation.formerlyRunBy)
        return {};
    const mesh::ServiceOperator& who = *accreditation.formerlyRunBy;
    if (who.isOwn)
        return OperatorText::tr("Until now it was run by you.");
    if (who.name.empty())
        return OperatorText::tr("Until now it was run by somebody else, who is not in your contacts.");
    return OperatorText::tr("Until now it was run by %1, who is in your contacts.").arg(toText(who.name));
}

} // namespace mmm::desktop
