#include "trust_edges.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace mmm::desktop {

namespace {

constexpr qreal arrowLength = 8;
constexpr qreal arrowWidth = 7;
constexpr qreal inset = 3; // of words in their ground

} // namespace

TrustEdges::TrustEdges(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &TrustEdges::changed, this, [this] { update(); });
}

void TrustEdges::setGraph(TrustGraph* graph)
{
    if (m_graph == graph)
        return;
    if (m_graph)
        m_graph->disconnect(this);
    m_graph = graph;
    if (graph != nullptr)
        connect(graph, &TrustGraph::laidOut, this, [this] { update(); });
    emit changed();
}

const QColor& TrustEdges::colorOf(const Line& line) const
{
    return line.isWrong() ? m_wrongColor : line.isCurrent ? m_currentColor : m_lineColor;
}

void TrustEdges::drawLine(QPainter& painter, const Line& line) const
{
    const std::vector<QPointF>& points = line.edge.shape.path;
    QPainterPath path(pixel(points.front()));
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF from = pixel(points[i - 1]);
        const QPointF to = pixel(points[i]);
        const qreal half = (to.x() - from.x()) / 2;
        // level at both ends, so that it leaves and reaches a node straight
        path.cubicTo({from.x() + half, from.y()}, {to.x() - half, to.y()}, to);
    }
    if (!path.controlPointRect()
             .adjusted(-arrowWidth, -arrowWidth, arrowWidth, arrowWidth)
             .intersects(boundingRect()))
        return;
    QPen pen(colorOf(line), line.isCurrent || line.isWrong() ? 2 : 1.25);
    if (line.isWrong())
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);

    const QPointF tip = pixel(points.back());
    const qreal back = tip.x() >= pixel(points[points.size() - 2]).x() ? -arrowLength : arrowLength;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(line));
    painter.drawPolygon(QPolygonF{
        {tip, {tip.x() + back, tip.y() - arrowWidth / 2}, {tip.x() + back, tip.y() + arrowWidth / 2}}});
}

void TrustEdges::drawWords(QPainter& painter, const Line& line, std::vector<QRectF>& taken) const
{
    const std::vector<QPointF>& points = line.edge.shape.path;
    const QString text = TrustGraph::relationText(line.edge.relation);
    const QFontMetricsF metrics(m_font);
    QSizeF size(metrics.horizontalAdvance(text) + inset * 2, metrics.height());
    const bool atStart = line.edge.shape.isFreerAtStart;
    const QPointF end = pixel(atStart ? points.front() : points.back());
    const QPointF inner = pixel(atStart ? points[1] : points[points.size() - 2]);
    const qreal room = std::abs(inner.x() - end.x());
    if (size.width() + arrowLength * 2 > room)
        return; // zoomed out so far that the words would cover the nodes
    const qreal away = arrowLength + inset + size.width() / 2;
    const QPointF middle(end.x() + (inner.x() > end.x() ? away : -away), end.y());
    const QRectF rect(middle - QPointF(size.width() / 2, size.height() / 2), size);
    if (!rect.intersects(boundingRect()) ||
        std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(rect); }))
        return;
    taken.push_back(rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_groundColor);
    painter.drawRoundedRect(rect, inset, inset);
    painter.setPen(line.isWrong() ? m_wrongColor : line.isCurrent ? m_currentColor : m_textColor);
    painter.setFont(m_font);
    painter.drawText(rect, Qt::AlignCenter, text);
}

void TrustEdges::paint(QPainter* painter)
{
    if (!m_graph)
        return;
    std::vector<Line> lines;
    for (const TrustGraph::Edge& edge : m_graph->edges()) {
        if (edge.shape.path.size() > 1)
            lines.push_back({edge, edge.from == m_current || edge.to == m_current});
    }
    // what stands out lies above, and has its words first
    std::ranges::stable_sort(lines, {},
                             [](const Line& line) { return int(line.isCurrent) + 2 * int(line.isWrong()); });
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Line& line : lines)
        drawLine(*painter, line);
    std::vector<QRectF> taken;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        drawWords(*painter, *line, taken);
}

} // namespace mmm::desktop
