#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// One symbol in one colour, sharp at every size. `Icon { symbol: Icon.Contact; color: Theme.textMuted }`
///
/// The drawings are SVG files in icons/ on a 24-unit grid; a symbol's file has its name in kebab case.
/// Rendered pictures are shared by all icons of the same symbol, colour and size. An icon is decoration: it
/// is not on the accessibility bus, the control around it speaks. Square: the smaller edge counts.
class Icon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(int symbol READ symbol WRITE setSymbol NOTIFY symbolChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
    /// Edge in device-independent pixels; sets the implicit size.
    Q_PROPERTY(int size READ size WRITE setSize NOTIFY sizeChanged)
    /// Flips drawings that point somewhere, for right-to-left layouts.
    Q_PROPERTY(bool mirrored READ isMirrored WRITE setMirrored NOTIFY mirroredChanged)

public:
    enum Symbol
    {
        None,
        Applications,
        Back,
        Bookmark,
        Busy,
        Calendar,
        Call,
        Camera,
        Check,
        ChevronDown,
        ChevronLeft,
        ChevronRight,
        ChevronUp,
        Clock,
        Close,
        Cloud,
        CloudOff,
        Conflict,
        Contact,
        Copy,
        Edit,
        Error,
        External,
        Eye,
        EyeOff,
        File,
        Filter,
        Folder,
        Globe,
        Group,
        History,
        Import,
        Inbox,
        Info,
        Key,
        Laptop,
        Link,
        Location,
        Lock,
        Mail,
        Menu,
        More,
        Note,
        Outbox,
        Phone,
        PinCode,
        Plus,
        Qr,
        Seal,
        Search,
        Service,
        Settings,
        Shield,
        Star,
        Success,
        Sync,
        Tag,
        Task,
        Terminal,
        Trash,
        Undo,
        Upload,
        Wand,
        Warning,
        Wifi,
        ZoomFit,
        ZoomIn,
        ZoomOut,
    };
    Q_ENUM(Symbol)

    explicit Icon(QQuickItem* parent = nullptr);

    [[nodiscard]] int symbol() const { return m_symbol; }
    void setSymbol(int symbol);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor& color);
    [[nodiscard]] int size() const { return m_size; }
    void setSize(int size);
    [[nodiscard]] bool isMirrored() const { return m_mirrored; }
    void setMirrored(bool mirrored);

    void paint(QPainter* painter) override;

    /// The resource path of a symbol's drawing; empty for None and for values outside the enumeration.
    [[nodiscard]] static QString fileOf(int symbol);

signals:
    void symbolChanged();
    void colorChanged();
    void sizeChanged();
    void mirroredChanged();

private:
    int m_symbol = None;
    QColor m_color = Qt::black;
    int m_size = 20;
    bool m_mirrored = false;
};

} // namespace mmm::controls
