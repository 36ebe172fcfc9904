#pragma once

#include "trust_graph.h"

#include <QColor>
#include <QFont>
#include <QPointer>
#include <QQuickPaintedItem>

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

    [[nodiscard]] QPointF pixel(const QPointF& point) const { return m_origin + point * m_unit; }
    void drawLine(QPainter& painter, const Line& line) const;
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
};

} // namespace mmm::desktop
