# Sourced by the commands of packaging/: one line per stage, the details in a log, and a way on when it fails.

projectRoot=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
logFolder=$projectRoot/build/logs

say() { printf "%s\n" "$@"; }

# Says what went wrong and what to do, and ends the command.
giveUp() {
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    exit 1
}

# stage <title> <what to do if it fails> <command>...
# The command's output goes to build/logs/<title>.log; its end is shown when the command fails.
stage() {
    local title=$1 advice=$2 log started
    shift 2
    mkdir -p "$logFolder"
    log=$logFolder/$(printf %s "$title" | tr -c '[:alnum:]\n' '-').log
    started=$SECONDS
    printf '%-44s' "$title"
    if "$@" >"$log" 2>&1 </dev/null; then
        printf '%5d s\n' "$((SECONDS - started))"
        return
    fi
    printf 'failed after %d s\n' "$((SECONDS - started))"
    printf '\nThe last lines of %s:\n\n' "$log" >&2
    tail -n 40 "$log" >&2
    giveUp "$title: failed. $advice" "The whole log is $log"
}
