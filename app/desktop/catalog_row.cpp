#include "catalog_row.h"

#include "network_text.h"
#include "reminder.h"
#include "text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

namespace mmm::desktop {

namespace {

int compareKeys(const std::optional<QCollatorSortKey>& a, const std::optional<QCollatorSortKey>& b)
{
    if (!a || !b)
        return int(a.has_value()) - int(b.has_value());
    return a->compare(*b);
}

QString joined(const QStringList& parts, const QString& between)
{
    QStringList filled;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            filled.append(part);
    }
    return filled.join(between);
}

/// Lists show one line: a title with line breaks must not push the others away.
QString oneLine(const std::string& text)
{
    return toText(text).left(500).simplified();
}

} // namespace

bool CatalogRow::looksLike(const CatalogRow& other) const
{
    return title == other.title && subtitle == other.subtitle && detail == other.detail &&
           section == other.section && iconName == other.iconName && isPending == other.isPending &&
           isConflicted == other.isConflicted;
}

bool standsBefore(const CatalogRow& a, const CatalogRow& b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (const int order = compareKeys(a.sectionKey, b.sectionKey); order != 0)
        return order < 0;
    if (a.section != b.section)
        return a.section < b.section;
    if (const int order = compareKeys(a.titleKey, b.titleKey); order != 0)
        return order < 0;
    return a.id < b.id;
}

QString displayName(const schema::Contact& contact)
{
    if (!contact.fullName.empty())
        return oneLine(contact.fullName);
    const QString name = joined({oneLine(contact.title), oneLine(contact.first), oneLine(contact.middle),
                                 oneLine(contact.last), oneLine(contact.suffix)},
                                QStringLiteral(" "));
    if (!name.isEmpty())
        return name;
    if (!contact.roles.empty() && !contact.roles.front().companyName.empty())
        return oneLine(contact.roles.front().companyName);
    if (!contact.email.empty())
        return oneLine(contact.email);
    return firstAddress(contact, "mailto");
}

QString firstAddress(const schema::Contact& contact, std::string_view scheme)
{
    for (const schema::Address& address : contact.addresses) {
        const std::string& uri = address.uri;
        if (uri.size() > scheme.size() + 1 && uri.starts_with(scheme) && uri[scheme.size()] == ':')
            return oneLine(uri.substr(scheme.size() + 1));
    }
    return {};
}

QString siteOf(const QString& address)
{
    QString host = QUrl(address).host();
    if (host.isEmpty())
        return address;
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    return host;
}

RowMaker::RowMaker() : m_collator(listCollator()), m_today(QDate::currentDate()) {}

void RowMaker::setSortKeys(CatalogRow& row) const
{
    row.sectionKey = m_collator.sortKey(row.section);
    row.titleKey = m_collator.sortKey(row.title);
}

QString RowMaker::initialOf(const QString& title) const
{
    const QString plain = title.left(2).normalized(QString::NormalizationForm_KD);
    const QChar first = plain.isEmpty() ? QChar() : plain.front();
    return first.isLetter() ? QString(first.toUpper()) : QStringLiteral("#");
}

CatalogRow RowMaker::make(const schema::Contact& contact) const
{
    CatalogRow row;
    row.title = displayName(contact);
    if (row.title.isEmpty())
        row.title = QCoreApplication::translate("CatalogRow", "No name");
    const QString mail = contact.email.empty() ? firstAddress(contact, "mailto") : oneLine(contact.email);
    const QString company = contact.roles.empty() ? QString() : oneLine(contact.roles.front().companyName);
    row.subtitle = joined({company == row.title ? QString() : company, mail == row.title ? QString() : mail},
                          QStringLiteral(" · "));
    row.detail = firstAddress(contact, "tel");
    if (row.subtitle.isEmpty())
        row.subtitle.swap(row.detail);
    row.section = initialOf(row.title);
    row.rank = row.section == QLatin1String("#") ? 1 : 0;
    row.iconName = QStringLiteral("contact");
    setSortKeys(row);
    return row;
}

void RowMaker::markGroup(CatalogRow& row)
{
    row.iconName = QStringLiteral("group");
    row.subtitle =
        joined({QCoreApplication::translate("CatalogRow", "Group"), row.subtitle}, QStringLiteral(" · "));
}

CatalogRow RowMaker::make(const schema::CatalogedBookmark& bookmark) const
{
    CatalogRow row;
    const QString address = oneLine(bookmark.uri);
    row.title = bookmark.title.empty() ? address : oneLine(bookmark.title);
    row.subtitle = siteOf(address);
    row.detail = address;
    row.folder = toText(bookmark.path).split(QLatin1Char('/'), Qt::SkipEmptyParts).join(QLatin1Char('/'));
    row.section = row.folder;
    row.iconName = QStringLiteral("bookmark");
    setSortKeys(row);
    return row;
}

CatalogRow RowMaker::make(const schema::Task& task) const
{
    CatalogRow row;
    row.title = oneLine(task.title);
    if (row.title.isEmpty())
        row.title = QCoreApplication::translate("CatalogRow", "No title");
    row.subtitle = task.location.empty() ? oneLine(task.description) : oneLine(task.location);
    row.iconName = QStringLiteral("task");
    // of what repeats the next time counts
    const std::optional<TimePoint> moment = timeOf(task, fromDateTime(m_today.startOfDay()));
    if (!moment) {
        row.section = QCoreApplication::translate("CatalogRow", "No date");
        row.rank = std::numeric_limits<std::int64_t>::max();
        setSortKeys(row);
        return row;
    }
    const QDateTime when = toDateTime(*moment);
    const qint64 days = m_today.daysTo(when.date());
    const QString time = clockText(when.time());
    row.rank = moment->time_since_epoch().count();
    if (days < 0)
        row.section = QCoreApplication::translate("CatalogRow", "Past");
    else if (days == 0)
        row.section = QCoreApplication::translate("CatalogRow", "Today");
    else if (days == 1)
        row.section = QCoreApplication::translate("CatalogRow", "Tomorrow");
    else if (days < 7)
        row.section = QCoreApplication::translate("CatalogRow", "Next seven days");
    else
        row.section = QCoreApplication::translate("CatalogRow", "Later");
    row.detail = days == 0 || days == 1 ? time : dayText(when.date()) + QLatin1String(", ") + time;
    setSortKeys(row);
    return row;
}

CatalogRow RowMaker::make(const schema::CatalogedCredential& credential) const
{
    CatalogRow row;
    const QString service = oneLine(credential.service);
    row.title = siteOf(service);
    row.subtitle = oneLine(credential.username);
    if (row.title.isEmpty())
        row.title = row.subtitle;
    if (row.title.isEmpty())
        row.title = QCoreApplication::translate("CatalogRow", "No name");
    row.detail = oneLine(credential.protocol);
    row.section = initialOf(row.title);
    row.rank = row.section == QLatin1String("#") ? 1 : 0;
    row.iconName = QStringLiteral("key");
    setSortKeys(row);
    return row;
}

CatalogRow RowMaker::make(const schema::CatalogedNetwork& network) const
{
    CatalogRow row;
    const bool isWifi = network.protocol == "wifi";
    row.title = oneLine(network.service);
    if (row.title.isEmpty())
        row.title = QCoreApplication::translate("CatalogRow", "No name");
    row.subtitle = joined({isWifi ? wifiSecurityText(network.security) : networkKindText(network.protocol),
                           isWifi ? oneLine(network.username) : oneLine(network.address)},
                          QStringLiteral(" · "));
    row.section = isWifi ? QCoreApplication::translate("CatalogRow", "Wi-Fi")
                         : QCoreApplication::translate("CatalogRow", "Virtual private networks");
    row.rank = isWifi ? 0 : 1;
    row.iconName = isWifi ? QStringLiteral("wifi") : QStringLiteral("shield");
    setSortKeys(row);
    return row;
}

CatalogRow RowMaker::make(const schema::CatalogedApplicationSSH& profile) const
{
    CatalogRow row;
    row.title = oneLine(profile.title);
    if (row.title.isEmpty())
        row.title = QCoreApplication::translate("CatalogRow", "No name");
    row.subtitle = oneLine(profile.userName);
    row.section = QStringLiteral("SSH");
    row.iconName = QStringLiteral("terminal");
    setSortKeys(row);
    return row;
}

CatalogRow RowMaker::make(const schema::CatalogedApplicationMail& account) const
{
    CatalogRow row;
    row.title = account.accountAddress.empty() ? QString() : oneLine(account.accountAddress.front());
    if (row.title.isEmpty())
        row.title = QCoreApplication::translate("CatalogRow", "No name");
    row.section = QCoreApplication::translate("CatalogRow", "Mail");
    row.iconName = QStringLiteral("mail");
    setSortKeys(row);
    return row;
}

} // namespace mmm::desktop
