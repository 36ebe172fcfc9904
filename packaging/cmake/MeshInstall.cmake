# What `cmake --install` puts where, and the installers that CPack makes of it. Two components: the desktop
# application for a person, the service for a machine that keeps other people's meshes.
include(GNUInstallDirs)

set(programs "")
foreach(program mesh-desktop mesh-service mesh dare)
    if(TARGET ${program})
        list(APPEND programs ${program})
    endif()
endforeach()

if(APPLE AND TARGET mesh-desktop)
    set_target_properties(mesh-desktop PROPERTIES
        MACOSX_BUNDLE ON
        OUTPUT_NAME "Mesh Desktop"
        MACOSX_BUNDLE_INFO_PLIST "${CMAKE_SOURCE_DIR}/packaging/macos/Info.plist.in"
        MACOSX_BUNDLE_BUNDLE_NAME "Mesh Desktop"
        MACOSX_BUNDLE_GUI_IDENTIFIER org.meshdesktop.MeshDesktop
        MACOSX_BUNDLE_BUNDLE_VERSION "${PROJECT_VERSION}"
        MACOSX_BUNDLE_SHORT_VERSION_STRING "${PROJECT_VERSION}")
elseif(WIN32 AND TARGET mesh-desktop)
    set_target_properties(mesh-desktop PROPERTIES WIN32_EXECUTABLE ON)
endif()

foreach(program IN LISTS programs)
    if(WIN32)
        target_sources(${program} PRIVATE "${CMAKE_SOURCE_DIR}/packaging/windows/programs.manifest")
    endif()
    set(component desktop)
    if(program STREQUAL "mesh-service")
        set(component service)
    endif()
    install(TARGETS ${program}
        BUNDLE DESTINATION . COMPONENT ${component}
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT ${component})
endforeach()

if(UNIX AND NOT APPLE)
    set(id org.meshdesktop.MeshDesktop)
    install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/${id}.desktop"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/applications" COMPONENT desktop)
    install(FILES "${CMAKE_SOURCE_DIR}/resources/linux/${id}.metainfo.xml"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo" COMPONENT desktop)
    install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/mesh-desktop.svg"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" RENAME ${id}.svg COMPONENT desktop)

    foreach(kind system user)
        install(FILES "${CMAKE_SOURCE_DIR}/packaging/linux/mesh-service.${kind}.service"
            DESTINATION lib/systemd/${kind} RENAME mesh-service.service COMPONENT service)
    endforeach()
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/linux/mesh-service.sysusers"
        DESTINATION lib/sysusers.d RENAME mesh-service.conf COMPONENT service)
    install(FILES "${CMAKE_SOURCE_DIR}/packaging/linux/mesh-service.tmpfiles"
        DESTINATION lib/tmpfiles.d RENAME mesh-service.conf COMPONENT service)
endif()

set(CPACK_PACKAGE_NAME mesh-desktop)
set(CPACK_PACKAGE_VENDOR "Mesh Desktop")
set(CPACK_PACKAGE_CONTACT "The Mesh Desktop developers <mesh-desktop@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Contacts, bookmarks, tasks and passwords on all your devices, readable by you alone")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/installers")
set(CPACK_PACKAGE_INSTALL_DIRECTORY "Mesh Desktop")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL desktop service)
set(CPACK_COMPONENT_DESKTOP_DISPLAY_NAME "Mesh Desktop")
set(CPACK_COMPONENT_SERVICE_DISPLAY_NAME "Mesh service")
set(CPACK_COMPONENT_SERVICE_DISABLED ON)

if(WIN32)
    set(CPACK_GENERATOR NSIS ZIP)
    set(CPACK_PACKAGE_EXECUTABLES mesh-desktop "Mesh Desktop")
    set(CPACK_NSIS_DISPLAY_NAME "Mesh Desktop")
    set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\\\mesh-desktop.exe")
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_COMPONENTS_ALL desktop)
else()
    include("${CMAKE_SOURCE_DIR}/packaging/linux/Debian.cmake")
endif()
include(CPack)
