# Sourced by the commands of packaging/: configures and builds a preset. Needs stages.sh and setup.sh.

buildAdvice="If sources changed, see the first error above; otherwise remove the folder build and run this again."

# configure <preset> [<cmake argument>...]
configure() {
    local preset=$1
    shift
    stage "Configuring ($preset)" "$buildAdvice" cmake -S "$projectRoot" --preset "$preset" "$@"
}

# build <preset> [<target>...]
build() {
    local preset=$1
    shift
    stage "Building ($preset)" "$buildAdvice" cmake --build "$projectRoot/build/$preset" ${1:+--target "$@"}
}

# runTests <preset> [<ctest argument>...]: on a D-Bus session without any Secret Service and in a home of its
# own, so that no test can see the user's; a test that wants a keyring starts one. More at once than there are
# processors, because many wait most of their time. ctest's summary comes last.
runTests() {
    local preset=$1
    shift
    "$projectRoot/tests/support/with-keyring" --provider none -- \
        ctest --test-dir "$projectRoot/build/$preset" --parallel 3 --output-on-failure --no-tests=error "$@"
}
