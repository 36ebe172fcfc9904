#pragma once

#include "trust_graph.h"

#include <QColor>
#include <QFont>
#include <QPointer>
#include <QQuickPaintedItem>

#include <map>

namespace mmm::desktop {

/// Draws the edges of a TrustGraph with their words, as far as they are seen through this item: it is as
/// large as what is shown, not as the graph. Painted by QPainter, so that it looks the same without a
/// graphics card.
class TrustEdges : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(mmm::desktop::TrustGraph* graph READ graph WRITE setGraph NOTIFY changed)
    /// Where the graph's upper left corner is in this item, and how many pixels of it the graph's unit has.
    Q_PROPERTY(QPointF origin MEMBER m_origin NOTIFY changed)
    Q_PROPERTY(qreal unit MEMBER m_unit NOTIFY changed)
    /// The row whose edges stand out; −1 for none.
    Q_PROPERTY(int current MEMBER m_current NOTIFY changed)
    Q_PROPERTY(QColor lineColor MEMBER m_lineColor NOTIFY changed)
    Q_PROPERTY(QColor currentColor MEMBER m_currentColor NOTIFY changed)
    Q_PROPERTY(QColor wrongColor MEMBER m_wrongColor NOTIFY changed)
    Q_PROPERTY(QColor textColor MEMBER m_textColor NOTIFY changed)
    Q_PROPERTY(QColor groundColor MEMBER m_groundColor NOTIFY changed)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY changed)
    /// By how much the words are smaller than the font, 1 for not at all.
    Q_PROPERTY(qreal fontScale MEMBER m_fontScale NOTIFY changed)
public:
    explicit TrustEdges(QQuickItem* parent = nullptr);

    [[nodiscard]] TrustGraph* graph() const { return m_graph; }
    void setGraph(TrustGraph* graph);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    /// What is painted, taken while the thread of the user interface waits.
    struct Line
    {
        TrustGraph::Edge edge;
        bool isCurrent = false;
        [[nodiscard]] bool isWrong() const { return edge.relation == TrustGraph::SignsWrongly; }
    };

    /// What the words at either side of a gap between two layers need, in pixels: lines are level there, and
    /// bend in what is left between.
    struct Rooms
    {
        qreal left = 0;
        qreal right = 0;
    };
    /// By the left edge of a gap, in the graph's units.
    using Gaps = std::map<int, Rooms>;

    [[nodiscard]] QPointF pixel(const QPointF& point) const { return m_origin + point * m_unit; }
    [[nodiscard]] static int gapOf(const QPointF& a, const QPointF& b);
    [[nodiscard]] QFont wordFont() const;
    [[nodiscard]] Gaps roomsFor(const std::vector<Line>& lines) const;
    void drawLine(QPainter& painter, const Line& line, const Gaps& gaps) const;
    void drawWords(QPainter& painter, const Line& line, std::vector<QRectF>& taken) const;
    [[nodiscard]] const QColor& colorOf(const Line& line) const;

    QPointer<TrustGraph> m_graph;
    QPointF m_origin;
    qreal m_unit = 1;
    int m_current = -1;
    QColor m_lineColor;
    QColor m_currentColor;
    QColor m_wrongColor;
    QColor m_textColor;
    QColor m_groundColor;
    QFont m_font;
    qreal m_fontScale = 1;
};

} // namespace mmm::desktop
