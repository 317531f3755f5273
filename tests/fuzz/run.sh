#!/usr/bin/env bash
# Runs the fuzzers that the preset fuzz built and says what they did. Usage: run.sh SECONDS TARGET … | --in-all SECONDS
# The seconds are each target's, or those of all of them together. What they find interesting is kept in build/fuzz/corpus, what they
# find wrong in build/fuzz/findings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [ "$1" = --in-all ]; then
    all=(tests/fuzz/corpus/*)
    seconds=$(($2 / ${#all[@]}))
    [ "$seconds" -gt 0 ] || seconds=1
    set -- "${all[@]##*/}"
else
    seconds=$1
    shift
fi

findings=build/fuzz/findings
mkdir -p "$findings"
failed=0
printf '%-10s %12s %9s %6s %8s %s\n' target executions per_second cov ft verdict
for target; do
    corpus=build/fuzz/corpus/$target
    log=build/fuzz/$target.log
    mkdir -p "$corpus"
    verdict=passed
    QT_LOGGING_RULES="*=false" build/fuzz/tests/fuzz/fuzz_"$target" -max_total_time="$seconds" -print_final_stats=1 -timeout=10 \
        -use_value_profile=1 -artifact_prefix="$findings/$target-" "$corpus" "tests/fuzz/corpus/$target" >"$log" 2>&1 || verdict=FAILED
    stat() { sed -n "s/^stat::$1: *//p" "$log" | tail -1; }
    last() { grep -o " $1: [0-9]*" "$log" | tail -1 | grep -o '[0-9]*$'; }
    printf '%-10s %12s %9s %6s %8s %s\n' "$target" "$(stat number_of_executed_units)" "$(stat average_exec_per_sec)" \
        "$(last cov)" "$(last ft)" "$verdict"
    if [ "$verdict" = FAILED ]; then
        failed=1
        grep -v '^#[0-9]' "$log" | tail -60
    fi
done
exit $failed
