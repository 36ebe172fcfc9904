# Functions that declare a target of the project, one kind each.

# mesh_core_library(<folder> SOURCES <file>... [DEPENDS <target>...] [PRIVATE_DEPENDS <target>...])
# One library per core folder: target core_<folder>, alias core::<folder>. It is static but under sanitizers, see
# MeshOptions.cmake.
# Headers are included by their path below core/, such as "encoding/json.h".
function(mesh_core_library folder)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(core_${folder} ${MESH_CORE_LIBRARY} ${ARG_SOURCES})
    add_library(core::${folder} ALIAS core_${folder})
    set_target_properties(core_${folder} PROPERTIES UNITY_BUILD ${MESH_UNITY})
    target_include_directories(core_${folder} PUBLIC "${CMAKE_SOURCE_DIR}/core")
    target_link_libraries(core_${folder} PUBLIC ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE_DEPENDS})
endfunction()

# What a test is told where sanitizers watch it.
set(MESH_SANITIZER_ENVIRONMENT "")
if(MESH_SANITIZE)
    set(MESH_SANITIZER_ENVIRONMENT QTEST_FUNCTION_TIMEOUT=1500000 UBSAN_OPTIONS=print_stacktrace=1
        "LSAN_OPTIONS=print_suppressions=0:suppressions=${CMAKE_SOURCE_DIR}/tests/support/leaks-of-libraries.txt"
        "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/races-of-libraries.txt")
endif()

# mesh_test_prelude(<name> HEADER <file> DEPENDS <target>...)
# Reading the same headers takes the compiler most of the time that a test needs, so where MESH_UNITY is on they are
# read once: the tests declared after this in a folder and below start from its result.
function(mesh_test_prelude name)
    cmake_parse_arguments(ARG "" "HEADER" "DEPENDS" ${ARGN})
    if(NOT MESH_UNITY)
        return()
    endif()
    file(GENERATE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp" CONTENT "")
    add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE ${ARG_DEPENDS})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    if(NOT MSVC)
        target_compile_options(${name} PRIVATE -O0 -U_FORTIFY_SOURCE)
    endif()
    target_precompile_headers(${name} PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/${ARG_HEADER}")
    set(MESH_TEST_PRELUDE ${name} PARENT_SCOPE)
endfunction()

# mesh_test(<name> SOURCES <file>... DEPENDS <target>... [ENVIRONMENT <name=value>...] [TIMEOUT <seconds>]
#           [LABELS <label>...] [NO_PRELUDE])
# A Qt Test executable registered with ctest; it runs without a display and never sees the user's own data. NO_PRELUDE
# is for tests with other modules of Qt than the prelude of the folder.
function(mesh_test name)
    cmake_parse_arguments(ARG "NO_PRELUDE" "TIMEOUT" "SOURCES;DEPENDS;ENVIRONMENT;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(MESH_SANITIZE)
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE ${ARG_DEPENDS} Qt6::Test)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    # A test runs once; optimising its own code takes longer than running it.
    if(NOT MSVC)
        target_compile_options(${name} PRIVATE -O0 -U_FORTIFY_SOURCE)
    endif()
    if(MESH_TEST_PRELUDE AND NOT ARG_NO_PRELUDE)
        target_precompile_headers(${name} REUSE_FROM ${MESH_TEST_PRELUDE})
        # which is empty, or nearly
        set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
            PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set(environment
        QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software QT_FORCE_STDERR_LOGGING=1
        "HOME=${CMAKE_BINARY_DIR}/tests/home" "XDG_DATA_HOME=${CMAKE_BINARY_DIR}/tests/home/data"
        "XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/tests/home/config" "XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/tests/home/cache"
        ${MESH_SANITIZER_ENVIRONMENT} ${ARG_ENVIRONMENT})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()

# QML is compiled to C++, which takes long to build and is quick to start. While working on pages it may stay as it is.
option(MESH_COMPILE_QML "Compile QML to C++" ON)
if(NOT MESH_COMPILE_QML)
    set(MESH_QML_OPTIONS NO_CACHEGEN)
else()
    set(MESH_QML_OPTIONS "")
endif()

# mesh_qml_target(<target>)
# Settings of a target with QML files; call it before qt_add_qml_module, which also takes ${MESH_QML_OPTIONS}.
# The C++ made from QML has lambdas that shadow their parameters by design.
function(mesh_qml_target target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    if(NOT MSVC)
        target_compile_options(${target} PRIVATE -Wno-shadow)
    endif()
endfunction()
