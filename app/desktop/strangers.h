#pragma once

#include "mesh_link.h"

#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// What people may do who are not among the contacts.
class Strangers : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    /// Their requests for contact are let in.
    Q_PROPERTY(bool mayAsk READ mayAsk WRITE setMayAsk NOTIFY changed)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
public:
    explicit Strangers(QObject* parent = nullptr);
    explicit Strangers(MeshLink& link, QObject* parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_mayAsk.has_value(); }
    [[nodiscard]] bool mayAsk() const { return m_mayAsk.value_or(true); }
    void setMayAsk(bool may);
    [[nodiscard]] QString errorText() const { return m_errorText; }

signals:
    void changed();

private:
    void load();

    MeshLink& m_link;
    int m_number = 0; ///< of the latest load; older answers do not count
    std::optional<bool> m_mayAsk;
    QString m_errorText;
};

} // namespace mmm::desktop
