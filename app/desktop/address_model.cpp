#include "address_model.h"

#include "entry_editor.h"
#include "mesh/messaging.h"
#include "text.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace mmm::desktop {

namespace {

bool isAudience(const std::string& label)
{
    return label == mesh::publicLabel || label == mesh::privateLabel;
}

bool hasLabel(const schema::Address& address, std::string_view label)
{
    return std::find(address.labels.begin(), address.labels.end(), label) != address.labels.end();
}

/// The label that the form shows as the kind: the first that does not say who sees the address.
QString labelOf(const schema::Address& address)
{
    const auto found = std::find_if_not(address.labels.begin(), address.labels.end(), isAudience);
    return found == address.labels.end() ? QString() : toText(*found);
}

AddressModel::Audience audienceOf(const schema::Address& address)
{
    return hasLabel(address, mesh::privateLabel)  ? AddressModel::Nobody
           : hasLabel(address, mesh::publicLabel) ? AddressModel::Everybody
                                                  : AddressModel::ContactsOnly;
}

} // namespace

AddressModel::Row AddressModel::fromAddress(const schema::Address& address)
{
    Row row;
    row.original = address;
    row.label = labelOf(address);
    row.audience = audienceOf(address);
    const QString uri = toText(address.uri);
    const auto after = [&uri](QLatin1String scheme) { return uri.mid(scheme.size()); };
    if (uri.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive)) {
        row.kind = Email;
        row.value = after(QLatin1String("mailto:"));
    } else if (uri.startsWith(QLatin1String("tel:"), Qt::CaseInsensitive)) {
        row.kind = Phone;
        row.value = after(QLatin1String("tel:"));
    } else {
        row.kind = uri.startsWith(QLatin1String("http"), Qt::CaseInsensitive) ? Web : Other;
        row.value = uri;
    }
    return row;
}

QString AddressModel::shownText(const schema::Address& address)
{
    return fromAddress(address).value;
}

schema::Address AddressModel::toAddress(const Row& row)
{
    schema::Address address = row.original;
    const QString value = row.value.trimmed();
    switch (row.kind) {
    case Email:
        address.uri = "mailto:" + fromText(value);
        break;
    case Phone:
        address.uri = "tel:" + fromText(value);
        break;
    case Web:
        address.uri = fromText(completedAddress(value));
        break;
    case Other:
        address.uri = fromText(value);
        break;
    }
    if (row.label != labelOf(row.original)) {
        const auto shown = std::find_if_not(address.labels.begin(), address.labels.end(), isAudience);
        if (shown != address.labels.end())
            address.labels.erase(shown);
        if (!row.label.trimmed().isEmpty())
            address.labels.insert(address.labels.begin(), fromText(row.label.trimmed()));
    }
    if (row.audience != audienceOf(row.original)) {
        std::erase_if(address.labels, isAudience);
        if (row.audience != ContactsOnly)
            address.labels.emplace_back(row.audience == Everybody ? mesh::publicLabel : mesh::privateLabel);
    }
    return address;
}

QString AddressModel::errorOf(const Row& row)
{
    static const QRegularExpression email(QStringLiteral("^[^\\s@]+@[^\\s@]+$"));
    static const QRegularExpression phone(
        QStringLiteral("^[+]?[0-9 ()./;=a-zA-Z-]*[0-9][0-9 ()./;=a-zA-Z-]*$"));
    const QString value = row.value.trimmed();
    if (!row.isChanged || value.isEmpty())
        return {};
    if (value.size() > fieldLimit)
        return EntryEditor::tr("This is too long.");
    if (row.kind == Email && !email.match(value).hasMatch())
        return EntryEditor::tr("An e-mail address looks like alice@example.com.");
    if (row.kind == Phone && !phone.match(value).hasMatch())
        return EntryEditor::tr("A phone number has digits, such as +44 20 7946 0000.");
    if (row.kind == Web && QUrl(completedAddress(value)).host().isEmpty())
        return EntryEditor::tr("An address looks like https://example.com.");
    if (row.kind == Other && QUrl(value).scheme().isEmpty())
        return EntryEditor::tr("Begin with the kind of address, such as sip: or xmpp:.");
    return {};
}

void AddressModel::setAddresses(const std::vector<schema::Address>& addresses)
{
    std::vector<Row> rows;
    for (const schema::Address& address : addresses)
        rows.push_back(fromAddress(address));
    replaceRows(m_rows, std::move(rows));
}

std::vector<schema::Address> AddressModel::addresses() const
{
    std::vector<schema::Address> all;
    for (const Row& row : m_rows) {
        if (!row.isChanged)
            all.push_back(row.original);
        else if (!row.value.trimmed().isEmpty())
            all.push_back(toAddress(row));
    }
    return all;
}

bool AddressModel::hasErrors() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return !errorOf(row).isEmpty(); });
}

int AddressModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AddressModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case KindRole:
        return row.kind;
    case Qt::DisplayRole:
    case ValueRole:
        return row.value;
    case LabelRole:
        return row.label;
    case AudienceRole:
        return row.audience;
    case ErrorRole:
        return errorOf(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> AddressModel::roleNames() const
{
    return {{KindRole, "kind"},
            {ValueRole, "value"},
            {LabelRole, "label"},
            {AudienceRole, "audience"},
            {ErrorRole, "error"}};
}

template<typename Value>
void AddressModel::set(int row, Value Row::*member, const Value& value)
{
    if (row < 0 || row >= count() || m_rows[std::size_t(row)].*member == value)
        return;
    m_rows[std::size_t(row)].isChanged = true; // before it is announced: what is wrong depends on it
    setField(m_rows, row, member, value);
}

void AddressModel::add(Kind kind)
{
    Row row;
    row.kind = kind;
    row.isChanged = true;
    appendRows(m_rows, std::vector<Row>{row});
}

void AddressModel::setKind(int row, Kind kind)
{
    set(row, &Row::kind, kind);
}

void AddressModel::setValue(int row, const QString& value)
{
    set(row, &Row::value, value);
}

void AddressModel::setLabel(int row, const QString& label)
{
    set(row, &Row::label, label);
}

void AddressModel::setAudience(int row, Audience audience)
{
    set(row, &Row::audience, audience);
}

void AddressModel::removeAddress(int row)
{
    removeRow(m_rows, row);
}

} // namespace mmm::desktop
