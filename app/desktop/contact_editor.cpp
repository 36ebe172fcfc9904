#include "contact_editor.h"

#include "text.h"

namespace mmm::desktop {

namespace {

QString joinedTags(const std::vector<std::string>& labels)
{
    QStringList tags;
    for (const std::string& label : labels)
        tags.append(toText(label));
    return tags.join(QStringLiteral(", "));
}

std::vector<std::string> splitTags(const QString& text)
{
    std::vector<std::string> labels;
    for (const QString& tag : text.split(QLatin1Char(','))) {
        if (const QString trimmed = tag.simplified(); !trimmed.isEmpty())
            labels.push_back(fromText(trimmed));
    }
    return labels;
}

bool isEmptyPlace(const schema::Location& place)
{
    return place == schema::Location();
}

} // namespace

ContactEditor::ContactEditor(QObject* parent) : ContactEditor(*MeshLink::instance(), parent) {}

ContactEditor::ContactEditor(MeshLink& link, QObject* parent)
    : EntryEditor(link, CatalogKind::Contacts, parent)
{
    connect(&m_addresses, &AddressModel::edited, this, [this] { touched("addresses"); });
}

const std::vector<ContactEditor::Line<schema::Contact>>& ContactEditor::nameLines()
{
    using schema::Contact;
    static const std::vector<Line<Contact>> lines = {
        {&ContactEditor::m_fullName, &Contact::fullName, "fullName"},
        {&ContactEditor::m_title, &Contact::title, "title"},
        {&ContactEditor::m_first, &Contact::first, "first"},
        {&ContactEditor::m_middle, &Contact::middle, "middle"},
        {&ContactEditor::m_last, &Contact::last, "last"},
        {&ContactEditor::m_suffix, &Contact::suffix, "suffix"},
    };
    return lines;
}

const std::vector<ContactEditor::Line<schema::Location>>& ContactEditor::placeLines()
{
    using schema::Location;
    static const std::vector<Line<Location>> lines = {
        {&ContactEditor::m_street, &Location::street, "place"},
        {&ContactEditor::m_apartment, &Location::apartment, "place"},
        {&ContactEditor::m_postcode, &Location::postcode, "place"},
        {&ContactEditor::m_locality, &Location::locality, "place"},
        {&ContactEditor::m_county, &Location::county, "place"},
        {&ContactEditor::m_country, &Location::country, "place"},
    };
    return lines;
}

std::any ContactEditor::emptyEntry() const
{
    return schema::Contact();
}

void ContactEditor::show(const std::any& entry)
{
    m_shown = std::any_cast<const schema::Contact&>(entry);
    for (const auto& line : nameLines())
        this->*line.field = toText(m_shown.*line.member);
    const schema::Location place = m_shown.locations.empty() ? schema::Location() : m_shown.locations.front();
    for (const auto& line : placeLines())
        this->*line.field = toText(place.*line.member);
    m_company = m_shown.roles.empty() ? QString() : toText(m_shown.roles.front().companyName);
    m_tags = joinedTags(m_shown.labels);
    m_addresses.setAddresses(m_shown.addresses);
}

schema::Contact ContactEditor::contact() const
{
    schema::Contact contact = m_shown;
    for (const auto& line : nameLines()) {
        if (this->*line.field != toText(m_shown.*line.member))
            contact.*line.member = fromText((this->*line.field).trimmed());
    }

    schema::Location place = contact.locations.empty() ? schema::Location() : contact.locations.front();
    const schema::Location before = place;
    for (const auto& line : placeLines()) {
        if (this->*line.field != toText(before.*line.member))
            place.*line.member = fromText((this->*line.field).trimmed());
    }
    if (!(place == before)) {
        if (contact.locations.empty())
            contact.locations.push_back(place);
        else if (isEmptyPlace(place))
            contact.locations.erase(contact.locations.begin());
        else
            contact.locations.front() = place;
    }

    const QString company = m_shown.roles.empty() ? QString() : toText(m_shown.roles.front().companyName);
    if (m_company != company) {
        if (contact.roles.empty())
            contact.roles.emplace_back();
        contact.roles.front().companyName = fromText(m_company.trimmed());
        if (contact.roles.front() == schema::Role())
            contact.roles.erase(contact.roles.begin());
    }
    if (m_tags != joinedTags(m_shown.labels))
        contact.labels = splitTags(m_tags);

    const QString mailBefore = firstAddress(m_shown, "mailto");
    contact.addresses = m_addresses.addresses();
    // the draft has one e-mail address apart from the list: the first of the list
    if (const QString mail = firstAddress(contact, "mailto"); mail != mailBefore)
        contact.email = fromText(mail);
    return contact;
}

std::any ContactEditor::edited() const
{
    return contact();
}

QString ContactEditor::displayName() const
{
    return desktop::displayName(contact());
}

QHash<QString, QString> ContactEditor::findings() const
{
    QHash<QString, QString> found;
    for (const auto& line : nameLines()) {
        if ((this->*line.field).size() > fieldLimit)
            found.insert(QString::fromLatin1(line.name), tr("This name is too long."));
    }
    for (const auto& line : placeLines()) {
        if ((this->*line.field).size() > fieldLimit)
            found.insert(QString::fromLatin1(line.name), tr("This address is too long."));
    }
    if (m_company.size() > fieldLimit)
        found.insert(QStringLiteral("company"), tr("This name is too long."));
    if (m_tags.size() > fieldLimit)
        found.insert(QStringLiteral("tags"), tr("These are too many."));
    if (m_addresses.hasErrors())
        found.insert(QStringLiteral("addresses"), tr("One of the addresses is not right."));
    if (displayName().isEmpty() && !found.contains(QStringLiteral("fullName")))
        found.insert(QStringLiteral("fullName"), tr("Enter a name, a company or an e-mail address."));
    return found;
}

QList<FieldText> ContactEditor::describe(const std::any& entry) const
{
    const auto& contact = std::any_cast<const schema::Contact&>(entry);
    QStringList addresses;
    for (const schema::Address& address : contact.addresses)
        addresses.append(AddressModel::shownText(address));
    QStringList places;
    for (const schema::Location& location : contact.locations) {
        QStringList parts;
        for (const auto& line : placeLines()) {
            if (!(location.*line.member).empty())
                parts.append(toText(location.*line.member));
        }
        places.append(parts.join(QStringLiteral(", ")));
    }
    return {{tr("Name"), desktop::displayName(contact)},
            {tr("Company"), contact.roles.empty() ? QString() : toText(contact.roles.front().companyName)},
            {tr("Addresses"), addresses.join(QLatin1Char('\n'))},
            {tr("Postal addresses"), places.join(QLatin1Char('\n'))},
            {tr("Tags"), joinedTags(contact.labels)}};
}

} // namespace mmm::desktop
