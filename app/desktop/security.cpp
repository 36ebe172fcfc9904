#include "security.h"

#include "fault_text.h"
#include "log_text.h"
#include "operator_text.h"
#include "text.h"
#include "trust_text.h"

namespace mmm::desktop {

using Row = SafeguardModel::Row;

Security::Security(MeshLink& link, const Session& session, const Preferences& preferences, SyncStatus& sync,
                   QObject* parent)
    : QObject(parent),
      Published<Security>(this),
      m_link(link),
      m_session(session),
      m_preferences(preferences),
      m_sync(sync)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool available) {
        if (available)
            refresh();
        else
            clear();
    });
    connect(&link, &MeshLink::devicesListChanged, this, &Security::refresh);
    connect(&preferences, &Preferences::changed, this, &Security::tell);
    connect(&preferences, &Preferences::serviceChanged, this, &Security::tell);
    connect(&preferences, &Preferences::languageChanged, this, [this] { m_graph.show(m_chain); });
    connect(sync.problems(), &ProblemModel::countChanged, this, &Security::tell);
}

void Security::refresh()
{
    if (m_link.account() == nullptr)
        return;
    ++m_number;
    ++m_running;
    emit changed();
    m_link.runOnMesh(
        Concern::Security, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return Findings{mesh.trust().links(), mesh.devices(), mesh.recovery().state(), mesh.service()};
        },
        [this, number = m_number](Findings findings) {
            --m_running;
            if (number == m_number) {
                take(std::move(findings));
                askService();
            }
            emit changed();
        });
}

void Security::askService()
{
    ++m_running;
    m_link.runOnMesh(
        Concern::Security, this,
        [](mesh::PersonalMesh& mesh, const std::stop_token& stop) { return mesh.trust().serviceLinks(stop); },
        [this, number = m_number](Result<std::vector<mesh::TrustLink>> links) {
            --m_running;
            if (number == m_number) {
                m_service = std::move(links);
                showChain();
            }
            emit changed();
        });
}

void Security::take(Findings findings)
{
    m_errorText = findings.links ? QString() : faultText(findings.links.error());
    m_findings = std::move(findings);
    showChain();
}

void Security::showChain()
{
    std::vector<mesh::TrustLink> links;
    if (m_findings && m_findings->links)
        links = *m_findings->links;
    if (m_service && *m_service) {
        for (const mesh::TrustLink& link : **m_service) {
            // the service may be remembered already
            if (std::ranges::find(links, link.id, &mesh::TrustLink::id) == links.end())
                links.push_back(link);
        }
    }
    m_chain.setLinks(std::move(links));
    m_graph.show(m_chain);
    emit linkChanged();
    tell();
}

void Security::clear()
{
    ++m_number;
    m_running = 0;
    m_findings.reset();
    m_service.reset();
    m_looked.clear();
    m_errorText.clear();
    m_chain.setLinks({});
    m_graph.show(m_chain);
    emit linkChanged();
    tell();
}

void Security::look(const QString& linkId)
{
    m_looked = fromText(linkId);
    emit linkChanged();
}

void Security::accept(std::function<Status(mesh::TrustChain&)> change)
{
    ++m_running;
    emit changed();
    m_link.runOnMesh(
        Concern::Security, this,
        [change = std::move(change)](mesh::PersonalMesh& mesh, const std::stop_token&) {
            return change(mesh.trust());
        },
        [this](Status accepted) {
            --m_running;
            if (accepted) {
                refresh();
                return;
            }
            m_errorText = faultText(accepted.error());
            emit changed();
        });
}

void Security::acceptLog()
{
    accept([](mesh::TrustChain& chain) { return chain.acceptLog(); });
}

void Security::acceptOperator()
{
    const mesh::TrustLink* link = m_chain.accreditation();
    if (link == nullptr)
        return;
    accept([udf = link->runBy ? link->runBy->udf : std::string()](mesh::TrustChain& chain) {
        return chain.acceptOperator(udf);
    });
}

void Security::tell()
{
    std::vector<Row> rows;
    if (m_findings) {
        rows = {aboutSignatures(), aboutProblems(), aboutService(), aboutLog(),   aboutSecrecy(),
                aboutKeys(),       aboutLock(),     aboutDevices(), aboutEscrow()};
        if (auto row = aboutOperator())
            rows.insert(rows.begin() + 3, std::move(*row)); // after the service
    }
    m_safeguards.setRows(std::move(rows));
    emit changed();
}

SafeguardModel::Level Security::level() const
{
    for (const auto level : {SafeguardModel::Wrong, SafeguardModel::Advice}) {
        if (m_safeguards.countOf(level) > 0)
            return level;
    }
    return m_findings ? SafeguardModel::Good : SafeguardModel::Note;
}

QString Security::summary() const
{
    if (!m_findings)
        return tr("Looking…");
    if (const int wrong = m_safeguards.countOf(SafeguardModel::Wrong); wrong > 0)
        return tr("%n things are not as they should be.", "", wrong);
    if (const int advice = m_safeguards.countOf(SafeguardModel::Advice); advice > 0)
        return tr("Nothing is wrong. %n things could be better.", "", advice);
    return tr("Everything is as it should be.");
}

Row Security::aboutSignatures() const
{
    Row row{QStringLiteral("signatures"), tr("Signatures"),           {},
            SafeguardModel::Good,         SafeguardModel::Signatures, tr("Show who signed what")};
    if (!m_findings->links) {
        row.level = SafeguardModel::Wrong;
        row.text = faultText(m_findings->links.error());
    } else if (const int bad = m_chain.countOf(TrustModel::Bad); bad > 0) {
        row.level = SafeguardModel::Wrong;
        row.text = tr("%n things do not prove themselves. They are not believed.", "", bad);
    } else {
        row.text = tr("Your devices, accounts and entries prove by %n signed statements that they belong to "
                      "your mesh. All were checked just now.",
                      "", m_chain.countOf(TrustModel::Good));
    }
    return row;
}

Row Security::aboutProblems() const
{
    Row row{QStringLiteral("problems"), tr("What the service delivers"), {},
            SafeguardModel::Good,       SafeguardModel::Nowhere,         {}};
    if (const int problems = m_sync.problems()->count(); problems > 0) {
        row.level = SafeguardModel::Wrong;
        row.text =
            tr("%n things did not fit what had been signed. Your data here stayed as it was.", "", problems);
        row.place = SafeguardModel::Synchronisation;
        row.action = tr("Show what was found");
    } else {
        row.text = tr("Every change is compared with what your devices signed: nothing was altered, left out "
                      "or set back since this program was started.");
    }
    return row;
}

Row Security::aboutService() const
{
    const mesh::ServiceInfo& service = m_findings->service;
    Row row{QStringLiteral("service"), tr("Service"),          {}, SafeguardModel::Good,
            SafeguardModel::Settings,  tr("Open the settings")};
    if (m_service && !*m_service && m_service->error().fault == Fault::WrongService) {
        row.level = SafeguardModel::Wrong;
        row.text =
            tr("Somebody else answers in place of %1. Nothing is sent there.").arg(toText(service.domain));
    } else if (service.embedded) {
        row.text =
            service.networkVisible
                ? tr("Your mesh is kept on this computer. Other computers of the local network can see "
                     "that it is here, but read and change nothing.")
                : tr("Your mesh is kept on this computer, which nobody reaches from outside.");
        row.level = SafeguardModel::Good;
    } else if (!m_service) {
        row.level = SafeguardModel::Note;
        row.text = tr("%1 is asked for its identity…").arg(toText(service.domain));
    } else if (!*m_service) {
        row.level = SafeguardModel::Note;
        row.text = tr("%1 cannot be asked now. This device talks to no other service in its place.")
                       .arg(toText(service.domain));
    } else {
        row.text = tr("%1 proved just now that it is the service that this device knows.")
                       .arg(toText(service.domain));
    }
    return row;
}

std::optional<Row> Security::aboutOperator() const
{
    if (m_findings->service.embedded || !m_service || !*m_service)
        return std::nullopt;
    Row row{QStringLiteral("operator"), tr("Operator of the service"), operatorText(),
            SafeguardModel::Good,       SafeguardModel::Operator,      tr("Show the statement")};
    const mesh::TrustLink* link = m_chain.accreditation();
    if (link == nullptr) {
        row.level = SafeguardModel::Note;
        row.text = tr("Nobody has signed that they run this service. That does not speak against it.");
        row.place = SafeguardModel::Service;
        row.action = tr("I run this service…");
    } else if (link->fault && !link->envelope.empty()) {
        row.level = SafeguardModel::Wrong;
    } else if (link->fault || link->formerlyRunBy) {
        row.level = SafeguardModel::Advice;
    } else if (!link->runBy || (!link->runBy->isOwn && link->runBy->contactId.empty())) {
        row.level = SafeguardModel::Note;
    }
    return row;
}

QString Security::operatorText() const
{
    const mesh::TrustLink* link = m_chain.accreditation();
    if (link == nullptr)
        return {};
    const QString former = formerOperatorText(*link);
    const QString now = desktop::operatorText(*link);
    return former.isEmpty() ? now : now + QLatin1Char(' ') + former;
}

Row Security::aboutLog() const
{
    Row row{QStringLiteral("log"), tr("Log of the service"),   {},
            SafeguardModel::Good,  SafeguardModel::Signatures, tr("Show who signed what")};
    const int good = m_chain.checkpointsOf(TrustModel::Good);
    if (m_chain.checkpointsOf(TrustModel::Bad) > 0) {
        row.level = SafeguardModel::Wrong;
        row.text = tr(
            "The service signed statements that contradict each other: it took something back, or "
            "shows your devices different things. Unless its operator can say why, keep them as evidence and "
            "look for another service.");
    } else if (const int wrong = m_chain.wrongNotaries(); wrong > 0) {
        row.level = SafeguardModel::Wrong;
        row.text = tr("%n signed things name a state of the service's log that does not fit what it states.",
                      "", wrong);
    } else if (good == 0) {
        row.level = SafeguardModel::Note;
        row.text = tr("The service has not stated yet how far its log is.");
    } else {
        row.text =
            tr("The service signed %n statements of how far its log is. Your devices remember and compare "
               "them: they fit together.",
               "", good);
    }
    return row;
}

Row Security::aboutSecrecy() const
{
    return {
        QStringLiteral("secrecy"),
        tr("Secrecy"),
        tr("Entries and messages are encrypted on your devices. The service reads the lists of devices and "
           "contacts, because it decides by them whom it lets in, and nothing else."),
        SafeguardModel::Good,
        SafeguardModel::Nowhere,
        {}};
}

Row Security::aboutKeys() const
{
    Row row{QStringLiteral("keys"), tr("Keys of this device"), {},
            SafeguardModel::Good,   SafeguardModel::Nowhere,   {}};
    switch (m_session.keyBackend()) {
    case keystore::Backend::Keychain:
        row.text = tr("They are in the keychain of this computer, which opens with your login.");
        break;
    case keystore::Backend::PassphraseFile:
        row.text =
            tr("They are in a file that only your passphrase opens. Its strength protects everything.");
        break;
    case keystore::Backend::Memory:
        row.level = SafeguardModel::Note;
        row.text = tr("They are in the memory of this program and go with it.");
        break;
    }
    return row;
}

Row Security::aboutLock() const
{
    Row row{QStringLiteral("lock"), tr("Lock"), {}, SafeguardModel::Good, SafeguardModel::Settings,
            tr("Open the settings")};
    const int minutes = m_preferences.lockMinutes();
    const bool withScreen = Preferences::isScreenKnown() && m_preferences.locksWithScreen();
    if (minutes > 0 && withScreen)
        row.text = tr("Locks after %n minutes without use, and together with the screen.", "", minutes);
    else if (minutes > 0)
        row.text = tr("Locks after %n minutes without use.", "", minutes);
    else if (withScreen)
        row.text = tr("Locks together with the screen.");
    else {
        row.level = SafeguardModel::Advice;
        row.text = tr("Never locks by itself: whoever sits at this computer sees everything.");
    }
    return row;
}

Row Security::aboutDevices() const
{
    Row row{QStringLiteral("devices"), tr("Devices"),           {},
            SafeguardModel::Good,      SafeguardModel::Devices, tr("Show the devices")};
    if (!m_findings->devices) {
        row.level = SafeguardModel::Wrong;
        row.text = faultText(m_findings->devices.error());
        return row;
    }
    const auto& devices = *m_findings->devices;
    const auto managing = std::ranges::count_if(devices, &mesh::DeviceInfo::isAdministrator);
    row.text = tr("%n devices are connected.", "", int(devices.size())) + QLatin1Char(' ') +
               tr("%n of them may connect and disconnect others.", "", int(managing)) + QLatin1Char(' ') +
               tr("Disconnect what you do not have any more.");
    return row;
}

Row Security::aboutEscrow() const
{
    Row row{QStringLiteral("escrow"), tr("Recovery"),           {},
            SafeguardModel::Good,     SafeguardModel::Recovery, tr("Open the recovery")};
    const mesh::RecoveryState& recovery = m_findings->recovery;
    const bool isHere = recovery.master != mesh::MasterPlace::Elsewhere;
    if (recovery.sets.empty()) {
        row.level = isHere ? SafeguardModel::Advice : SafeguardModel::Note;
        row.text = isHere ? tr("No shares were made: if you lose all devices, your mesh is lost.")
                          : tr("The master key is not on this device, and it made no shares. Make sure that "
                               "the device that has the key did.");
        return row;
    }
    const mesh::ShareSetInfo& last = recovery.sets.back();
    row.text = tr("Any %1 of %2 shares bring your mesh back.").arg(last.threshold).arg(last.count);
    row.text += QLatin1Char(' ');
    row.text += isHere ? tr("The master key is still on this device.")
                       : tr("The master key is not on this device any more.");
    return row;
}

QString Security::linkTitle() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? trustTitle(*link) : QString();
}

QString Security::linkMeaning() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? trustMeaning(link->kind) : QString();
}

TrustModel::State Security::linkState() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? TrustModel::stateOf(*link) : TrustModel::Sealed;
}

QString Security::linkStateText() const
{
    const mesh::TrustLink* link = looked();
    if (link == nullptr)
        return tr("This is not there any more.");
    switch (TrustModel::stateOf(*link)) {
    case TrustModel::Good:
        return tr("Checked just now: it is what it says.");
    case TrustModel::Sealed:
        return tr("Sealed: only its recipient can read it.");
    case TrustModel::Limited:
        return tr("It holds under conditions that this program does not understand, so nothing follows from "
                  "it.");
    case TrustModel::Bad:
        return tr("It is not believed. %1").arg(trustFault(*link, *link->fault));
    }
    return {};
}

QString Security::linkFingerprint() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? toText(link->udf) : QString();
}

QString Security::linkUpdated() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr && link->updated ? momentText(*link->updated) : QString();
}

QString Security::linkNotary() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? toText(link->notaryToken) : QString();
}

QString Security::linkNotaryText() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? notaryText(*link) : QString();
}

bool Security::isLinkNotaryWrong() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr && link->notary == mesh::NotaryState::Wrong;
}

bool Security::isLinkComparable() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr &&
           (link->kind == mesh::TrustKind::Service || link->kind == mesh::TrustKind::Checkpoint);
}

bool Security::isLinkAccreditable() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr && link->kind == mesh::TrustKind::Service;
}

QString Security::linkOperator() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr && link->kind == mesh::TrustKind::Accreditation ? operatorText() : QString();
}

bool Security::isLinkOperatorChanged() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr && link->formerlyRunBy.has_value();
}

QStringList Security::linkSigners() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? m_chain.signersOf(*link) : QStringList();
}

QString Security::linkJson() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr ? trustJson(*link) : QString();
}

bool Security::isLinkDisputed() const
{
    const mesh::TrustLink* link = looked();
    return link != nullptr && link->kind == mesh::TrustKind::Checkpoint && link->fault.has_value();
}

} // namespace mmm::desktop
