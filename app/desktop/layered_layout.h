#pragma once

#include <QPointF>
#include <QSizeF>
#include <cstddef>
#include <vector>

namespace mmm::desktop {

/// A directed edge between two nodes, which are named by their numbers.
struct LayeredEdge
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Sizes in which a graph is laid out, all in one unit of the caller's choice.
struct LayeredMetrics
{
    double nodeWidth = 192;
    double nodeHeight = 68;
    double layerGap = 140; ///< between one layer and the next, where edges run and have their words
    double nodeGap = 16;   ///< between nodes of a layer
    double lane = 18;      ///< for an edge that passes a layer
    double partGap = 48;   ///< between parts that nothing connects
    double portGap = 12;   ///< at most, between edges that meet at one side of a node
};

/// Where everything is, from the left to the right and from the top down.
struct LayeredGraph
{
    struct Node
    {
        int layer = 0;
        QPointF position; ///< of the upper left corner
    };
    struct Edge
    {
        /// From the node that it leaves to the one that it reaches: first and last on their sides, between
        /// them two for every layer that is passed. Empty for an edge from a node to itself.
        std::vector<QPointF> path;
        /// Fewer edges meet where it begins than where it ends: its words have more room there.
        bool isFreerAtStart = false;
    };
    std::vector<Node> nodes; ///< as numbered by the caller
    std::vector<Edge> edges; ///< in the caller's order
    QSizeF size{0, 0};
};

/// Lays out a directed graph: every edge leads from a layer to one further right, as far as there are no
/// cycles, of which one edge each leads back. No two nodes overlap, and no edge runs through a node. Parts
/// that nothing connects stand below each other, in the order of their first nodes. Pure, for any thread; the
/// time grows with the number of edges and of layers that they pass. Edges must name nodes below `nodes`.
[[nodiscard]] LayeredGraph layOut(std::size_t nodes, const std::vector<LayeredEdge>& edges,
                                  const LayeredMetrics& metrics = {});

} // namespace mmm::desktop
