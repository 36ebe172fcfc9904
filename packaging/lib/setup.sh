# Sourced by the commands of packaging/: installs what is missing. Needs stages.sh.

packageList=$projectRoot/packaging/debian-packages.txt

# Prints the Debian dependencies of the groups named, separated by commas.
dependenciesOf() {
    awk -v wanted=" $* " '
        { sub(/[ \t]*#.*/, "") }
        /^\[.*\]$/ { group = substr($0, 2, length($0) - 2); next }
        NF && index(wanted, " " group " ") { printf "%s%s", separator, $0; separator = ", " }' "$packageList"
}

# True if all dependencies are installed. Takes a tenth of a second; the tool comes with build-essential.
areInstalled() {
    command -v dpkg-checkbuilddeps >/dev/null && dpkg-checkbuilddeps -d "$1" /dev/null >/dev/null 2>&1
}

areOffered() { apt-get -qq --simulate satisfy --no-install-recommends "$1" >/dev/null 2>&1; }

asRoot() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# True for root and for whom sudo lets; asks for the password here, where the person sees it.
isAdministrator() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || sudo -v; }; }
}

installMissing() {
    # A mirror that is not needed here may fail; what is really missing shows in the next step.
    asRoot apt-get -q update || true
    local optional
    optional=$(dependenciesOf build-if-offered)
    if areOffered "$optional"; then missing="$missing, $optional"; fi
    asRoot env DEBIAN_FRONTEND=noninteractive apt-get -q -y satisfy --no-install-recommends "$missing"
}

botanPrefix() { "$projectRoot/packaging/botan" >"$projectRoot/build/botan-prefix"; }

# setUp <group>...: installs the packages of these groups and Botan, and tells CMake where Botan is.
setUp() {
    if ! command -v apt-get >/dev/null; then
        . "$projectRoot/packaging/lib/elsewhere.sh"
        sayWhatToInstall
        return
    fi
    missing=$(dependenciesOf "$@")
    if ! areInstalled "$missing"; then
        isAdministrator || giveUp "Packages are missing, which only an administrator can install:" "" \
            "    apt-get update" "    apt-get satisfy --no-install-recommends \"$missing\"" "" \
            "Then run this again."
        stage "Installing packages" "Check the network and the package sources, then run this again." installMissing
    fi
    mkdir -p "$projectRoot/build"
    stage "Botan" "The message above says what is missing." botanPrefix
    export CMAKE_PREFIX_PATH
    CMAKE_PREFIX_PATH=$(cat "$projectRoot/build/botan-prefix")${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}
}
