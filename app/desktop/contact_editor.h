#pragma once

#include "address_model.h"
#include "entry_editor.h"

namespace mmm::desktop {

/// The form of a person or organisation.
class ContactEditor : public mmm::desktop::EntryEditor
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QString fullName READ fullName WRITE setFullName NOTIFY fieldsChanged)
    Q_PROPERTY(QString fullNameError READ fullNameError NOTIFY fieldsChanged)
    /// Prefix, such as Dr.
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY fieldsChanged)
    Q_PROPERTY(QString titleError READ titleError NOTIFY fieldsChanged)
    Q_PROPERTY(QString first READ first WRITE setFirst NOTIFY fieldsChanged)
    Q_PROPERTY(QString firstError READ firstError NOTIFY fieldsChanged)
    Q_PROPERTY(QString middle READ middle WRITE setMiddle NOTIFY fieldsChanged)
    Q_PROPERTY(QString middleError READ middleError NOTIFY fieldsChanged)
    Q_PROPERTY(QString last READ last WRITE setLast NOTIFY fieldsChanged)
    Q_PROPERTY(QString lastError READ lastError NOTIFY fieldsChanged)
    Q_PROPERTY(QString suffix READ suffix WRITE setSuffix NOTIFY fieldsChanged)
    Q_PROPERTY(QString suffixError READ suffixError NOTIFY fieldsChanged)
    Q_PROPERTY(QString company READ company WRITE setCompany NOTIFY fieldsChanged)
    Q_PROPERTY(QString companyError READ companyError NOTIFY fieldsChanged)
    /// Words to find the contact by, separated by commas.
    Q_PROPERTY(QString tags READ tags WRITE setTags NOTIFY fieldsChanged)
    Q_PROPERTY(QString tagsError READ tagsError NOTIFY fieldsChanged)
    /// E-mail, telephone, web and other addresses.
    Q_PROPERTY(mmm::desktop::AddressModel* addresses READ addresses CONSTANT)
    Q_PROPERTY(QString street READ street WRITE setStreet NOTIFY fieldsChanged)
    Q_PROPERTY(QString apartment READ apartment WRITE setApartment NOTIFY fieldsChanged)
    Q_PROPERTY(QString postcode READ postcode WRITE setPostcode NOTIFY fieldsChanged)
    Q_PROPERTY(QString locality READ locality WRITE setLocality NOTIFY fieldsChanged)
    Q_PROPERTY(QString county READ county WRITE setCounty NOTIFY fieldsChanged)
    Q_PROPERTY(QString country READ country WRITE setCountry NOTIFY fieldsChanged)
    Q_PROPERTY(QString placeError READ placeError NOTIFY fieldsChanged)
    /// What the contact is called with the fields as they are.
    Q_PROPERTY(QString displayName READ displayName NOTIFY fieldsChanged)

public:
    explicit ContactEditor(QObject* parent = nullptr);
    explicit ContactEditor(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString fullName() const { return m_fullName; }
    void setFullName(const QString& text) { edit(m_fullName, text, "fullName"); }
    [[nodiscard]] QString fullNameError() const { return finding("fullName"); }
    [[nodiscard]] QString title() const { return m_title; }
    void setTitle(const QString& text) { edit(m_title, text, "title"); }
    [[nodiscard]] QString titleError() const { return finding("title"); }
    [[nodiscard]] QString first() const { return m_first; }
    void setFirst(const QString& text) { edit(m_first, text, "first"); }
    [[nodiscard]] QString firstError() const { return finding("first"); }
    [[nodiscard]] QString middle() const { return m_middle; }
    void setMiddle(const QString& text) { edit(m_middle, text, "middle"); }
    [[nodiscard]] QString middleError() const { return finding("middle"); }
    [[nodiscard]] QString last() const { return m_last; }
    void setLast(const QString& text) { edit(m_last, text, "last"); }
    [[nodiscard]] QString lastError() const { return finding("last"); }
    [[nodiscard]] QString suffix() const { return m_suffix; }
    void setSuffix(const QString& text) { edit(m_suffix, text, "suffix"); }
    [[nodiscard]] QString suffixError() const { return finding("suffix"); }
    [[nodiscard]] QString company() const { return m_company; }
    void setCompany(const QString& text) { edit(m_company, text, "company"); }
    [[nodiscard]] QString companyError() const { return finding("company"); }
    [[nodiscard]] QString tags() const { return m_tags; }
    void setTags(const QString& text) { edit(m_tags, text, "tags"); }
    [[nodiscard]] QString tagsError() const { return finding("tags"); }
    [[nodiscard]] AddressModel* addresses() { return &m_addresses; }
    [[nodiscard]] QString street() const { return m_street; }
    void setStreet(const QString& text) { edit(m_street, text, "place"); }
    [[nodiscard]] QString apartment() const { return m_apartment; }
    void setApartment(const QString& text) { edit(m_apartment, text, "place"); }
    [[nodiscard]] QString postcode() const { return m_postcode; }
    void setPostcode(const QString& text) { edit(m_postcode, text, "place"); }
    [[nodiscard]] QString locality() const { return m_locality; }
    void setLocality(const QString& text) { edit(m_locality, text, "place"); }
    [[nodiscard]] QString county() const { return m_county; }
    void setCounty(const QString& text) { edit(m_county, text, "place"); }
    [[nodiscard]] QString country() const { return m_country; }
    void setCountry(const QString& text) { edit(m_country, text, "place"); }
    [[nodiscard]] QString placeError() const { return finding("place"); }
    [[nodiscard]] QString displayName() const;

protected:
    [[nodiscard]] std::any emptyEntry() const override;
    void show(const std::any& entry) override;
    [[nodiscard]] std::any edited() const override;
    [[nodiscard]] QHash<QString, QString> findings() const override;
    [[nodiscard]] QList<FieldText> describe(const std::any& entry) const override;

private:
    /// A text field of the form and where its value is kept in a structure.
    template<typename Owner>
    struct Line
    {
        QString ContactEditor::*field;
        std::string Owner::*member;
        const char* name;
    };
    [[nodiscard]] static const std::vector<Line<schema::Contact>>& nameLines();
    [[nodiscard]] static const std::vector<Line<schema::Location>>& placeLines();
    [[nodiscard]] schema::Contact contact() const;

    schema::Contact m_shown;
    QString m_fullName;
    QString m_title;
    QString m_first;
    QString m_middle;
    QString m_last;
    QString m_suffix;
    QString m_company;
    QString m_tags;
    AddressModel m_addresses;
    QString m_street;
    QString m_apartment;
    QString m_postcode;
    QString m_locality;
    QString m_county;
    QString m_country;
};

} // namespace mmm::desktop
