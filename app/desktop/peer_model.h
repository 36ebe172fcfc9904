#pragma once

#include "form_list.h"
#include "schema/catalog_entries.h"

namespace mmm::desktop {

/// The other ends of a WireGuard tunnel, as a form edits them.
class PeerModel : public mmm::desktop::FormList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of NetworkEditor")
public:
    enum Role
    {
        PublicKeyRole = Qt::UserRole + 1,
        PublicKeyErrorRole,
        EndpointRole,
        EndpointErrorRole,
        AllowedRole, ///< separated by commas
        AllowedErrorRole,
        KeepAliveRole, ///< seconds, as a text
        KeepAliveErrorRole,
        SharedRole, ///< the preshared key, a SharedSecret
        SharedErrorRole,
    };

    explicit PeerModel(QObject* parent = nullptr) : FormList(parent) {}

    void setPeers(const std::vector<schema::WireGuardPeer>& peers);
    /// What the form says.
    [[nodiscard]] std::vector<schema::WireGuardPeer> peers() const;
    [[nodiscard]] bool hasErrors() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// A further empty row at the end.
    Q_INVOKABLE void add();
    Q_INVOKABLE void setPublicKey(int row, const QString& text);
    Q_INVOKABLE void setEndpoint(int row, const QString& text);
    Q_INVOKABLE void setAllowed(int row, const QString& text);
    Q_INVOKABLE void setKeepAlive(int row, const QString& text);
    Q_INVOKABLE void setShared(int row, const mmm::SharedSecret& key);
    Q_INVOKABLE void removePeer(int row);

private:
    struct Row
    {
        QString publicKey;
        QString endpoint;
        QString allowed;
        QString keepAlive;
        SharedSecret shared;
    };
    /// What is wrong with one of the fields.
    [[nodiscard]] static QString errorOf(const Row& row, int role);

    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
