#pragma once

#include <QJSEngine>
#include <QQmlEngine>

namespace mmm::desktop {

/// Gives QML an object of the object graph as a singleton. The object exists before the engine and outlives
/// it; there is one at a time.
template<typename T>
class Published
{
public:
    static T* create(QQmlEngine*, QJSEngine*)
    {
        QJSEngine::setObjectOwnership(s_instance, QJSEngine::CppOwnership);
        return s_instance;
    }
    [[nodiscard]] static T* instance() { return s_instance; }

protected:
    explicit Published(T* self) { s_instance = self; }
    ~Published() { s_instance = nullptr; }

private:
    static inline T* s_instance = nullptr;
};

} // namespace mmm::desktop
