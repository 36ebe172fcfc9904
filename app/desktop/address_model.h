#pragma once

#include "form_list.h"
#include "schema/contact.h"

namespace mmm::desktop {

/// The electronic addresses of a contact, each a kind and a value, as a form edits them.
class AddressModel : public mmm::desktop::FormList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of ContactEditor")
public:
    enum Kind
    {
        Email,
        Phone,
        Web,
        Other, ///< any URI
    };
    Q_ENUM(Kind)

    /// Who sees an address of one's own card.
    enum Audience
    {
        ContactsOnly,
        Everybody,
        Nobody,
    };
    Q_ENUM(Audience)

    enum Role
    {
        KindRole = Qt::UserRole + 1,
        ValueRole,
        LabelRole,    ///< such as work or home
        AudienceRole, ///< of one's own card
        ErrorRole,
    };

    explicit AddressModel(QObject* parent = nullptr) : FormList(parent) {}

    void setAddresses(const std::vector<schema::Address>& addresses);
    /// What the form says; unchanged rows are exactly what was set, empty ones are left out.
    [[nodiscard]] std::vector<schema::Address> addresses() const;
    /// An address as the form shows it: without what a machine needs to know its kind.
    [[nodiscard]] static QString shownText(const schema::Address& address);
    [[nodiscard]] bool hasErrors() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// A further empty row at the end.
    Q_INVOKABLE void add(mmm::desktop::AddressModel::Kind kind);
    Q_INVOKABLE void setKind(int row, mmm::desktop::AddressModel::Kind kind);
    Q_INVOKABLE void setValue(int row, const QString& value);
    Q_INVOKABLE void setLabel(int row, const QString& label);
    Q_INVOKABLE void setAudience(int row, mmm::desktop::AddressModel::Audience audience);
    Q_INVOKABLE void removeAddress(int row);

private:
    struct Row
    {
        schema::Address original;
        Kind kind = Email;
        QString value;
        QString label;
        Audience audience = ContactsOnly;
        bool isChanged = false;
    };

    [[nodiscard]] static Row fromAddress(const schema::Address& address);
    [[nodiscard]] static schema::Address toAddress(const Row& row);
    [[nodiscard]] static QString errorOf(const Row& row);
    /// Changes a field of a row, which is then no longer what was set.
    template<typename Value>
    void set(int row, Value Row::*member, const Value& value);

    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
