# Language level, warnings, sanitizers and the build cache: the settings that hold for every target.
include(CTest)

option(MESH_BUILD_DESKTOP "Build the desktop application (needs Qt Quick)" ON)
option(MESH_WERROR "Treat warnings as errors" OFF)
option(MESH_UNITY "Compile the files of a library several at a time, which takes a third of the time for a whole build" OFF)
option(MESH_FUZZ "Build the fuzz targets (needs clang)" OFF)
set(MESH_SANITIZE "" CACHE STRING "Comma-separated sanitizers, such as address,undefined or thread")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Sources below one checkout are hashed by their relative path, so that clones of the project share the cache.
find_program(MESH_CCACHE ccache)
if(MESH_CCACHE)
    set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${MESH_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

if(MSVC)
    add_compile_options(/W4 /utf-8 /permissive-)
    if(MESH_WERROR)
        add_compile_options(/WX)
    endif()
else()
    add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wundef)
    if(MESH_WERROR)
        add_compile_options(-Werror)
        # GCC 12 reports impossible sizes inside its own library once that is inlined
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            add_compile_options(-Wno-error=stringop-overread -Wno-error=stringop-overflow -Wno-error=array-bounds
                -Wno-error=restrict -Wno-error=maybe-uninitialized -Wno-error=free-nonheap-object)
        endif()
    endif()
endif()

# What a file keeps to itself in an unnamed namespace has a name that no neighbour in its folder has.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)

set(MESH_CORE_LIBRARY STATIC)
if(MESH_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(MESH_SANITIZE)
    add_compile_options(-fsanitize=${MESH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=${MESH_SANITIZE})
    if(MESH_SANITIZE MATCHES "thread")
        # it does not see fences, and Asio's come with locks that it sees
        add_compile_options(-Wno-tsan)
        add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
    endif()
    # Instrumented code is many times as large: a copy of it in each test program fills a disk.
    if(NOT MESH_FUZZ)
        set(MESH_CORE_LIBRARY SHARED)
        set(CMAKE_CXX_VISIBILITY_PRESET default)
        set(CMAKE_VISIBILITY_INLINES_HIDDEN OFF)
    endif()
elseif(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT MSVC)
    add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
    add_compile_options(-fstack-protector-strong -U_FORTIFY_SOURCE)
    # glibc's checks need the optimiser
    if(NOT CMAKE_CXX_FLAGS_RELEASE MATCHES "-O0")
        add_compile_options(-D_FORTIFY_SOURCE=2)
    endif()
endif()

# Linking so many test programs takes bfd longer than compiling many of them. What people install is linked as the
# system links.
if(MESH_SANITIZE OR CMAKE_CXX_FLAGS_RELEASE MATCHES "-O0")
    find_program(MESH_LLD ld.lld)
    if(MESH_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()
