#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace mmm::desktop {

/// A name that somebody else chose, to be put into a sentence: whatever it holds, it changes neither the
/// order of the words around it nor where they end. Marks that would do so are left out of it, and a name
/// that does not simply run from left to right is set apart (U+2068, U+2069; UAX #9). For any thread.
[[nodiscard]] QString isolated(const QString& name);

/// The same for QML.
class Names : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
public:
    explicit Names(QObject* parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE static QString isolated(const QString& name) { return desktop::isolated(name); }
};

} // namespace mmm::desktop
