#pragma once

#include "base/secret.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// The editable line inside of a SecretEntry: dots until `revealed`.
///
/// Qt's own password field keeps its text in ordinary memory and speaks it on the accessibility bus (Qt 6.4).
/// This one keeps it as code points in memory that is wiped, and has no text property, so that the bus sees
/// an editable field without contents. Copying is left to the page (`copyRequested`), which knows how long a
/// clipboard may hold a secret. While revealed, glyphs pass through Qt's text engine, whose memory is not
/// wiped. GUI thread only. At most 4,096 code points; control characters and line breaks are left out.
class SecretInput : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    /// The contents as UTF-8; each read makes a copy that wipes itself.
    Q_PROPERTY(mmm::SharedSecret secret READ secret WRITE setSecret NOTIFY secretChanged)
    /// Number of code points.
    Q_PROPERTY(int length READ length NOTIFY secretChanged)
    Q_PROPERTY(bool revealed READ isRevealed WRITE setRevealed NOTIFY appearanceChanged)
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly NOTIFY appearanceChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY appearanceChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY appearanceChanged)
    Q_PROPERTY(QColor selectionColor READ selectionColor WRITE setSelectionColor NOTIFY appearanceChanged)
    Q_PROPERTY(
        QColor selectedTextColor READ selectedTextColor WRITE setSelectedTextColor NOTIFY appearanceChanged)

public:
    explicit SecretInput(QQuickItem* parent = nullptr);

    [[nodiscard]] SharedSecret secret() const;
    /// Replaces the contents and puts the cursor at the end; not an edit of the person, so no `edited`.
    void setSecret(const SharedSecret& secret);
    [[nodiscard]] int length() const { return static_cast<int>(m_points.size()); }
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    void setRevealed(bool revealed);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly);
    [[nodiscard]] QFont font() const { return m_font; }
    void setFont(const QFont& font);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] QColor selectionColor() const { return m_selectionColor; }
    void setSelectionColor(const QColor& color);
    [[nodiscard]] QColor selectedTextColor() const { return m_selectedTextColor; }
    void setSelectedTextColor(const QColor& color);

    Q_INVOKABLE void selectAll();
    /// Wipes the contents; an edit of the person.
    Q_INVOKABLE void clear();

    void paint(QPainter* painter) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void secretChanged();
    void appearanceChanged();
    /// The person changed the contents.
    void edited();
    /// Enter was pressed.
    void accepted();
    /// Ctrl+C or Ctrl+X was pressed.
    void copyRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    using Points = Botan::secure_vector<char32_t>;

    template<typename Value>
    void assign(Value& member, const Value& value);
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] std::size_t positionAt(qreal x) const;
    [[nodiscard]] qreal offsetOf(std::size_t position) const;
    [[nodiscard]] std::size_t selectionStart() const { return std::min(m_cursor, m_anchor); }
    [[nodiscard]] std::size_t selectionEnd() const { return std::max(m_cursor, m_anchor); }
    [[nodiscard]] bool hasSelection() const { return m_cursor != m_anchor; }
    void moveCursor(std::size_t position, bool extend);
    void insert(const QString& text);
    void erase(std::size_t from, std::size_t to);
    void contentsEdited();
    void keepCursorVisible();
    bool moveByKey(const QKeyEvent& event);
    bool editByKey(const QKeyEvent& event);

    Points m_points;
    std::size_t m_cursor = 0;
    std::size_t m_anchor = 0;
    qreal m_scroll = 0;
    bool m_revealed = false;
    bool m_readOnly = false;
    bool m_cursorLit = false;
    QTimer m_blink;
    QFont m_font;
    QColor m_color = Qt::black;
    QColor m_selectionColor = Qt::blue;
    QColor m_selectedTextColor = Qt::white;
};

} // namespace mmm::controls
