#include "core/service/service_fixture.h"

#include "udf/udf.h"

namespace serving {

namespace {

template<typename T>
T sure(Result<T> result)
{
    if (!result)
        qFatal("the fixture cannot be built: %s", result.error().detail.c_str());
    return std::move(*result);
}

void sure(const Status& status)
{
    if (!status)
        qFatal("the fixture cannot be built: %s", status.error().detail.c_str());
}

void readResponse(Answer& answer)
{
    const auto document = encoding::JsonDocument::parse(answer.payload);
    if (!document || document->root().kind() != encoding::JsonKind::Object || document->root().size() != 1)
        return;
    const encoding::JsonValue object = *document->root().children().begin();
    answer.name = object.name();
    if (auto response = encoding::readRecord<protocol::Response>(object))
        answer.response = std::move(*response);
}

} // namespace

std::string describe(const Answer& answer)
{
    return "status " + std::to_string(answer.status()) + ", " + answer.response.statusDescription + " (" +
           answer.name + ")";
}

Answer Waiting::answer()
{
    Answer answer;
    if (!isAnswered(std::chrono::seconds(30)))
        return answer;
    const service::HttpResponse response = m_answer.get();
    answer.http = response.status;
    answer.payload = response.body;
    if (m_seal && !response.body.empty() && response.body.front() == '[') {
        auto opened = m_seal->open(response.body);
        if (!opened)
            return answer;
        answer.isAuthentic = true;
        answer.payload = copyOf(opened->payload);
        answer.ticket = std::move(opened->ticket);
    }
    readResponse(answer);
    return answer;
}

House::House(const std::function<void(service::ServicePolicy&)>& prepare)
{
    policy.domains = {domain, "example.net"};
    if (prepare)
        prepare(policy);
    identity = sure(service::openServiceIdentity(*storage(), *m_keys, Bytes(32, 1), clock->now()));
    start();
}

void House::start()
{
    service::Service::Options options;
    options.policy = policy;
    options.clock = clock;
    options.report = [this](const std::string& line) {
        const std::scoped_lock lock(m_reporting);
        m_reports.push_back(line);
    };
    m_service = sure(service::Service::start(
        std::move(options), identity, service::sqliteStorage(m_folder.filePath("s.db").toStdString())));
    m_handler = m_service->handler();
}

std::unique_ptr<service::Storage> House::storage() const
{
    return sure(service::sqliteStorage(m_folder.filePath("s.db").toStdString())());
}

std::vector<service::FrameRecord> House::lines(const std::string& address, const std::string& name) const
{
    const auto data = storage();
    const auto owner = sure(data->account(address));
    if (!owner)
        return {};
    const auto container = sure(data->container(owner->id, name));
    return container ? sure(data->frames(container->id, 1, container->frames, 10000, 64U << 20U))
                     : std::vector<service::FrameRecord>();
}

Waiting House::post(Bytes body, SealPointer seal)
{
    auto promise = std::make_shared<std::promise<service::HttpResponse>>();
    auto answer = promise->get_future();
    auto reply = std::make_shared<service::Reply>(
        [promise](service::HttpResponse response) { promise->set_value(std::move(response)); });
    m_handler({domain, peer, std::move(body)}, reply);
    return {std::move(answer), reply, std::move(seal)};
}

protocol::RequestSeal House::sealed(const protocol::Identity& client, BytesView text) const
{
    return sure(protocol::RequestSeal::make(text, domain, client, hostKey(), clock->now()));
}

Answer House::sendSealed(const protocol::RequestSeal& seal)
{
    // the answer is waited for, so the seal need not be owned
    return post(seal.body(), SealPointer(SealPointer(), &seal)).answer();
}

Device::Device() : keys(schema::DeviceKeySet::generate())
{
    const schema::ProfileDevice content = schema::makeProfileDevice(
        keys.publicKeys(), "A device", TimePoint(std::chrono::seconds(1'600'000'000)));
    profile = sure(schema::sealRecord(content, {&keys.signature.key}));
    udf = schema::udfOf(keys.signature.key.publicKey());
}

protocol::Identity Device::identity() const
{
    return {std::make_shared<const crypto::PrivateKey>(keys.authentication.key.clone()),
            {{"ProfileDevice", profile}}};
}

dare::Envelope Device::request(const std::string& account) const
{
    schema::RequestConnection message;
    message.messageId = udf::Udf::nonce().text();
    message.serviceId = account;
    message.envelopedProfileDevice = profile;
    message.clientNonce = crypto::randomBytes(16);
    return sure(schema::sealRecord(message, {&keys.authentication.key}));
}

protocol::Identity Member::identity(bool withConnection) const
{
    protocol::Identity identity{std::make_shared<const crypto::PrivateKey>(keys.authentication.key.clone()),
                                {}};
    if (withConnection)
        identity.credentials.push_back({"Connection", connection});
    return identity;
}

protocol::ContainerUpdate Pen::write(const std::vector<Line>& lines, const crypto::PrivateKey& signer,
                                     const std::vector<dare::RecipientKey>& recipients)
{
    store::UploadBuilder builder(m_state, m_account, m_container, m_exchange);
    if (m_state.count == 0)
        sure(builder.addFirst("application/mmm-catalog", recipients));
    else if (!recipients.empty())
        sure(builder.addExchange(recipients));
    for (const Line& line : lines) {
        dare::ContentMeta meta;
        meta.uniqueId = line.id;
        meta.event = line.event;
        meta.messageType = line.messageType;
        meta.first = line.first;
        meta.previous = line.previous;
        const Secret payload(bytesOf(line.payload));
        sure(builder.add(meta, line.payload.empty() ? nullptr : &payload));
    }
    const std::int64_t first = m_state.count;
    const store::UploadBatch batch = sure(builder.finish(signer, schema::udfOf(signer.publicKey())));
    for (const dare::Envelope& frame : batch.frames) {
        const Bytes octets =
            dare::encodeFrame(frame.headerOctets(), frame.body(), frame.trailerOctets(), m_state.count == 0);
        m_state.add(frame.trailer().signedData, frame.trailer().payloadDigest, octets.size());
    }
    protocol::ContainerUpdate update;
    update.container = m_container;
    update.index = first;
    update.envelopes = batch.frames;
    return update;
}

Person::Person(const std::string& name, const std::string& atDomain)
    : address(name + "@" + atDomain),
      meshUdf(schema::udfOf(master.publicKey())),
      accountUdf(schema::udfOf(accountSignature.publicKey())),
      member((sign(TimePoint(std::chrono::seconds(1'650'000'000))), connect(device, administratorRights())))
{}

void Person::sign(TimePoint updated)
{
    const auto mesh = schema::makeProfileMesh(master.publicKey(), {administration.publicKey()},
                                              encryption.publicKey(), updated);
    profileMesh = sure(schema::sealRecord(mesh, {&master}));
    const auto account = schema::makeProfileAccount(accountSignature.publicKey(), {accountOnline.publicKey()},
                                                    encryption.publicKey(), meshUdf, {address}, updated);
    profileAccount = sure(schema::sealRecord(account, {&accountSignature, &administration}));
}

std::vector<schema::Permission> Person::administratorRights()
{
    return {schema::makePermission("Administration"), schema::makePermission("Catalog:*", "Read"),
            schema::makePermission("Catalog:*", "Write"), schema::makePermission("Message:*", "Accept")};
}

Member Person::connect(const Device& to, std::vector<schema::Permission> permissions) const
{
    const TimePoint now(std::chrono::seconds(1'660'000'000));
    const schema::PublicKeySet base = to.keys.publicKeys();
    const auto overlays = schema::OverlaySet::generate(base);
    const auto composed = sure(schema::compose(base, overlays));
    const auto connection = schema::makeConnectionDevice(composed, meshUdf, permissions, now);
    const auto connectionEnvelope = sure(schema::sealRecord(connection, {&administration}));
    const auto activation = sure(schema::makeActivationDevice(base, overlays, connectionEnvelope, now));
    const auto activationEnvelope =
        sure(schema::sealRecord(activation, {&administration}, {base.encryption}));

    const auto accountOverlays = schema::OverlaySet::generate(base);
    const auto accountKeys = sure(schema::compose(base, accountOverlays));
    const auto content = schema::makeConnectionAccount(accountKeys, accountUdf, {address}, permissions, now);
    Member made{{sure(crypto::cogenerate(to.keys.signature, accountOverlays.signature)),
                 sure(crypto::cogenerate(to.keys.encryption, accountOverlays.encryption)),
                 sure(crypto::cogenerate(to.keys.authentication, accountOverlays.authentication))},
                sure(schema::sealRecord(content, {&accountOnline})),
                {}};
    const auto accountActivation = sure(schema::makeActivationAccount(
        base, accountOverlays, accountUdf, crypto::AccountKey{encryption.clone()}, now));
    const auto memberActivationEnvelope =
        sure(schema::sealRecord(accountActivation, {&accountOnline}, {base.encryption}));
    made.entry = sure(schema::makeCatalogedDevice(
        to.profile, connectionEnvelope, activationEnvelope,
        {sure(schema::makeAccountEntry(profileAccount, made.connection, memberActivationEnvelope))}));
    return made;
}

protocol::CreateRequest Person::createRequest() const
{
    protocol::CreateRequest request;
    request.serviceId = address;
    request.signedProfileMesh = profileMesh;
    request.signedAssertionAccount = profileAccount;
    return request;
}

Pen& Person::pen(const std::string& container)
{
    return m_pens.try_emplace(container, accountUdf, container).first->second;
}

protocol::UploadRequest Person::upload(protocol::ContainerUpdate update) const
{
    protocol::UploadRequest request;
    request.account = address;
    request.updates.push_back(std::move(update));
    return request;
}

protocol::ContainerUpdate Person::deviceUpdate(const std::vector<Pen::Line>& lines)
{
    return pen("mmm_CatalogDevice").write(lines, administration);
}

dare::Envelope Person::message(const std::string& className, const std::string& id,
                               const std::vector<std::string>& labels) const
{
    schema::Message content;
    content.messageId = id;
    content.sender = address;
    dare::SealOptions options;
    dare::ContentMeta& meta = options.meta.emplace();
    meta.uniqueId = id;
    meta.messageType = className;
    meta.labels = labels;
    for (const auto& [key, envelope] :
         {std::pair("Connection", member.connection), std::pair("Profile", profileAccount)}) {
        dare::KeyValue pair;
        pair.key = key;
        pair.value = encoding::toBase64url(envelope.toJson());
        meta.keyValues.push_back(std::move(pair));
    }
    options.signers = {&member.keys.signature.key};
    return sure(dare::seal(encoding::toTaggedJson(content), options));
}

void Person::know(House& house, const Person& other, const std::vector<schema::Permission>& permissions)
{
    schema::Contact card;
    card.meshAccounts = {other.profileAccount};
    schema::CatalogedContact entry;
    entry.key = "N" + other.accountUdf.substr(1);
    entry.permissions = permissions;
    entry.envelopedContact = sure(schema::sealRecord(card, {}));
    knowEntry(house, entry);
}

void Person::knowEntry(House& house, const schema::CatalogedContact& entry)
{
    const auto known = m_contacts.find(entry.key);
    Pen& contacts = pen("mmm_CatalogContact");
    Pen::Line line{entry.key, known == m_contacts.end() ? "New" : "Update",
                   std::string(encoding::toTaggedJson(entry).text())};
    if (known != m_contacts.end()) {
        line.first = known->second.first;
        line.previous = known->second.second;
    }
    const auto update =
        contacts.write({line}, member.keys.signature.key, {encryption.publicKey(), house.hostKey()});
    const std::int64_t frame = contacts.count() - 1;
    m_contacts[entry.key] = {known == m_contacts.end() ? frame : known->second.first, frame};
    const Answer uploaded = house.ask(member.identity(), upload(update));
    if (uploaded.status() != 202)
        qFatal("no contact: %s", describe(uploaded).c_str());
}

Answer Person::post(House& house, const std::vector<std::string>& recipients,
                    const dare::Envelope& what) const
{
    protocol::PostRequest request;
    request.account = address;
    request.accounts = recipients;
    request.message = {what};
    return house.ask(member.identity(), request);
}

std::vector<dare::Envelope> Person::spool(House& house, const std::string& container) const
{
    protocol::DownloadRequest request;
    protocol::ConstraintsSelect select;
    select.container = container;
    select.indexMin = 1;
    request.select = {select};
    const auto response = house.ask(member.identity(), request).as<protocol::DownloadResponse>();
    return response.updates.empty() ? std::vector<dare::Envelope>() : response.updates.front().envelopes;
}

void Person::settle(House& house)
{
    const Answer created = house.ask(device.identity(), createRequest());
    if (created.status() != 201)
        qFatal("no account: %s", describe(created).c_str());
    const auto update =
        deviceUpdate({{device.udf, "New", std::string(encoding::toTaggedJson(member.entry).text())}});
    const Answer uploaded = house.ask(member.identity(true), upload(update));
    if (uploaded.status() != 202)
        qFatal("no device catalog: %s", describe(uploaded).c_str());
}

Member Person::add(House& house, const Device& added, std::vector<schema::Permission> permissions)
{
    Member made = connect(added, std::move(permissions));
    const auto update =
        deviceUpdate({{added.udf, "New", std::string(encoding::toTaggedJson(made.entry).text())}});
    const Answer uploaded = house.ask(member.identity(), upload(update));
    if (uploaded.status() != 202)
        qFatal("device not added: %s", describe(uploaded).c_str());
    return made;
}

void Person::remove(House& house, const Device& removed)
{
    const auto storage = house.storage();
    const auto account = sure(storage->account(address));
    const auto catalog = sure(storage->container(account->id, "mmm_CatalogDevice"));
    const auto object = sure(storage->object(catalog->id, removed.udf));
    Pen::Line line{removed.udf, "Delete", {}};
    line.first = static_cast<std::int64_t>(object.first);
    line.previous = static_cast<std::int64_t>(object.last);
    const Answer uploaded = house.ask(member.identity(), upload(deviceUpdate({line})));
    if (uploaded.status() != 202)
        qFatal("device not removed: %s", describe(uploaded).c_str());
}

} // namespace serving
