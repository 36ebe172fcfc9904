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

# Sets processorSeconds to what the commands that ended so far have used. `times` counts for this shell alone,
# so it must not run in a substitution.
countProcessorTime() {
    local line
    times >"$logFolder/.times"
    line=$(tail -n 1 "$logFolder/.times")
    processorSeconds=$(awk '{ for (i = 1; i <= 2; ++i) { split($i, t, /[ms]/); sum += 60 * t[1] + t[2] }
                              printf "%d", sum + 0.5 }' <<<"$line")
}

# stage <title> <what to do if it fails> <command>...
# Prints how long the command took and how much processor time, which a busy machine does not distort.
# The command's output goes to build/logs/<title>.log; its end is shown when the command fails.
stage() {
    local title=$1 advice=$2 log started startedProcessor processorSeconds
    shift 2
    mkdir -p "$logFolder"
    log=$logFolder/$(printf %s "$title" | tr -c '[:alnum:]\n' '-').log
    started=$SECONDS
    countProcessorTime
    startedProcessor=$processorSeconds
    printf '%-44s' "$title"
    if "$@" >"$log" 2>&1 </dev/null; then
        countProcessorTime
        printf '%5d s %6d s processor\n' "$((SECONDS - started))" "$((processorSeconds - startedProcessor))"
        return
    fi
    printf 'failed after %d s\n' "$((SECONDS - started))"
    printf '\nThe last lines of %s:\n\n' "$log" >&2
    tail -n 40 "$log" >&2
    giveUp "$title: failed. $advice" "The whole log is $log"
}
