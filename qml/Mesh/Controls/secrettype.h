#pragma once

#include "base/secret.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace mmm::controls {

/// Lets QML name the type of a secret that it hands on: `property sharedSecret password`.
struct SecretType
{
    Q_GADGET
    QML_FOREIGN(mmm::SharedSecret)
    QML_VALUE_TYPE(sharedSecret)
};

} // namespace mmm::controls
