# The Debian packages mesh-desktop and mesh-service. Libraries are found by dpkg-shlibdeps; what is loaded at run
# time (QML modules, the SQL driver, fonts) is the group [run] of debian-packages.txt.
set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)

file(STRINGS "${CMAKE_SOURCE_DIR}/packaging/debian-packages.txt" lines)
set(group "")
set(loaded "")
foreach(line IN LISTS lines)
    string(REGEX REPLACE "[ \t]*#.*" "" line "${line}")
    if(line MATCHES "^\\[(.*)\\]$")
        set(group "${CMAKE_MATCH_1}")
    elseif(line AND group STREQUAL "run")
        list(APPEND loaded "${line}")
    endif()
endforeach()
list(JOIN loaded ", " loaded)

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME mesh-desktop)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION net)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "${loaded}")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "gnome-keyring | keepassxc | kwalletmanager")

set(CPACK_DEBIAN_SERVICE_PACKAGE_NAME mesh-service)
set(CPACK_DEBIAN_SERVICE_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVICE_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers, libqt6sql6-sqlite")
set(CPACK_DEBIAN_SERVICE_DESCRIPTION "Carries sealed data between the devices of the people who have an account on it")
set(CPACK_DEBIAN_SERVICE_PACKAGE_CONTROL_EXTRA
    "${CMAKE_SOURCE_DIR}/packaging/linux/debian/postinst" "${CMAKE_SOURCE_DIR}/packaging/linux/debian/prerm")
