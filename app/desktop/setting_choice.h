#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <functional>

namespace mmm::desktop {

/// A setting of which there are a few to choose from: their words, and which of them is in force. Lives in
/// the thread of the user interface, as part of Preferences.
class SettingChoice : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Part of Preferences")
    /// In the language that is shown.
    Q_PROPERTY(QStringList texts READ texts NOTIFY textsChanged)
    /// Writing it chooses; a number beyond the words changes nothing.
    Q_PROPERTY(int index READ index WRITE choose NOTIFY indexChanged)
public:
    struct Door
    {
        std::function<QStringList()> texts;
        std::function<int()> index;
        std::function<void(int)> choose;
    };

    explicit SettingChoice(Door door, QObject* parent = nullptr) : QObject(parent), m_door(std::move(door)) {}

    [[nodiscard]] QStringList texts() const { return m_door.texts(); }
    [[nodiscard]] int index() const { return m_door.index(); }
    void choose(int index)
    {
        if (index >= 0 && index < texts().size())
            m_door.choose(index);
    }

signals:
    void textsChanged();
    void indexChanged();

private:
    Door m_door;
};

} // namespace mmm::desktop
