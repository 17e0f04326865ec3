#!/usr/bin/env bash
# Installs the zip on fresh Debian systems and runs the main job there: same ranking as in this checkout?
#
#   scripts/installed/run.sh dist/innovation_clusters-1.2.3.zip bookworm trixie forky
#
# Needs root and 5 GB for one system at a time; scripts/fresh_debian.sh makes and removes them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=scripts/fresh_debian.sh
. "$root/scripts/fresh_debian.sh"
begin test-installed "$0" "$@"

zip=$(readlink -f "${1:?the zip}")
shift
[ $# -gt 0 ] || set -- bookworm trixie forky
require_suites "$@"

# --- what is expected --------------------------------------------------------------------------------
expected=$scratch/expected
step "$root/scripts/env.sh" "$root/.venv/bin/python" "$here/main_job.py" "$root" "$expected"

# --- one system --------------------------------------------------------------------------------------
try() {
    local suite=$1 started=$SECONDS
    make_system "$suite"
    mkdir -p "$system/srv/installed"
    cp "$zip" "$system/srv/installed/plugin.zip"
    cp "$here"/{main_job.py,install.py,in_debian.sh} "$system/srv/installed/"
    local steps=(/bin/bash /srv/installed/in_debian.sh)

    say "$suite: installing QGIS"
    step in_system "${steps[@]}" qgis "$suite"
    say "$suite: $(in_system "${steps[@]}" versions)"
    step as_user planner "${steps[@]}" install
    # Without shapely one sentence says what is missing, and nothing else is wrong.
    if as_user planner "${steps[@]}" job bare >"$scratch/said" 2>&1; then
        compare "$suite, packages that came with QGIS" bare
    else
        grep -q 'Python package shapely' "$scratch/said" && ! grep -q Traceback "$scratch/said" ||
            fail "$suite: without shapely the run says: $(<"$scratch/said")"
        say "$suite: without shapely one sentence says so"
    fi
    step in_system "${steps[@]}" shapely "$suite"
    step as_user planner "${steps[@]}" job numpy
    compare "$suite, numpy" numpy
    step in_system "${steps[@]}" numba "$suite"
    step as_user planner "${steps[@]}" job numba
    compare "$suite, numba" numba
    step as_user planner "${steps[@]}" manager
    python3 "$here/main_job.py" --manager "$system/home/planner/manager.json" "$zip" ||
        fail "$suite: the plugin manager did not install, reload and remove it cleanly."
    say "$suite: installed from the zip, reloaded and removed by QGIS's plugin manager"
    remove_system
    say "$suite: passed in $((SECONDS - started)) s"
}
compare() {
    local told
    told=$(python3 "$here/main_job.py" --compare "$expected" "$system/home/planner/$2" 2>&1) || fail "$1: $told"
    say "$1: $told"
}

for suite in "$@"; do try "$suite"; done
