# Sourced by setup.sh where there is no apt: says what the project needs there.

# Prints what to install and ends the command, unless the person says that it is there already.
sayWhatToInstall() {
    if [ "${MESH_DEPENDENCIES:-}" = installed ]; then
        return
    fi
    local lines=("This machine has no apt, so nothing was installed. What the project needs here:" "")
    case $(uname -s) in
        Darwin)
            lines+=("    brew install cmake ninja ccache pkg-config python qt qtkeychain botan zxing-cpp boost \\"
                "        glib gpgme libical openssl@3 rapidjson tl-expected") ;;
        MINGW* | MSYS* | CYGWIN*)
            lines+=("    Visual Studio 2022 with C++, CMake and Ninja; Qt 6.4 or newer from its own installer; then"
                "    vcpkg install botan boost-asio boost-beast qtkeychain-qt6 nu-book-zxing-cpp glib \\"
                "        libical openssl pkgconf rapidjson tl-expected"
                "and packaging\\windows\\build.ps1 instead of this command") ;;
        *)
            lines+=("    sudo dnf install cmake ninja-build gcc-c++ ccache pkgconf-pkg-config python3 \\"
                "        qt6-qtbase-devel qt6-qtbase-private-devel qt6-qtdeclarative-devel qt6-qttools-devel \\"
                "        qt6-qtsvg-devel qt6-linguist qtkeychain-qt6-devel botan3-devel zxing-cpp-devel \\"
                "        boost-devel glib2-devel gpgme-devel libical-devel openssl-devel rapidjson-devel expected-devel"
                "(names as in Fedora 44; other systems have the same libraries under similar names)") ;;
    esac
    lines+=("" "and everywhere libdecaf 1.0.2 (Ed448-Goldilocks), which only Debian and Ubuntu package: build it"
        "from its own source with CMake, and name its prefix in CMAKE_PREFIX_PATH."
        "" "When all that is there, run this again with MESH_DEPENDENCIES=installed.")
    giveUp "${lines[@]}"
}
