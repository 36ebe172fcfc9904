#pragma once

#include "form_list.h"
#include "interchange/nm_vpn.h"

#include <QString>

namespace mmm::desktop {

/// Texts that only some kinds of virtual private networks have, such as their ciphers, as a form edits them.
class VpnTextModel : public mmm::desktop::FormList
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of NetworkEditor")
public:
    enum Role
    {
        LabelRole = Qt::UserRole + 1,
        ValueRole,
        ExampleRole,
    };

    explicit VpnTextModel(QObject* parent = nullptr) : FormList(parent) {}

    /// The texts that the network's plug-in has.
    void setNetwork(const schema::CatalogedNetwork& network);
    void writeTo(schema::CatalogedNetwork& network) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void setValue(int row, const QString& text);

private:
    struct Row
    {
        interchange::NmText text;
        QString value;
    };
    std::vector<Row> m_rows;
};

} // namespace mmm::desktop
