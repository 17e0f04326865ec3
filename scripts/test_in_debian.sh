#!/usr/bin/env bash
# Runs make in a clone of the last commit on fresh Debian systems, as root and with nothing else installed:
#
#   scripts/test_in_debian.sh "test-distributed" bookworm trixie
#
# scripts/fresh_debian.sh makes and removes the systems. The data of the tests is there if it is here, and
# PYTEST_OPTIONS reach them.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/fresh_debian.sh
. "$root/scripts/fresh_debian.sh"
begin test-in-debian "$0" "$@"

read -r -a targets <<<"${1:?what make is to do}"
shift
[ $# -gt 0 ] || set -- bookworm trixie
require_suites "$@"
data=$(readlink -f "${INNOVATION_CLUSTERS_DATA:-$root/../shared/data}" || true)

in_clone() {
    in_system PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 CI="${CI:-}" \
        INNOVATION_CLUSTERS_DATA=/srv/data PYTEST_OPTIONS="${PYTEST_OPTIONS:-}" "$@"
}

for suite in "$@"; do
    started=$SECONDS
    make_system "$suite"
    step git clone --quiet "$root" "$system/srv/innovation_clusters"
    # PostgreSQL and Python ask for shared memory.
    mount -t tmpfs -o mode=1777 tmpfs "$system/dev/shm"
    if [ -d "$data" ]; then
        mkdir -p "$system/srv/data"
        mount --bind -o ro "$data" "$system/srv/data"
    fi
    step in_clone apt-get -q update
    step in_clone DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
        make git ca-certificates python3
    say "$suite: make ${targets[*]}"
    passed=yes
    in_clone make --no-print-directory -C /srv/innovation_clusters "${targets[@]}" \
        </dev/null >"$scratch/said" 2>&1 || passed=no
    cat "$scratch/said" >>"$log"
    # What has failed in there says why in logs that go with the system.
    [ $passed = yes ] || tail -n 40 "$system"/srv/innovation_clusters/.build/*.log >>"$log" 2>&1 || true
    grep -E '^(FAILED|ERROR|SKIPPED)|^=.* (passed|failed|error)' "$scratch/said" || true
    [ $passed = yes ] || fail "$suite: make ${targets[*]} failed; the log is $log."
    remove_system
    say "$suite: passed in $((SECONDS - started)) s"
done
