#pragma once

#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// The places of the main window. Their order is that of the navigation and of the pages in MainView.qml;
/// they are kept by name, so that it may change.
class Place : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Names only")
public:
    enum Id
    {
        Contacts,
        Bookmarks,
        Tasks,
        Credentials,
        Networks,
        Applications,
        Devices,
        Inbox,
        Outbox,
        Confirmations,
        Groups,
        Recovery,
        Security,
        Settings,
        Accounts, ///< not in the navigation: the switcher leads there
    };
    Q_ENUM(Id)

    /// What a place is kept as.
    [[nodiscard]] static QString nameOf(Id place);
    /// The place that was kept: by its name or, as earlier versions did, by its number at that time. Contacts
    /// for anything else.
    [[nodiscard]] static Id read(const QVariant& kept);
};

} // namespace mmm::desktop
