#include "trust_edges.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace mmm::desktop {

namespace {

constexpr qreal arrowLength = 8;
constexpr qreal arrowWidth = 7;
constexpr qreal inset = 3;      // of words in their ground
constexpr qreal leastBend = 14; // in units of the graph, however long the words are

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

int TrustEdges::gapOf(const QPointF& a, const QPointF& b)
{
    return qRound(std::min(a.x(), b.x()));
}

QFont TrustEdges::wordFont() const
{
    QFont font = m_font;
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * m_fontScale)));
    else
        font.setPointSizeF(font.pointSizeF() * m_fontScale);
    return font;
}

TrustEdges::Gaps TrustEdges::roomsFor(const std::vector<Line>& lines) const
{
    const QFontMetricsF metrics(wordFont());
    Gaps gaps;
    for (const Line& line : lines) {
        const std::vector<QPointF>& points = line.edge.shape.path;
        const bool atStart = line.edge.shape.isFreerAtStart;
        const QPointF end = atStart ? points.front() : points.back();
        const QPointF inner = atStart ? points[1] : points[points.size() - 2];
        Rooms& rooms = gaps[gapOf(end, inner)];
        qreal& room = end.x() < inner.x() ? rooms.left : rooms.right;
        const QString text = TrustGraph::relationText(line.edge.relation);
        room = std::max(room, metrics.horizontalAdvance(text) + arrowLength + inset * 4);
    }
    return gaps;
}

void TrustEdges::drawLine(QPainter& painter, const Line& line, const Gaps& gaps) const
{
    const std::vector<QPointF>& points = line.edge.shape.path;
    QPainterPath path(pixel(points.front()));
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF from = pixel(points[i - 1]);
        const QPointF to = pixel(points[i]);
        if (i % 2 == 0) { // through a layer
            path.lineTo(to);
            continue;
        }
        const auto gap = gaps.find(gapOf(points[i - 1], points[i]));
        Rooms rooms = gap == gaps.end() ? Rooms() : gap->second;
        rooms.right = std::max(rooms.right, arrowLength + inset);
        const qreal width = std::abs(to.x() - from.x());
        const qreal least = std::min(width, leastBend * m_unit);
        if (rooms.left + rooms.right + least > width) {
            const qreal share = (width - least) / (rooms.left + rooms.right);
            rooms = {rooms.left * share, rooms.right * share};
        }
        const bool isForward = from.x() < to.x();
        // level at both ends, so that it leaves and reaches a node straight, and runs straight below words
        const QPointF begin(from.x() + (isForward ? rooms.left : -rooms.right), from.y());
        const QPointF end(to.x() + (isForward ? -rooms.right : rooms.left), to.y());
        const qreal half = (end.x() - begin.x()) / 2;
        path.lineTo(begin);
        path.cubicTo({begin.x() + half, begin.y()}, {end.x() - half, end.y()}, end);
        path.lineTo(to);
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
    const QFont font = wordFont();
    const QFontMetricsF metrics(font);
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
    painter.setFont(font);
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
    const Gaps gaps = roomsFor(lines);
    for (const Line& line : lines)
        drawLine(*painter, line, gaps);
    std::vector<QRectF> taken;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        drawWords(*painter, *line, taken);
}

} // namespace mmm::desktop
