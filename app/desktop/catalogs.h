#pragma once

#include "catalog_model.h"
#include "folder_model.h"

namespace mmm::desktop {

/// The people and organisations.
class Contacts : public mmm::desktop::CatalogModel, public Published<Contacts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// The person's own card; empty if there is none.
    Q_PROPERTY(QString ownEntry READ ownEntry NOTIFY ownEntryChanged)
public:
    explicit Contacts(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] QString ownEntry() const { return m_ownEntry; }
    /// Makes the own card, named after the account; `ownEntryMade` or `failed` follows.
    Q_INVOKABLE void makeOwnEntry();

signals:
    void ownEntryChanged();
    void ownEntryMade(const QString& id);

protected:
    void entriesWereChanged() override;

private:
    MeshLink& m_link;
    QString m_ownEntry;
};

/// The bookmarks; `folder` narrows the list to one folder and what is below it.
class Bookmarks : public mmm::desktop::CatalogModel, public Published<Bookmarks>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(mmm::desktop::FolderModel* folders READ folders CONSTANT)
    /// Path of the folder; empty for all.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged)
public:
    explicit Bookmarks(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] FolderModel* folders() { return &m_folders; }
    [[nodiscard]] QString folder() const { return m_folder; }
    void setFolder(const QString& folder);

signals:
    void folderChanged();

protected:
    [[nodiscard]] bool accepts(const CatalogRow& row) const override;
    void entriesWereChanged() override;

private:
    FolderModel m_folders;
    QString m_folder;
};

/// What is to be done, by date.
class Tasks : public mmm::desktop::CatalogModel, public Published<Tasks>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Tasks(MeshLink& link, QObject* parent = nullptr)
        : CatalogModel(link, CatalogKind::Tasks, parent),
          Published<Tasks>(this)
    {}
};

/// The names and passwords for services. No password is ever in the list.
class Credentials : public mmm::desktop::CatalogModel, public Published<Credentials>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Credentials(MeshLink& link, QObject* parent = nullptr)
        : CatalogModel(link, CatalogKind::Credentials, parent),
          Published<Credentials>(this)
    {}
};

/// Wi-Fi and virtual private networks. No password is ever in the list.
class Networks : public mmm::desktop::CatalogModel, public Published<Networks>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Networks(MeshLink& link, QObject* parent = nullptr)
        : CatalogModel(link, CatalogKind::Networks, parent),
          Published<Networks>(this)
    {}
};

/// Profiles of SSH.
class SshProfiles : public mmm::desktop::CatalogModel, public Published<SshProfiles>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit SshProfiles(MeshLink& link, QObject* parent = nullptr)
        : CatalogModel(link, CatalogKind::SshProfiles, parent),
          Published<SshProfiles>(this)
    {}
};

/// Accounts of mail programs. No password is ever in the list.
class MailAccounts : public mmm::desktop::CatalogModel, public Published<MailAccounts>
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit MailAccounts(MeshLink& link, QObject* parent = nullptr)
        : CatalogModel(link, CatalogKind::MailAccounts, parent),
          Published<MailAccounts>(this)
    {}
};

} // namespace mmm::desktop
