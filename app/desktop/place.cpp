#include "place.h"

#include <QMetaEnum>
#include <array>

namespace mmm::desktop {

namespace {

/// The places as they were numbered while they were kept by number.
constexpr std::array numbered{Place::Contacts, Place::Bookmarks,    Place::Tasks,    Place::Credentials,
                              Place::Networks, Place::Applications, Place::Devices,  Place::Inbox,
                              Place::Outbox,   Place::Groups,       Place::Recovery, Place::Security,
                              Place::Settings, Place::Accounts};

} // namespace

QString Place::nameOf(Id place)
{
    return QString::fromLatin1(QMetaEnum::fromType<Id>().valueToKey(place));
}

Place::Id Place::read(const QVariant& kept)
{
    bool isNumber = false;
    if (const int number = kept.toInt(&isNumber); isNumber)
        return number >= 0 && number < int(numbered.size()) ? numbered[std::size_t(number)] : Contacts;
    bool isName = false;
    const int value = QMetaEnum::fromType<Id>().keyToValue(kept.toString().toLatin1().constData(), &isName);
    return isName ? Id(value) : Contacts;
}

} // namespace mmm::desktop
