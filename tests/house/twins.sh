#!/usr/bin/env bash
# Each source file has a test of its own that bears its name. Usage: twins.sh SOURCE_ROOT
set -euo pipefail
cd "$1"
failed=0
while IFS= read -r source; do
    twin="tests/$(dirname "$source")/tst_$(basename "$source" .cpp).cpp"
    if [ ! -e "$twin" ]; then
        echo "$source has no test $twin"
        failed=1
    fi
done < <(find core server client ui app -name '*.cpp' -not -path 'app/main.cpp' -not -path 'app/confabd.cpp' | sort)
exit $failed
