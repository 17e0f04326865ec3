# Makes fresh Debian systems in folders, each removed when the script that sources this ends:
#
#   . scripts/fresh_debian.sh
#   begin test-installed "$0" "$@"    as root, alone with its mounts: call it first
#   make_system trixie                in $system, with what apt and pip need to reach what this machine reaches
#   remove_system
#
# Folders lie under $CHROOTS (the system's temporary folder where nothing else is said); KEEP=yes leaves them.
# A machine that gets Debian's packages itself is needed: the address is taken from its apt. The log is
# .build/NAME.log.
# shellcheck shell=bash

say() { printf '%s: %s\n' "$spoken" "$1"; }
fail() {
    printf '%s: %s\n' "$spoken" "$1" >&2
    exit 1
}
step() {
    printf '\n### %s\n' "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null || fail "\"$*\" failed; the log is $log."
}
require_suites() {
    local suite
    for suite in "$@"; do
        case $suite in
            bookworm | trixie | forky) ;;
            *) fail "DEBIAN is bookworm, trixie or forky, not $suite." ;;
        esac
    done
}

begin() {
    spoken=$1
    shift
    [ "$(id -u)" = 0 ] || fail "making a system in a folder takes root: sudo make $spoken."
    # Mounts made from here on are seen by nobody else and end with this process.
    if [ "${DEBIAN_UNSHARED:-}" != $$ ]; then
        DEBIAN_UNSHARED=$$ exec unshare --mount --propagation private "$@"
    fi
    # The field names stay as they are: apt fills them in.
    # shellcheck disable=SC2016
    source=$(apt-get indextargets --format '$(ORIGIN)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' |
        sed -n 's/^Debian|main|//p' | grep -v security | head -n 1)
    [ -n "$source" ] || fail "no apt source of this machine carries Debian main."
    command -v debootstrap >/dev/null ||
        DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends debootstrap >/dev/null ||
        fail "debootstrap is missing and could not be installed."
    local chroots=${CHROOTS:-${TMPDIR:-/tmp}}
    mkdir -p "$chroots" "$root/.build"
    scratch=$(mktemp -d "$chroots/innovation-clusters.XXXXXX")
    log=$root/.build/$spoken.log
    : >"$log"
    trap clean_up EXIT
}

make_system() {
    local suite=$1 free
    system=$scratch/$suite
    free=$(df --output=avail -k "$scratch" | tail -n 1)
    [ "$free" -gt $((5 * 1024 * 1024)) ] || fail "$scratch has $((free / 1024)) MB left; a system takes 5 GB. Set CHROOTS."
    # Every Debian of today is made alike; an older debootstrap does not know the newest by name.
    local recipe=/usr/share/debootstrap/scripts/$suite
    [ -e "$recipe" ] || recipe=/usr/share/debootstrap/scripts/sid
    say "$suite: making the system"
    step debootstrap --variant=minbase "$suite" "$system" "$source" "$recipe"
    cp -L /etc/resolv.conf "$system/etc/resolv.conf"
    mkdir -p "$system/etc/ssl/certs"
    local certificates=/etc/ssl/certs/ca-certificates.crt
    if [ -s $certificates ]; then
        cp -L $certificates "$system$certificates"
        # That one is made anew when the system gets its ca-certificates; pip has one that stays.
        cp -L $certificates "$system/etc/ssl/host.pem"
        printf '[global]\ncert = /etc/ssl/host.pem\n' >"$system/etc/pip.conf"
    fi
    # A mirror may be weeks behind: what it has of a suite that changes daily is past its date then.
    {
        apt-config dump | grep -E '^Acquire::(http|https)::(Proxy|Verify)' || true
        echo 'Acquire::Check-Valid-Until "false";'
    } >"$system/etc/apt/apt.conf.d/90host"
    printf 'deb %s %s main\n' "$source" "$suite" >"$system/etc/apt/sources.list"
    if [ "$suite" = bookworm ]; then
        # QGIS 3.40 is in the backports there.
        printf 'deb %s bookworm-backports main\n' "$source" >>"$system/etc/apt/sources.list"
    fi
    mount -t proc proc "$system/proc"
}

# In a system, with nothing of this machine's environment: in_system COMMAND..., as_user NAME COMMAND...
in_system() { chroot "$system" /usr/bin/env -i "$@"; }
as_user() { chroot --userspec="$1:$1" "$system" /usr/bin/env -i "${@:2}"; }

remove_system() {
    unmount
    if [ "${KEEP:-}" != yes ]; then rm -rf --one-file-system "$system"; fi
}
unmount() {
    local at
    awk -v under="$scratch/" 'index($2, under) == 1 { print $2 }' /proc/self/mounts | sort -r |
        while read -r at; do umount "$at" || true; done
}
clean_up() {
    unmount
    # --one-file-system: what is mounted into a system is not the system's.
    if [ "${KEEP:-}" = yes ]; then say "kept: $scratch"; else rm -rf --one-file-system "$scratch"; fi
}
