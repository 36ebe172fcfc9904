#include "layered_layout.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace mmm::desktop {

namespace {

constexpr int sweeps = 8; // of ordering and of placing; more change next to nothing

/// What has a place in a layer: a node, or the lane of an edge that passes.
struct Item
{
    std::optional<std::size_t> node;
    int layer = 0;
    double height = 0;
    double middle = 0; ///< from the top of the part
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
};

/// The drawing of one connected part, and before that of all of them at once.
class Layering
{
public:
    Layering(std::size_t nodes, const std::vector<LayeredEdge>& edges, const LayeredMetrics& metrics)
        : m_edges(edges),
          m_metrics(metrics),
          m_isTurned(edges.size()),
          m_lanes(edges.size()),
          m_items(nodes)
    {
        for (std::size_t node = 0; node < nodes; ++node) {
            m_items[node].node = node;
            m_items[node].height = metrics.nodeHeight;
        }
        turnCycles();
        findLayers();
        addLanes();
    }

    [[nodiscard]] LayeredGraph drawn()
    {
        LayeredGraph graph;
        double top = 0;
        for (const std::vector<std::size_t>& part : parts()) {
            std::vector<std::vector<std::size_t>> layers = layersOf(part);
            order(layers);
            place(layers);
            const auto upper = [this](std::size_t item) {
                return m_items[item].middle - m_items[item].height / 2;
            };
            const auto lower = [this](std::size_t item) {
                return m_items[item].middle + m_items[item].height / 2;
            };
            double least = upper(part.front());
            for (const std::size_t item : part)
                least = std::min(least, upper(item));
            double bottom = top;
            for (const std::size_t item : part) {
                m_items[item].middle += top - least;
                bottom = std::max(bottom, lower(item));
            }
            top = bottom + m_metrics.partGap;
            graph.size.setHeight(bottom);
            graph.size.setWidth(
                std::max(graph.size.width(), left(int(layers.size()) - 1) + m_metrics.nodeWidth));
        }
        graph.nodes.resize(std::size_t(std::count_if(
            m_items.begin(), m_items.end(), [](const Item& item) { return item.node.has_value(); })));
        for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
            const Item& item = m_items[node];
            graph.nodes[node] = {item.layer, QPointF(left(item.layer), item.middle - item.height / 2)};
        }
        graph.edges = paths();
        return graph;
    }

private:
    [[nodiscard]] double left(int layer) const { return layer * (m_metrics.nodeWidth + m_metrics.layerGap); }
    [[nodiscard]] bool isLoop(std::size_t edge) const { return m_edges[edge].from == m_edges[edge].to; }
    /// Ends of an edge as the layers see it.
    [[nodiscard]] std::size_t start(std::size_t edge) const
    {
        return m_isTurned[edge] ? m_edges[edge].to : m_edges[edge].from;
    }
    [[nodiscard]] std::size_t end(std::size_t edge) const
    {
        return m_isTurned[edge] ? m_edges[edge].from : m_edges[edge].to;
    }

    /// Turns an edge of every cycle round, found by a walk into the depth that begins at the roots.
    void turnCycles()
    {
        std::vector<std::vector<std::size_t>> out(m_items.size());
        std::vector<bool> isReached(m_items.size());
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            out[m_edges[edge].from].push_back(edge);
            isReached[m_edges[edge].to] = true;
        }
        enum class Seen
        {
            No,
            Open,
            Done
        };
        std::vector<Seen> seen(m_items.size(), Seen::No);
        std::vector<std::pair<std::size_t, std::size_t>>
            walk; // a node, and how many of its edges were followed
        const auto walkFrom = [&](std::size_t root) {
            if (seen[root] != Seen::No)
                return;
            seen[root] = Seen::Open;
            walk.emplace_back(root, 0);
            while (!walk.empty()) {
                const std::size_t node = walk.back().first;
                if (walk.back().second == out[node].size()) {
                    seen[node] = Seen::Done;
                    walk.pop_back();
                    continue;
                }
                const std::size_t edge = out[node][walk.back().second++];
                const std::size_t next = m_edges[edge].to;
                if (seen[next] == Seen::Open) {
                    m_isTurned[edge] = true;
                } else if (seen[next] == Seen::No) {
                    seen[next] = Seen::Open;
                    walk.emplace_back(next, 0);
                }
            }
        };
        for (std::size_t node = 0; node < m_items.size(); ++node) {
            if (!isReached[node])
                walkFrom(node);
        }
        for (std::size_t node = 0; node < m_items.size(); ++node)
            walkFrom(node);
    }

    /// As far right as the longest way leads; a root stands close to the first that it leads to.
    void findLayers()
    {
        std::vector<std::size_t> waiting(m_items.size());
        std::vector<std::vector<std::size_t>> next(m_items.size());
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            ++waiting[end(edge)];
            next[start(edge)].push_back(end(edge));
        }
        std::vector<std::size_t> ready;
        for (std::size_t node = 0; node < m_items.size(); ++node) {
            if (waiting[node] == 0)
                ready.push_back(node);
        }
        const std::size_t roots = ready.size();
        for (std::size_t i = 0; i < ready.size(); ++i) {
            for (const std::size_t node : next[ready[i]]) {
                m_items[node].layer = std::max(m_items[node].layer, m_items[ready[i]].layer + 1);
                if (--waiting[node] == 0)
                    ready.push_back(node);
            }
        }
        for (std::size_t i = 0; i < roots; ++i) {
            std::optional<int> nearest;
            for (const std::size_t node : next[ready[i]])
                nearest = std::min(nearest.value_or(m_items[node].layer), m_items[node].layer);
            m_items[ready[i]].layer = nearest.value_or(1) - 1;
        }
    }

    /// Gives an edge a lane in every layer that it passes.
    void addLanes()
    {
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            std::size_t last = start(edge);
            for (int layer = m_items[last].layer + 1; layer < m_items[end(edge)].layer; ++layer) {
                Item lane;
                lane.layer = layer;
                lane.height = m_metrics.lane;
                m_items.push_back(std::move(lane));
                join(last, m_items.size() - 1);
                last = m_items.size() - 1;
                m_lanes[edge].push_back(last);
            }
            join(last, end(edge));
        }
    }
    void join(std::size_t from, std::size_t to)
    {
        m_items[from].after.push_back(to);
        m_items[to].before.push_back(from);
    }

    /// What is connected, by the first node of each.
    [[nodiscard]] std::vector<std::vector<std::size_t>> parts() const
    {
        std::vector<std::vector<std::size_t>> parts;
        std::vector<bool> isTaken(m_items.size());
        for (std::size_t first = 0; first < m_items.size(); ++first) {
            if (isTaken[first])
                continue;
            isTaken[first] = true;
            std::vector<std::size_t> part{first};
            for (std::size_t i = 0; i < part.size(); ++i) {
                for (const auto* others : {&m_items[part[i]].before, &m_items[part[i]].after}) {
                    for (const std::size_t other : *others) {
                        if (!isTaken[other]) {
                            isTaken[other] = true;
                            part.push_back(other);
                        }
                    }
                }
            }
            parts.push_back(std::move(part));
        }
        return parts;
    }

    [[nodiscard]] std::vector<std::vector<std::size_t>> layersOf(const std::vector<std::size_t>& part) const
    {
        std::vector<std::vector<std::size_t>> layers;
        for (const std::size_t item : part) {
            const auto layer = std::size_t(m_items[item].layer);
            layers.resize(std::max(layers.size(), layer + 1));
            layers[layer].push_back(item);
        }
        return layers;
    }

    /// Sorts every layer by where its neighbours are, from the left and from the right in turn.
    void order(std::vector<std::vector<std::size_t>>& layers) const
    {
        std::vector<double> rank(m_items.size());
        const auto number = [&](const std::vector<std::size_t>& layer) {
            for (std::size_t i = 0; i < layer.size(); ++i)
                rank[layer[i]] = double(i);
        };
        for (const auto& layer : layers)
            number(layer);
        std::vector<double> wished(m_items.size());
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const bool isRightwards = sweep % 2 == 0;
            for (std::size_t i = 0; i < layers.size(); ++i) {
                std::vector<std::size_t>& layer = layers[isRightwards ? i : layers.size() - 1 - i];
                for (const std::size_t item : layer) {
                    const auto& others = isRightwards ? m_items[item].before : m_items[item].after;
                    double sum = 0;
                    for (const std::size_t other : others)
                        sum += rank[other];
                    wished[item] = others.empty() ? rank[item] : sum / double(others.size());
                }
                std::stable_sort(layer.begin(), layer.end(),
                                 [&](std::size_t a, std::size_t b) { return wished[a] < wished[b]; });
                number(layer);
            }
        }
    }

    /// Moves everything as close to its neighbours as the order and the gaps allow.
    void place(const std::vector<std::vector<std::size_t>>& layers)
    {
        for (const auto& layer : layers)
            settle(layer, std::vector<double>(layer.size()));
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const bool isRightwards = sweep % 2 == 0;
            for (std::size_t i = 0; i < layers.size(); ++i) {
                const auto& layer = layers[isRightwards ? i : layers.size() - 1 - i];
                std::vector<double> wished(layer.size());
                for (std::size_t k = 0; k < layer.size(); ++k) {
                    const Item& item = m_items[layer[k]];
                    const auto& others = isRightwards ? item.before : item.after;
                    double sum = 0;
                    for (const std::size_t other : others)
                        sum += m_items[other].middle;
                    wished[k] = others.empty() ? item.middle : sum / double(others.size());
                }
                settle(layer, wished);
            }
        }
    }

    /// Puts a layer where the squares of what separates it from its wishes are least: by pools of neighbours
    /// that touch, each at the mean of its wishes.
    void settle(const std::vector<std::size_t>& layer, const std::vector<double>& wished)
    {
        struct Pool
        {
            double sum = 0;
            std::size_t count = 0;
            [[nodiscard]] double mean() const { return sum / double(count); }
        };
        std::vector<double> offset(layer.size()); // of a middle, if all stood as close as they may
        std::vector<Pool> pools;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            if (i > 0)
                offset[i] = offset[i - 1] + m_items[layer[i - 1]].height / 2 + gap(layer[i - 1], layer[i]) +
                            m_items[layer[i]].height / 2;
            pools.push_back({wished[i] - offset[i], 1});
            while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
                const Pool last = pools.back();
                pools.pop_back();
                pools.back().sum += last.sum;
                pools.back().count += last.count;
            }
        }
        std::size_t i = 0;
        for (const Pool& pool : pools) {
            for (std::size_t k = 0; k < pool.count; ++k, ++i)
                m_items[layer[i]].middle = pool.mean() + offset[i];
        }
    }
    [[nodiscard]] double gap(std::size_t upper, std::size_t lower) const
    {
        return m_items[upper].node && m_items[lower].node ? m_metrics.nodeGap : m_metrics.nodeGap / 2;
    }

    [[nodiscard]] std::vector<LayeredGraph::Edge> paths() const
    {
        // the edges at either side of a node, from the top down by where they go
        std::vector<std::vector<std::size_t>> leaving(m_items.size());
        std::vector<std::vector<std::size_t>> reaching(m_items.size());
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            leaving[start(edge)].push_back(edge);
            reaching[end(edge)].push_back(edge);
        }
        const auto second = [this](std::size_t edge) {
            return m_items[m_lanes[edge].empty() ? end(edge) : m_lanes[edge].front()].middle;
        };
        const auto lastButOne = [this](std::size_t edge) {
            return m_items[m_lanes[edge].empty() ? start(edge) : m_lanes[edge].back()].middle;
        };
        std::vector<double> startPort(m_edges.size());
        std::vector<double> endPort(m_edges.size());
        for (std::size_t node = 0; node < m_items.size(); ++node) {
            spread(leaving[node], second, m_items[node].middle, startPort);
            spread(reaching[node], lastButOne, m_items[node].middle, endPort);
        }
        std::vector<LayeredGraph::Edge> paths(m_edges.size());
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
            if (isLoop(edge))
                continue;
            std::vector<QPointF>& path = paths[edge].path;
            path.emplace_back(left(m_items[start(edge)].layer) + m_metrics.nodeWidth, startPort[edge]);
            for (const std::size_t lane : m_lanes[edge]) {
                path.emplace_back(left(m_items[lane].layer), m_items[lane].middle);
                path.emplace_back(left(m_items[lane].layer) + m_metrics.nodeWidth, m_items[lane].middle);
            }
            path.emplace_back(left(m_items[end(edge)].layer), endPort[edge]);
            const bool isFreer = leaving[start(edge)].size() < reaching[end(edge)].size();
            paths[edge].isFreerAtStart = isFreer != m_isTurned[edge];
            if (m_isTurned[edge])
                std::reverse(path.begin(), path.end());
        }
        return paths;
    }

    template<typename Where>
    void spread(std::vector<std::size_t>& edges, Where where, double middle, std::vector<double>& ports) const
    {
        if (edges.empty())
            return;
        std::stable_sort(edges.begin(), edges.end(),
                         [&](std::size_t a, std::size_t b) { return where(a) < where(b); });
        const double room = m_metrics.nodeHeight / 2;
        const double step =
            edges.size() > 1 ? std::min(m_metrics.portGap, room / double(edges.size() - 1)) : 0;
        for (std::size_t i = 0; i < edges.size(); ++i)
            ports[edges[i]] = middle + step * (double(i) - double(edges.size() - 1) / 2);
    }

    const std::vector<LayeredEdge>& m_edges;
    const LayeredMetrics& m_metrics;
    std::vector<bool> m_isTurned;                  ///< by edge
    std::vector<std::vector<std::size_t>> m_lanes; ///< by edge: its items in the layers that it passes
    std::vector<Item> m_items;                     ///< the nodes, and after them the lanes
};

} // namespace

LayeredGraph layOut(std::size_t nodes, const std::vector<LayeredEdge>& edges, const LayeredMetrics& metrics)
{
    return Layering(nodes, edges, metrics).drawn();
}

} // namespace mmm::desktop
