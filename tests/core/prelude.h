// What most tests of core include, read by the compiler once for all of them; see mesh_test_prelude.
#pragma once

#include "keystore/memory_store.h"
#include "mesh/account.h"
#include "mesh/groups.h"
#include "mesh/messaging.h"
#include "mesh/personal_mesh.h"
#include "schema/any.h"
#include "schema/make.h"
#include "service/server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <set>
#include <thread>
