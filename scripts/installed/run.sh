#!/usr/bin/env bash
# Installs the zip on fresh Debian systems and runs the main job there: same ranking as in this checkout?
#
#   scripts/installed/run.sh dist/innovation_clusters-1.2.3.zip bookworm trixie forky
#
# Every system is made by debootstrap in a folder of its own under $CHROOTS (the system's temporary folder where
# nothing else is said) and removed afterwards; KEEP=yes leaves it. Needs root, 5 GB for one system at a time, and
# a machine that gets Debian's packages itself: the address is taken from its apt.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

fail() {
    printf 'test-installed: %s\n' "$1" >&2
    exit 1
}
say() { printf 'test-installed: %s\n' "$1"; }

zip=$(readlink -f "${1:?the zip}")
shift
[ $# -gt 0 ] || set -- bookworm trixie forky
for suite in "$@"; do
    case $suite in bookworm | trixie | forky) ;; *) fail "DEBIAN is bookworm, trixie or forky, not $suite." ;; esac
done
[ "$(id -u)" = 0 ] || fail "making a system in a folder takes root: sudo make test-installed."

# Mounts made from here on are seen by nobody else and end with this process.
if [ "${INSTALLED_UNSHARED:-}" != $$ ]; then
    INSTALLED_UNSHARED=$$ exec unshare --mount --propagation private "$0" "$zip" "$@"
fi

# The field names stay as they are: apt fills them in.
# shellcheck disable=SC2016
source=$(apt-get indextargets --format '$(ORIGIN)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' |
    sed -n 's/^Debian|main|//p' | grep -v security | head -n 1)
[ -n "$source" ] || fail "no apt source of this machine carries Debian main."
command -v debootstrap >/dev/null ||
    DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends debootstrap >/dev/null ||
    fail "debootstrap is missing and could not be installed."
certificates=/etc/ssl/certs/ca-certificates.crt
proxies=$(apt-config dump | grep -E '^Acquire::(http|https)::(Proxy|Verify)' || true)

chroots=${CHROOTS:-${TMPDIR:-/tmp}}
mkdir -p "$chroots"
scratch=$(mktemp -d "$chroots/innovation-clusters.XXXXXX")
log=$root/.build/installed.log
mkdir -p "$root/.build"
: >"$log"
clean_up() {
    # --one-file-system: what is mounted into a system is not the system's.
    umount "$scratch"/*/proc 2>/dev/null || true
    if [ "${KEEP:-}" = yes ]; then say "kept: $scratch"; else rm -rf --one-file-system "$scratch"; fi
}
trap clean_up EXIT
step() {
    printf '\n### %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null || fail "\"$*\" failed; the log is $log."
}

# --- what is expected --------------------------------------------------------------------------------
expected=$scratch/expected
step "$root/scripts/env.sh" "$root/.venv/bin/python" "$here/main_job.py" "$root" "$expected"

# --- one system --------------------------------------------------------------------------------------
try() {
    local suite=$1 system=$scratch/$1 started=$SECONDS free
    free=$(df --output=avail -k "$scratch" | tail -n 1)
    [ "$free" -gt $((5 * 1024 * 1024)) ] || fail "$scratch has $((free / 1024)) MB left; a system takes 5 GB. Set CHROOTS."
    # Every Debian of today is made alike; an older debootstrap does not know the newest by name.
    local recipe=/usr/share/debootstrap/scripts/$suite
    [ -e "$recipe" ] || recipe=/usr/share/debootstrap/scripts/sid
    say "$suite: making the system"
    step debootstrap --variant=minbase "$suite" "$system" "$source" "$recipe"
    cp -L /etc/resolv.conf "$system/etc/resolv.conf"
    mkdir -p "$system/etc/ssl/certs" "$system/srv/installed"
    if [ -s $certificates ]; then
        cp -L $certificates "$system$certificates"
        cp -L $certificates "$system/srv/installed/certificates.pem"
    fi
    # A mirror may be weeks behind: what it has of a suite that changes daily is past its date then.
    printf '%s\nAcquire::Check-Valid-Until "false";\n' "$proxies" >"$system/etc/apt/apt.conf.d/90host"
    printf 'deb %s %s main\n' "$source" "$suite" >"$system/etc/apt/sources.list"
    if [ "$suite" = bookworm ]; then
        # QGIS 3.40 is in the backports there.
        printf 'deb %s bookworm-backports main\n' "$source" >>"$system/etc/apt/sources.list"
    fi
    mount -t proc proc "$system/proc"
    cp "$zip" "$system/srv/installed/plugin.zip"
    cp "$here"/{main_job.py,install.py,in_debian.sh} "$system/srv/installed/"
    # With nothing of this machine's environment.
    in_system() { chroot "$system" /usr/bin/env -i /bin/bash /srv/installed/in_debian.sh "$@"; }
    as_user() {
        chroot --userspec=planner:planner "$system" /usr/bin/env -i /bin/bash /srv/installed/in_debian.sh "$@"
    }

    say "$suite: installing QGIS"
    step in_system qgis "$suite"
    say "$suite: $(in_system versions)"
    step as_user install
    # Without shapely one sentence says what is missing, and nothing else is wrong.
    if as_user job bare >"$scratch/said" 2>&1; then
        compare "$suite, packages that came with QGIS" bare
    else
        grep -q 'Python package shapely' "$scratch/said" && ! grep -q Traceback "$scratch/said" ||
            fail "$suite: without shapely the run says: $(<"$scratch/said")"
        say "$suite: without shapely one sentence says so"
    fi
    step in_system shapely "$suite"
    step as_user job numpy
    compare "$suite, numpy" numpy
    step in_system numba "$suite"
    step as_user job numba
    compare "$suite, numba" numba
    step as_user manager
    python3 "$here/main_job.py" --manager "$system/home/planner/manager.json" "$zip" ||
        fail "$suite: the plugin manager did not install, reload and remove it cleanly."
    say "$suite: installed from the zip, reloaded and removed by QGIS's plugin manager"
    umount "$system/proc"
    if [ "${KEEP:-}" != yes ]; then rm -rf --one-file-system "$system"; fi
    say "$suite: passed in $((SECONDS - started)) s"
}
compare() {
    local told
    told=$(python3 "$here/main_job.py" --compare "$expected" "$system/home/planner/$2" 2>&1) || fail "$1: $told"
    say "$1: $told"
}

for suite in "$@"; do try "$suite"; done
