#include "trust_graph.h"

#include "names.h"
#include "text.h"
#include "trust_text.h"

#include <limits>
#include <map>

namespace mmm::desktop {

namespace {

constexpr int mostNames = 6; // in one line of words

using Rows = std::map<std::string, int, std::less<>>;

/// Row of the nearest link of the kind above this one; −1 if there is none.
int above(const TrustModel& links, const Rows& rows, int row, mesh::TrustKind kind)
{
    for (auto found = rows.find(links.linkAt(row).parent); found != rows.end() && found->second < row;
         found = rows.find(links.linkAt(row).parent)) {
        row = found->second;
        if (links.linkAt(row).kind == kind)
            return row;
    }
    return -1;
}

Rows rowsOf(const TrustModel& links)
{
    Rows rows;
    for (int row = 0; row < links.count(); ++row)
        rows.emplace(links.linkAt(row).id, row);
    return rows;
}

/// Whose connection or activation it is: all of them have the same title.
QString ownerOf(const TrustModel& links, const Rows& rows, int row)
{
    using mesh::TrustKind;
    const TrustKind kind = links.linkAt(row).kind;
    if (kind != TrustKind::DeviceConnection && kind != TrustKind::DeviceActivation &&
        kind != TrustKind::AccountConnection && kind != TrustKind::AccountActivation)
        return {};
    const int device = above(links, rows, row, TrustKind::Device);
    return device < 0 ? QString() : isolated(toText(links.linkAt(device).name));
}

/// What the links say of each other, without those that only repeat it.
std::vector<TrustGraph::Edge> edgesOf(const TrustModel& links, const Rows& rows)
{
    using mesh::TrustKind;
    std::vector<TrustGraph::Edge> edges;
    std::vector<bool> isHeld(std::size_t(links.count())); // something leads to it
    const auto add = [&](int from, int to, TrustGraph::Relation relation) {
        const bool isThere = std::ranges::any_of(edges, [&](const TrustGraph::Edge& edge) {
            return edge.from == from && edge.to == to && edge.relation == relation;
        });
        if (from < 0 || to < 0 || isThere)
            return;
        edges.push_back({from, to, relation, {}});
        isHeld[std::size_t(to)] = isHeld[std::size_t(to)] || from != to;
    };
    for (int row = 0; row < links.count(); ++row) {
        const mesh::TrustLink& link = links.linkAt(row);
        for (const mesh::TrustSignature& signature : link.signatures) {
            if (const auto signer = rows.find(signature.signer); signer != rows.end())
                add(signer->second, row, signature.isGood ? TrustGraph::Signs : TrustGraph::SignsWrongly);
        }
        switch (link.kind) {
        case TrustKind::DeviceConnection:
        case TrustKind::AccountConnection:
            add(row, above(links, rows, row, TrustKind::Device), TrustGraph::Connects);
            break;
        case TrustKind::HostConnection:
            add(row, above(links, rows, row, TrustKind::Host), TrustGraph::Connects);
            break;
        case TrustKind::DeviceActivation:
        case TrustKind::AccountActivation:
            add(row, above(links, rows, row, TrustKind::Device), TrustGraph::Activates);
            break;
        case TrustKind::Accreditation:
            add(row, above(links, rows, row, TrustKind::Service), TrustGraph::Accredits);
            break;
        default:
            break;
        }
    }
    // what nothing leads to belongs to the one below which it stands; whoever runs a service does not
    for (int row = 0; row < links.count(); ++row) {
        const mesh::TrustLink& link = links.linkAt(row);
        if (const auto parent = rows.find(link.parent); !isHeld[std::size_t(row)] && parent != rows.end() &&
                                                        parent->second != row &&
                                                        link.kind != TrustKind::Operator)
            add(parent->second, row, TrustGraph::Has);
    }
    return edges;
}

} // namespace

QSizeF TrustGraph::nodeSize()
{
    const LayeredMetrics metrics;
    return {metrics.nodeWidth, metrics.nodeHeight};
}

QString TrustGraph::relationText(Relation relation)
{
    switch (relation) {
    case Signs:
        return tr("signs");
    case SignsWrongly:
        return tr("wrong signature");
    case Connects:
        return tr("connects");
    case Activates:
        return tr("activates");
    case Accredits:
        return tr("accredits");
    case Has:
        break;
    }
    return tr("has");
}

QString TrustGraph::relationsOf(int row, const std::vector<Node>& nodes, bool hasUnknownSigner) const
{
    QStringList sentences;
    const auto say = [&](Relation relation, bool isTo, const QString& pattern) {
        QStringList names;
        int count = 0;
        for (const Edge& edge : m_edges) {
            if (edge.relation != relation || (isTo ? edge.to : edge.from) != row ||
                (edge.from == edge.to && !isTo))
                continue;
            if (++count <= mostNames)
                names.append(edge.from == edge.to ? tr("Its own key")
                                                  : nodes[std::size_t(isTo ? edge.from : edge.to)].title);
        }
        if (isTo && relation == Signs && hasUnknownSigner)
            names.append(tr("A key that is not known here"));
        if (count > mostNames)
            names.append(tr("%n more", "", count - mostNames));
        if (!names.isEmpty())
            sentences.append(pattern.arg(names.join(QStringLiteral(", "))));
    };
    say(Signs, true, tr("Signed by: %1."));
    say(SignsWrongly, true, tr("Not signed by, though it seems so: %1."));
    say(Connects, true, tr("Connected by: %1."));
    say(Activates, true, tr("Activated by: %1."));
    say(Accredits, true, tr("Accredited by: %1."));
    say(Has, true, tr("Part of: %1."));
    say(Signs, false, tr("Signs: %1."));
    say(Connects, false, tr("Connects: %1."));
    say(Activates, false, tr("Activates: %1."));
    say(Accredits, false, tr("Accredits: %1."));
    say(Has, false, tr("Has: %1."));
    return sentences.join(QLatin1Char(' '));
}

void TrustGraph::show(const TrustModel& links)
{
    const Rows rows = rowsOf(links);
    m_edges = edgesOf(links, rows);
    std::vector<LayeredEdge> drawn;
    drawn.reserve(m_edges.size());
    for (const Edge& edge : m_edges)
        drawn.push_back({std::size_t(edge.from), std::size_t(edge.to)});
    LayeredGraph graph = layOut(std::size_t(links.count()), drawn);
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        m_edges[i].shape = std::move(graph.edges[i]);
    std::vector<Node> nodes;
    for (int row = 0; row < links.count(); ++row) {
        const mesh::TrustLink& link = links.linkAt(row);
        nodes.push_back({link.id,
                         trustTitle(link),
                         trustTypeName(link),
                         ownerOf(links, rows, row),
                         {},
                         TrustModel::stateOf(link),
                         graph.nodes[std::size_t(row)].layer,
                         graph.nodes[std::size_t(row)].position});
    }
    for (int row = 0; row < links.count(); ++row)
        nodes[std::size_t(row)].relations = relationsOf(
            row, nodes, std::ranges::any_of(links.linkAt(row).signatures, [&](const auto& signature) {
                return links.find(signature.signer) == nullptr;
            }));
    m_size = graph.size;
    updateRows(m_nodes, std::move(nodes), [](const Node& node) { return node.id; });
    emit laidOut();
}

int TrustGraph::neighbour(int row, Direction direction) const
{
    if (row < 0 || row >= rowCount())
        return row;
    const Node& node = m_nodes[std::size_t(row)];
    int best = row;
    double least = std::numeric_limits<double>::max();
    const auto consider = [&](int other) {
        const double away = std::abs(m_nodes[std::size_t(other)].place.y() - node.place.y());
        if (other != row && away < least) {
            least = away;
            best = other;
        }
    };
    if (direction == Up || direction == Down) {
        for (int other = 0; other < rowCount(); ++other) {
            const Node& candidate = m_nodes[std::size_t(other)];
            const bool isThere =
                direction == Up ? candidate.place.y() < node.place.y() : candidate.place.y() > node.place.y();
            if (candidate.layer == node.layer && isThere)
                consider(other);
        }
        return best;
    }
    for (const Edge& edge : m_edges) {
        if ((direction == Forward ? edge.from : edge.to) == row)
            consider(direction == Forward ? edge.to : edge.from);
    }
    return best;
}

int TrustGraph::indexOfLink(const QString& linkId) const
{
    const auto found = std::ranges::find(m_nodes, fromText(linkId), &Node::id);
    return found == m_nodes.end() ? -1 : int(found - m_nodes.begin());
}

int TrustGraph::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

QVariant TrustGraph::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = m_nodes[std::size_t(index.row())];
    switch (role) {
    case LinkIdRole:
        return toText(node.id);
    case Qt::DisplayRole:
    case TitleRole:
        return node.title;
    case TypeNameRole:
        return node.typeName;
    case OwnerRole:
        return node.owner;
    case StateRole:
        return node.state;
    case RelationsRole:
        return node.relations;
    case PlaceRole:
        return node.place;
    default:
        return {};
    }
}

QHash<int, QByteArray> TrustGraph::roleNames() const
{
    return {{LinkIdRole, "linkId"}, {TitleRole, "title"},    {TypeNameRole, "typeName"},
            {OwnerRole, "owner"},   {StateRole, "standing"}, {RelationsRole, "relations"},
            {PlaceRole, "place"}};
}

} // namespace mmm::desktop
