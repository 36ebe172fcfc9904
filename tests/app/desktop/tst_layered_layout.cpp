#include "layered_layout.h"

#include <QRectF>
#include <QTest>

#include <random>

using namespace mmm::desktop;

namespace {

using Edges = std::vector<LayeredEdge>;

QRectF rectOf(const LayeredGraph& graph, std::size_t node, const LayeredMetrics& metrics)
{
    return {graph.nodes[node].position, QSizeF(metrics.nodeWidth, metrics.nodeHeight)};
}

/// What is wrong with a drawing; empty if nothing is.
QString faultOf(const LayeredGraph& graph, std::size_t nodes, const Edges& edges,
                const LayeredMetrics& metrics = {})
{
    if (graph.nodes.size() != nodes || graph.edges.size() != edges.size())
        return QStringLiteral("something is missing");
    const QRectF whole(QPointF(-0.01, -0.01), graph.size + QSizeF(0.02, 0.02));
    for (std::size_t a = 0; a < nodes; ++a) {
        const QRectF rect = rectOf(graph, a, metrics);
        if (!whole.contains(rect))
            return QStringLiteral("%1 is outside").arg(a);
        for (std::size_t b = a + 1; b < nodes; ++b) {
            const QRectF common = rect.intersected(rectOf(graph, b, metrics));
            if (common.width() > 0.01 && common.height() > 0.01)
                return QStringLiteral("%1 lies on %2").arg(a).arg(b);
        }
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::vector<QPointF>& path = graph.edges[i].path;
        if (edges[i].from == edges[i].to) {
            if (!path.empty())
                return QStringLiteral("the loop %1 leads somewhere").arg(i);
            continue;
        }
        if (path.size() < 2)
            return QStringLiteral("edge %1 is not drawn").arg(i);
        // begins and ends on the sides of its nodes
        for (const auto& [node, point] :
             {std::pair(edges[i].from, path.front()), std::pair(edges[i].to, path.back())}) {
            const QRectF rect = rectOf(graph, node, metrics);
            const bool isAtSide =
                std::abs(point.x() - rect.left()) < 0.01 || std::abs(point.x() - rect.right()) < 0.01;
            if (!isAtSide || point.y() < rect.top() || point.y() > rect.bottom())
                return QStringLiteral("edge %1 hangs in the air at %2").arg(i).arg(node);
        }
        // and passes beside all others
        for (std::size_t k = 1; k + 1 < path.size(); ++k) {
            for (std::size_t node = 0; node < nodes; ++node) {
                const QRectF rect = rectOf(graph, node, metrics);
                if (path[k].y() > rect.top() && path[k].y() < rect.bottom() &&
                    path[k].x() >= rect.left() - 0.01 && path[k].x() <= rect.right() + 0.01)
                    return QStringLiteral("edge %1 runs through %2").arg(i).arg(node);
            }
        }
    }
    return {};
}

} // namespace

class LayeredLayoutTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingNeedsNoRoom()
    {
        const LayeredGraph graph = layOut(0, {});
        QVERIFY(graph.nodes.empty() && graph.size.isNull());
    }

    void edgesLeadRight()
    {
        // the mesh signs a connection, which connects a device; the account signs another one
        const Edges edges{{0, 1}, {1, 2}, {0, 3}, {3, 4}, {4, 2}, {2, 2}, {0, 2}};
        const LayeredGraph graph = layOut(5, edges);
        QCOMPARE(faultOf(graph, 5, edges), QString());
        for (const LayeredEdge& edge : edges) {
            if (edge.from != edge.to)
                QVERIFY(graph.nodes[edge.from].layer < graph.nodes[edge.to].layer);
        }
        QCOMPARE(graph.nodes[2].layer, 3);        // by the longest way
        QCOMPARE(graph.edges[1].path.size(), 4U); // passes one layer,
        QCOMPARE(graph.edges[6].path.size(), 6U); // and two
        QVERIFY(graph.edges[1].isFreerAtStart);   // one leaves, three reach
        QVERIFY(!graph.edges[0].isFreerAtStart);
        // edges that meet do not end in the same point
        QVERIFY(graph.edges[1].path.back() != graph.edges[4].path.back());
    }

    void aRootStandsCloseToWhatItLeadsTo()
    {
        const Edges edges{{0, 1}, {1, 2}, {3, 2}};
        const LayeredGraph graph = layOut(4, edges);
        QCOMPARE(graph.nodes[3].layer, 1);
        QCOMPARE(faultOf(graph, 4, edges), QString());
    }

    void cyclesAreDrawnToo()
    {
        for (const Edges& edges : {Edges{{0, 1}, {1, 0}}, Edges{{0, 1}, {1, 2}, {2, 0}, {2, 2}},
                                   Edges{{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 0}, {0, 3}}}) {
            const LayeredGraph graph = layOut(4, edges);
            QCOMPARE(faultOf(graph, 4, edges), QString());
            int back = 0;
            for (const LayeredEdge& edge : edges)
                back += int(graph.nodes[edge.from].layer > graph.nodes[edge.to].layer);
            QVERIFY(back >= 1 && back < int(edges.size()));
        }
    }

    void partsStandBelowEachOther()
    {
        const Edges edges{{0, 1}, {2, 3}};
        const LayeredGraph graph = layOut(5, edges);
        QCOMPARE(faultOf(graph, 5, edges), QString());
        QVERIFY(graph.nodes[2].position.y() > graph.nodes[1].position.y());
        QVERIFY(graph.nodes[4].position.y() > graph.nodes[3].position.y());
        QCOMPARE(graph.nodes[4].layer, 0);
    }

    void anyGraphIsDrawn_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::newRow("sparse") << 40 << 30;
        QTest::newRow("dense") << 30 << 200;
        QTest::newRow("many") << 400 << 700;
    }
    void anyGraphIsDrawn()
    {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        std::mt19937 random(7);
        Edges made;
        for (int i = 0; i < edges; ++i)
            made.push_back(
                {random() % std::size_t(nodes), random() % std::size_t(nodes)}); // cycles and loops too
        QCOMPARE(faultOf(layOut(std::size_t(nodes), made), std::size_t(nodes), made), QString());
    }

    /// Hundreds of devices of one mesh: a few layers, each no higher than what stands in it.
    void aLargeMeshKeepsItsShape()
    {
        constexpr std::size_t devices = 200;
        const LayeredMetrics metrics;
        Edges edges;
        for (std::size_t i = 0; i < devices; ++i) {
            edges.push_back({0, 1 + 2 * i});
            edges.push_back({1 + 2 * i, 2 + 2 * i});
        }
        const LayeredGraph graph = layOut(1 + 2 * devices, edges);
        QCOMPARE(faultOf(graph, 1 + 2 * devices, edges), QString());
        QCOMPARE(graph.size.width(), 3 * metrics.nodeWidth + 2 * metrics.layerGap);
        QVERIFY(graph.size.height() <= devices * (metrics.nodeHeight + metrics.nodeGap));
        for (std::size_t i = 0; i < devices; ++i) // each device beside its connection
            QVERIFY(std::abs(graph.nodes[1 + 2 * i].position.y() - graph.nodes[2 + 2 * i].position.y()) <
                    0.01);
    }
};

QTEST_GUILESS_MAIN(LayeredLayoutTest)
#include "tst_layered_layout.moc"
