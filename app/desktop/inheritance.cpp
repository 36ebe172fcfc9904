#include "inheritance.h"

#include "fault_text.h"
#include "log.h"
#include "schema/catalog.h"
#include "text.h"

#include <algorithm>

namespace mmm::desktop {

namespace {

QString titleOf(const std::string& container)
{
    namespace names = schema::store_name;
    if (container == names::contact)
        return Inheritance::tr("Contacts");
    if (container == names::bookmark)
        return Inheritance::tr("Bookmarks");
    if (container == names::task)
        return Inheritance::tr("Tasks");
    if (container == names::credential)
        return Inheritance::tr("Credentials");
    return container == names::network ? Inheritance::tr("Networks") : toText(container);
}

QString countText(const mesh::InheritedCatalog& catalog)
{
    const QString entries = Inheritance::tr("%n entries", nullptr, int(catalog.entries));
    return catalog.lost == 0 ? entries
                             : entries + QStringLiteral(" · ") +
                                   Inheritance::tr("%n died and cannot be read", nullptr, int(catalog.lost));
}

} // namespace

Inheritance::Inheritance(MeshLink& link, QObject* parent)
    : RowModel(parent),
      Published<Inheritance>(this),
      m_link(link)
{
    connect(&link, &MeshLink::catalogsAvailable, this, [this](bool isAvailable) {
        ++m_number;
        m_isBusy = false;
        m_errorText.clear();
        if (isAvailable)
            refresh();
        else
            take({});
    });
    connect(&link, &MeshLink::devicesListChanged, this, &Inheritance::refresh);
}

Inheritance::Standing Inheritance::look(mesh::PersonalMesh& mesh)
{
    return {mesh.inheritance().catalogs(), mesh.isAdministrator()};
}

void Inheritance::take(Standing standing)
{
    m_canMark = standing.isAdministrator;
    updateRows(m_rows, std::move(standing.catalogs),
               [](const mesh::InheritedCatalog& catalog) { return catalog.container; });
    emit changed();
}

int Inheritance::lost() const
{
    std::size_t count = 0;
    for (const mesh::InheritedCatalog& catalog : m_rows)
        count += catalog.lost;
    return int(count);
}

void Inheritance::refresh()
{
    m_link.runOnMesh(
        Concern::Devices, this, [](mesh::PersonalMesh& mesh, const std::stop_token&) { return look(mesh); },
        [this, number = m_number](Standing standing) {
            if (number == m_number)
                take(std::move(standing));
        });
}

void Inheritance::mark(const QString& catalog, bool diesWithMe)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_errorText.clear();
    emit changed();
    struct Done
    {
        Status status;
        Standing standing;
    };
    m_link.runOnMesh(
        Concern::Devices, this,
        [container = fromText(catalog), diesWithMe](mesh::PersonalMesh& mesh, const std::stop_token& stop) {
            Status status = mesh.inheritance().mark(container, diesWithMe, stop);
            return Done{std::move(status), look(mesh)};
        },
        [this, catalog, diesWithMe, number = m_number](Done done) {
            if (number != m_number)
                return;
            m_isBusy = false;
            if (!done.status) {
                const Error& error = done.status.error();
                qCInfo(logDesktop) << "inheritance:" << int(error.fault) << error.detail.c_str();
                m_errorText = error.fault == Fault::Conflict
                                  ? tr("Some entries were changed in two places. Decide about them first.")
                                  : faultText(error);
            }
            take(std::move(done.standing));
            if (done.status)
                emit marked(titleOf(fromText(catalog)), diesWithMe);
        });
}

int Inheritance::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant Inheritance::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const mesh::InheritedCatalog& catalog = m_rows[std::size_t(index.row())];
    switch (role) {
    case CatalogRole:
        return toText(catalog.container);
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(catalog.container);
    case TextRole:
        return countText(catalog);
    case DiesRole:
        return catalog.diesWithMe;
    default:
        return {};
    }
}

QHash<int, QByteArray> Inheritance::roleNames() const
{
    return {{CatalogRole, "catalog"}, {TitleRole, "title"}, {TextRole, "text"}, {DiesRole, "diesWithMe"}};
}

} // namespace mmm::desktop
