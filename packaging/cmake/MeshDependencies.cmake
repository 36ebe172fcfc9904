# Every library that the project uses is found here and nowhere else.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# Debian's Botan CMake package names a wrong include path, so pkg-config is used everywhere.
pkg_check_modules(Botan REQUIRED IMPORTED_TARGET botan-3>=3.6)
find_package(Decaf REQUIRED)
find_path(EXPECTED_INCLUDE_DIR tl/expected.hpp REQUIRED)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql)
find_package(Qt6Keychain REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL REQUIRED)
if(BUILD_TESTING)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
if(MESH_BUILD_DESKTOP)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Qml Quick QuickControls2 Svg Concurrent LinguistTools DBus)
    if(BUILD_TESTING)
        find_package(Qt6 6.4 REQUIRED COMPONENTS QuickTest)
    endif()
    find_package(ZXing REQUIRED)
endif()
