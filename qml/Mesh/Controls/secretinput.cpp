#include "secretinput.h"

#include <QClipboard>
#include <QCursor>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QInputMethod>
#include <QPainter>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace mmm::controls {

namespace {

constexpr std::size_t maximumLength = 4096;
constexpr QChar dot(0x2022);
constexpr qreal cursorWidth = 1.5;

/// The characters of a string that the field takes.
Botan::secure_vector<char32_t> pointsOf(const QString& text)
{
    Botan::secure_vector<char32_t> points;
    points.reserve(static_cast<std::size_t>(text.size()));
    for (qsizetype index = 0; index < text.size(); ++index) {
        char32_t point = text[index].unicode();
        if (text[index].isHighSurrogate() && index + 1 < text.size() && text[index + 1].isLowSurrogate()) {
            point = QChar::surrogateToUcs4(text[index], text[index + 1]);
            ++index;
        }
        if (QChar::isPrint(point) && !QChar::isSurrogate(point)) {
            points.push_back(point);
        }
    }
    return points;
}

void appendUtf8(Botan::secure_vector<std::uint8_t>& octets, char32_t point)
{
    const auto push = [&octets](char32_t value) { octets.push_back(static_cast<std::uint8_t>(value)); };
    if (point < 0x80) {
        push(point);
    } else if (point < 0x800) {
        push(0xc0 | (point >> 6));
        push(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        push(0xe0 | (point >> 12));
        push(0x80 | ((point >> 6) & 0x3f));
        push(0x80 | (point & 0x3f));
    } else {
        push(0xf0 | (point >> 18));
        push(0x80 | ((point >> 12) & 0x3f));
        push(0x80 | ((point >> 6) & 0x3f));
        push(0x80 | (point & 0x3f));
    }
}

void wipe(QString& text)
{
    std::fill(text.begin(), text.end(), QChar(0));
}

} // namespace

SecretInput::SecretInput(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    // One block for the whole life: growing would leave copies behind only in wiped memory, but also cost
    // time that depends on the contents.
    m_points.reserve(maximumLength);
    setFlag(ItemAcceptsInputMethod);
    setAcceptedMouseButtons(Qt::LeftButton);
    setCursor(QCursor(Qt::IBeamCursor));
    setActiveFocusOnTab(true);
    m_blink.setInterval(std::max(200, QGuiApplication::styleHints()->cursorFlashTime() / 2));
    connect(&m_blink, &QTimer::timeout, this, [this] {
        m_cursorLit = !m_cursorLit;
        update();
    });
    connect(this, &SecretInput::appearanceChanged, this, [this] { update(); });
}

SharedSecret SecretInput::secret() const
{
    Botan::secure_vector<std::uint8_t> octets;
    octets.reserve(m_points.size() * 4);
    for (const char32_t point : m_points) {
        appendUtf8(octets, point);
    }
    return SharedSecret(Secret(std::move(octets)));
}

void SecretInput::setSecret(const SharedSecret& secret)
{
    const std::string_view octets = secret.text();
    QString text = QString::fromUtf8(octets.data(), static_cast<qsizetype>(octets.size()));
    Points points = pointsOf(text);
    wipe(text);
    points.resize(std::min(points.size(), maximumLength));
    if (points == m_points) {
        return;
    }
    std::fill(m_points.begin(), m_points.end(), U'\0');
    m_points.assign(points.begin(), points.end());
    m_cursor = m_anchor = m_points.size();
    m_scroll = 0;
    keepCursorVisible();
    emit secretChanged();
    update();
}

template<typename Value>
void SecretInput::assign(Value& member, const Value& value)
{
    if (member != value) {
        member = value;
        emit appearanceChanged();
    }
}

void SecretInput::setRevealed(bool revealed)
{
    assign(m_revealed, revealed);
    keepCursorVisible();
}

void SecretInput::setReadOnly(bool readOnly)
{
    assign(m_readOnly, readOnly);
}

void SecretInput::setFont(const QFont& font)
{
    assign(m_font, font);
    keepCursorVisible();
}

void SecretInput::setColor(const QColor& color)
{
    assign(m_color, color);
}

void SecretInput::setSelectionColor(const QColor& color)
{
    assign(m_selectionColor, color);
}

void SecretInput::setSelectedTextColor(const QColor& color)
{
    assign(m_selectedTextColor, color);
}

void SecretInput::selectAll()
{
    m_anchor = 0;
    moveCursor(m_points.size(), true);
}

void SecretInput::clear()
{
    if (!m_points.empty()) {
        erase(0, m_points.size());
        contentsEdited();
    }
}

QString SecretInput::shownText() const
{
    if (!m_revealed) {
        return QString(static_cast<qsizetype>(m_points.size()), dot);
    }
    return QString::fromUcs4(m_points.data(), static_cast<qsizetype>(m_points.size()));
}

qreal SecretInput::offsetOf(std::size_t position) const
{
    if (!m_revealed) {
        return QFontMetricsF(m_font).horizontalAdvance(dot) * static_cast<qreal>(position);
    }
    QString before = QString::fromUcs4(m_points.data(), static_cast<qsizetype>(position));
    const qreal offset = QFontMetricsF(m_font).horizontalAdvance(before);
    wipe(before);
    return offset;
}

std::size_t SecretInput::positionAt(qreal x) const
{
    const qreal wanted = x + m_scroll;
    std::size_t best = 0;
    qreal nearest = std::abs(wanted);
    for (std::size_t position = 1; position <= m_points.size(); ++position) {
        const qreal distance = std::abs(offsetOf(position) - wanted);
        if (distance > nearest) {
            break;
        }
        nearest = distance;
        best = position;
    }
    return best;
}

void SecretInput::keepCursorVisible()
{
    const qreal at = offsetOf(m_cursor);
    const qreal room = std::max(0.0, width() - cursorWidth);
    if (!hasActiveFocus()) {
        m_scroll = 0; // read from its beginning
    } else if (at - m_scroll > room) {
        m_scroll = at - room;
    } else if (at < m_scroll) {
        m_scroll = at;
    }
    m_cursorLit = true;
    update();
    if (hasActiveFocus()) {
        QGuiApplication::inputMethod()->update(Qt::ImCursorRectangle);
    }
}

void SecretInput::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.width() != before.width()) {
        m_scroll = 0;
        keepCursorVisible();
    }
}

void SecretInput::moveCursor(std::size_t position, bool extend)
{
    m_cursor = std::min(position, m_points.size());
    if (!extend) {
        m_anchor = m_cursor;
    }
    keepCursorVisible();
}

void SecretInput::erase(std::size_t from, std::size_t to)
{
    const auto first = m_points.begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = m_points.begin() + static_cast<std::ptrdiff_t>(to);
    const auto end = std::move(last, m_points.end(), first);
    std::fill(end, m_points.end(), U'\0');
    m_points.erase(end, m_points.end());
    m_cursor = m_anchor = from;
}

void SecretInput::insert(const QString& text)
{
    const Points points = pointsOf(text);
    if (points.empty()) {
        return;
    }
    if (hasSelection()) {
        erase(selectionStart(), selectionEnd());
    }
    const std::size_t taken = std::min(points.size(), maximumLength - m_points.size());
    m_points.insert(m_points.begin() + static_cast<std::ptrdiff_t>(m_cursor), points.begin(),
                    points.begin() + static_cast<std::ptrdiff_t>(taken));
    m_cursor += taken;
    m_anchor = m_cursor;
    contentsEdited();
}

void SecretInput::contentsEdited()
{
    keepCursorVisible();
    emit secretChanged();
    emit edited();
}

bool SecretInput::event(QEvent* event)
{
    // Letters and editing keys belong to the field, not to a shortcut of the page.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
        if ((plain && !key->text().isEmpty() && key->text().at(0).isPrint()) ||
            key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) ||
            key->matches(QKeySequence::Paste) || key->matches(QKeySequence::SelectAll) ||
            key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    return QQuickPaintedItem::event(event);
}

bool SecretInput::moveByKey(const QKeyEvent& event)
{
    const bool extend = event.modifiers() & Qt::ShiftModifier;
    // Words of a secret are not told: a word jump goes to the end of the line.
    const bool far = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Left:
        if (hasSelection() && !extend) {
            moveCursor(selectionStart(), false);
        } else {
            moveCursor(far || m_cursor == 0 ? 0 : m_cursor - 1, extend);
        }
        return true;
    case Qt::Key_Right:
        if (hasSelection() && !extend) {
            moveCursor(selectionEnd(), false);
        } else {
            moveCursor(far ? m_points.size() : m_cursor + 1, extend);
        }
        return true;
    case Qt::Key_Home:
        moveCursor(0, extend);
        return true;
    case Qt::Key_End:
        moveCursor(m_points.size(), extend);
        return true;
    default:
        return false;
    }
}

bool SecretInput::editByKey(const QKeyEvent& event)
{
    const bool far = event.modifiers() & Qt::ControlModifier;
    const bool backwards = event.key() == Qt::Key_Backspace;
    if (backwards || event.key() == Qt::Key_Delete) {
        if (hasSelection()) {
            erase(selectionStart(), selectionEnd());
        } else if (backwards && m_cursor > 0) {
            erase(far ? 0 : m_cursor - 1, m_cursor);
        } else if (!backwards && m_cursor < m_points.size()) {
            erase(m_cursor, far ? m_points.size() : m_cursor + 1);
        } else {
            return true;
        }
        contentsEdited();
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        insert(QGuiApplication::clipboard()->text());
        return true;
    }
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const bool typed = modifiers == Qt::NoModifier || modifiers == Qt::GroupSwitchModifier ||
                       modifiers == (Qt::ControlModifier | Qt::AltModifier);
    if (typed && !event.text().isEmpty() && event.text().at(0).isPrint()) {
        insert(event.text());
        return true;
    }
    return false;
}

void SecretInput::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit accepted();
        event->ignore(); // the default button of a dialog is next
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        emit copyRequested();
    } else if (!moveByKey(*event) && (m_readOnly || !editByKey(*event))) {
        event->ignore();
    }
}

void SecretInput::inputMethodEvent(QInputMethodEvent* event)
{
    if (!m_readOnly) {
        insert(event->commitString());
    }
    event->accept();
}

QVariant SecretInput::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return !m_readOnly;
    case Qt::ImHints:
        return static_cast<int>(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    case Qt::ImCursorRectangle:
        return QRectF(offsetOf(m_cursor) - m_scroll, 0, cursorWidth, height());
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
        return QString();
    case Qt::ImCursorPosition:
    case Qt::ImAnchorPosition:
        return 0;
    default:
        return QQuickPaintedItem::inputMethodQuery(query);
    }
}

void SecretInput::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    moveCursor(positionAt(event->position().x()), event->modifiers() & Qt::ShiftModifier);
    setKeepMouseGrab(true);
}

void SecretInput::mouseMoveEvent(QMouseEvent* event)
{
    moveCursor(positionAt(event->position().x()), true);
}

void SecretInput::mouseDoubleClickEvent(QMouseEvent*)
{
    selectAll();
}

void SecretInput::focusInEvent(QFocusEvent* event)
{
    m_cursorLit = true;
    if (QGuiApplication::styleHints()->cursorFlashTime() > 0) {
        m_blink.start();
    }
    // a click says itself where the cursor goes, by what was seen at that moment
    if (event->reason() != Qt::MouseFocusReason) {
        keepCursorVisible();
    }
    update();
    QQuickPaintedItem::focusInEvent(event);
}

void SecretInput::focusOutEvent(QFocusEvent* event)
{
    m_blink.stop();
    m_anchor = m_cursor;
    keepCursorVisible();
    QQuickPaintedItem::focusOutEvent(event);
}

void SecretInput::paint(QPainter* painter)
{
    QString text = shownText();
    const QFontMetricsF metrics(m_font);
    const qreal top = (height() - metrics.height()) / 2;
    const qreal baseline = top + metrics.ascent();
    painter->setFont(m_font);
    painter->setPen(m_color);
    painter->drawText(QPointF(-m_scroll, baseline), text);
    if (hasActiveFocus() && hasSelection()) {
        const QRectF chosen(offsetOf(selectionStart()) - m_scroll, top,
                            offsetOf(selectionEnd()) - offsetOf(selectionStart()), metrics.height());
        painter->fillRect(chosen, m_selectionColor);
        painter->setClipRect(chosen);
        painter->setPen(m_selectedTextColor);
        painter->drawText(QPointF(-m_scroll, baseline), text);
        painter->setClipping(false);
    } else if (hasActiveFocus() && m_cursorLit && !m_readOnly) {
        painter->fillRect(QRectF(offsetOf(m_cursor) - m_scroll, top, cursorWidth, metrics.height()), m_color);
    }
    wipe(text);
}

} // namespace mmm::controls
