#!/usr/bin/env bash
# Brings what this checkout needs to run: QGIS 3.40 or newer, and a virtual environment in .venv.
#
#   scripts/setup.sh run     what the demo needs
#   scripts/setup.sh test    that, and what tests, lint and benchmarks need
#
# Safe to call again at any time: when nothing is missing it returns at once and prints nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

level=${1:-run}
case $level in
    run | test) ;;
    *)
        echo "setup: the level must be 'run' or 'test', not '$level'." >&2
        exit 2
        ;;
esac

python=/usr/bin/python3 # QGIS's Python on Linux; another python3 may come first on PATH
oldest_qgis=34000
log=$PWD/.build/setup.log
stamp=.venv/setup-stamp

# Debian packages for every level; qgis itself is listed where it is installed.
apt_qgis=(qgis python3-qgis qgis-providers)
apt_common=(python3-venv python3-packaging python3-pandas python3-pyproj python3-scipy python3-rtree
    python3-markdown-it qttools5-dev-tools fonts-nanum)
# Debian 12 has shapely 1.8 and no geopandas 1.0; shapely 2 is compiled against the system's GEOS, because
# the GEOS inside the wheel and the one inside QGIS break each other in one process.
apt_bookworm=(build-essential pkg-config python3-dev libgeos-dev)
apt_trixie=(python3-shapely python3-geopandas python3-numba)
apt_test=(xvfb pyqt5-dev-tools)

pip_numba=("numba==0.68.*" "llvmlite==0.50.*")
pip_geopandas=("geopandas>=1.0,<1.1")
pip_shapely=("shapely>=2.0,<2.3")
# From 22 on it asks for numpy 2, which Debian 12's QGIS and GDAL are not built with.
pip_pyarrow=("pyarrow>=19,<22")
pip_test=("pytest==9.2.*" "hypothesis>=6.100,<7" "scikit-learn==1.9.*" "geographiclib>=2,<3" "ruff==0.17.*" "mypy==2.4.*")
# The gate (`make gate`): what the plugin repository runs, and PyQt6 to look names up in.
pip_gate=("bandit==1.9.*" "detect-secrets==1.5.*" "flake8==7.*" "PyQt6>=6.8,<7")
# What `make bench` compares with. It asks for numpy 2 and runs with the system's 1.24 (stable ABI).
pip_bench=("dbscan==1.0.*")

# The stamp names everything that would make the environment stale, found without starting a process
# slower than a checksum.
wanted() {
    printf '%s %s %s\n' "$1" "$(sha256sum <scripts/setup.sh | cut -c 1-64)" "$(readlink -f $python)"
}
set_up_already() {
    [ -f $stamp ] && [ -x .venv/bin/python ] && [ -e /usr/bin/qgis_process ] || return 1
    local found
    found=$(<$stamp)
    [ "$found" = "$(wanted test)" ] || [ "$found" = "$(wanted "$level")" ]
}
if set_up_already; then exit 0; fi

mkdir -p .build
# Two front-door commands started at once must not both install.
if command -v flock >/dev/null; then
    exec 9>.build/setup.lock
    flock 9
    if set_up_already; then exit 0; fi
fi
: >"$log"
started=$SECONDS
certificates=/etc/ssl/certs/ca-certificates.crt trusted=$PWD/.build/certificates.pem
if [ -s $certificates ]; then cp $certificates "$trusted"; fi

say() { printf 'setup: %s\n' "$1"; }
fail() {
    printf 'setup: %s\n' "$1" >&2
    exit 1
}
# step TEXT COMMAND...: one line for the reader, everything the command prints into the log.
step() {
    local text=$1
    shift
    say "$text"
    printf '\n### %s\n### %s\n' "$text" "$*" >>"$log"
    "$@" >>"$log" 2>&1 </dev/null || fail "\"$text\" failed; the log is $log."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
need_root() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null ||
        fail "packages are missing (${*}) and there is no sudo: run this as root, or have them installed."
    sudo -n true 2>/dev/null && return
    say "packages have to be installed; sudo may ask for your password"
    sudo -v || fail "packages are missing (${*}) and sudo was refused: run this as root, or have them installed."
}
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold "$@"
}
# A broken third-party source must not stop an installation that does not need it; the installation itself
# fails, and says so, where it does.
refresh_lists() { apt_get update || echo "apt-get update did not succeed entirely"; }

missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}
qgis_version() {
    [ -x $python ] || return 0
    QT_QPA_PLATFORM=offscreen $python -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)' 2>>"$log" || true
}
qgis_is_new_enough() {
    local version
    version=$(qgis_version)
    [ -n "$version" ] && [ "$version" -ge $oldest_qgis ] && [ -e /usr/bin/qgis_process ]
}

# The backports suite is reached exactly as this machine already reaches Debian: the source entry that carries
# bookworm main is copied, with its address, key and options, in whichever file and format apt found it.
add_backports() {
    local targets entry file number copy=/etc/apt/sources.list.d/innovation-clusters-backports
    # shellcheck disable=SC2016
    targets=$(apt-get indextargets --format '$(CODENAME)|$(COMPONENT)|$(ORIGIN)|$(SOURCESENTRY)' 'Created-By: Packages')
    if grep -q '^bookworm-backports|main|Debian' <<<"$targets"; then return; fi
    entry=$(grep -m 1 '^bookworm|main|Debian|' <<<"$targets" | cut -d '|' -f 4) || true
    if [ -z "$entry" ]; then
        echo "no apt source of this machine carries Debian bookworm main"
        return 1
    fi
    file=${entry%:*} number=${entry##*:}
    case $file in
        *.sources) # apt counts the stanzas of this format
            grep -v '^#' "$file" | awk -v number="$number" '
                BEGIN { RS = ""; FS = "\n" }
                NR == number {
                    for (line = 1; line <= NF; line++) {
                        if ($line ~ /^[^ \t]/) replaced = tolower($line) ~ /^(types|suites|components|pdiffs):/
                        if (!replaced) print $line
                    }
                    print "Types: deb\nSuites: bookworm-backports\nComponents: main"
                }' | as_root tee $copy.sources ;;
        *) # and the lines of the older one
            sed -n "${number}p" "$file" |
                sed -E 's/^(deb(-src)?)[ \t]+(\[[^]]*\][ \t]+)?([^ \t]+).*/deb \3\4 bookworm-backports main/' |
                as_root tee $copy.list ;;
    esac
    refresh_lists
}

# --- system packages -----------------------------------------------------------------------------
system=other system_name="this system"
if [ -r /etc/os-release ]; then
    # shellcheck disable=SC1091
    . /etc/os-release
    system_name=${PRETTY_NAME:-$system_name}
    case ${ID:-}-${VERSION_ID:-} in
        debian-12) system=bookworm ;;
        debian-11 | debian-10 | debian-9) ;;
        debian-*) system=trixie ;; # testing and unstable carry no version number
    esac
fi

others_message() {
    fail "$system_name is not set up automatically. Install these, then run the same command again: \
QGIS 3.40 or newer with its Python bindings for $python; the Python packages venv, packaging, pandas, pyproj, \
scipy, rtree, markdown-it-py; the system's shapely 2, or a C++ compiler, pkg-config and the headers of Python and GEOS to compile it; \
Qt's lrelease; a Korean font such as Nanum; for the tests also Xvfb. (Debian 12 and Debian 13 are set up by this command alone.)"
}

# Where the system has no shapely 2 of its own, it is compiled.
can_have_shapely() {
    $python -c 'import shapely; raise SystemExit(shapely.__version__ < "2")' 2>>"$log" ||
        { command -v c++ && command -v pkg-config && pkg-config --exists geos; } >>"$log" 2>&1
}
if [ $system = other ]; then
    if ! qgis_is_new_enough || ! can_have_shapely ||
        ! $python -c 'import venv, ensurepip, packaging, pandas, pyproj, scipy, rtree, markdown_it' 2>>"$log"; then
        others_message
    fi
else
    packages=("${apt_common[@]}")
    case $system in
        bookworm) packages+=("${apt_bookworm[@]}") ;;
        trixie) packages+=("${apt_trixie[@]}") ;;
    esac
    if [ "$level" = test ]; then packages+=("${apt_test[@]}"); fi
    mapfile -t packages < <(missing_packages "${packages[@]}")
    qgis_packages=()
    if ! qgis_is_new_enough; then qgis_packages=("${apt_qgis[@]}"); fi

    if [ ${#packages[@]} -gt 0 ] || [ ${#qgis_packages[@]} -gt 0 ]; then
        need_root "${qgis_packages[@]}" "${packages[@]}"
        step "reading the package lists" refresh_lists
        if [ ${#qgis_packages[@]} -gt 0 ]; then
            suite=()
            if [ $system = bookworm ]; then
                step "adding Debian's suite bookworm-backports, which has QGIS 3.40" add_backports
                suite=(-t bookworm-backports)
            fi
            step "installing QGIS (a few minutes)" apt_get install --no-install-recommends "${suite[@]}" "${qgis_packages[@]}"
            qgis_is_new_enough || fail "the QGIS that apt installed is older than 3.40 or does not start; the log is $log."
        fi
        if [ ${#packages[@]} -gt 0 ]; then
            step "installing ${#packages[@]} Debian packages" apt_get install --no-install-recommends "${packages[@]}"
        fi
    fi
fi

# --- virtual environment -------------------------------------------------------------------------
if [ ! -x .venv/bin/python ] || [ "$(readlink -f .venv/bin/python)" != "$(readlink -f $python)" ]; then
    # Not --clear: .venv/distributed and .venv/duckdb, which are not made here, would go as well.
    rm -rf .venv/{bin,include,lib,lib64,share,pyvenv.cfg}
    step "creating the virtual environment .venv" $python -m venv --system-site-packages .venv
fi
rm -f $stamp

# missing IMPORT-NAME MINIMUM: true where the environment has no such package or an older one. The package
# is looked up, not imported: importing the wrong one would be the crash this script avoids.
missing() {
    ! .venv/bin/python - "$@" <<'PY'
import sys
from importlib.metadata import PackageNotFoundError, version
name, minimum = sys.argv[1:]
try:
    found = tuple(int(part) for part in version(name).split(".")[:2])
except PackageNotFoundError:
    sys.exit(1)
sys.exit(found < tuple(int(part) for part in minimum.split(".")))
PY
}
# pip trusts a list of certificates of its own; behind a proxy that signs with the organisation's key only the
# system's list knows that key, in the form it had before apt installed ca-certificates and wrote it anew.
pip_install() { pip_install_into .venv "$@"; }
pip_install_gate() { pip_install_into .venv/gate "$@"; }
pip_install_into() {
    local chosen environment=$1
    shift
    chosen=$(.venv/bin/python -m pip config list | sed -n "s/.*\.cert='\(.*\)'/\1/p" | tail -n 1)
    if [ -s "$trusted" ] && [ "${chosen:-$certificates}" = "$certificates" ]; then export PIP_CERT=$trusted; fi
    "$environment"/bin/python -m pip install --disable-pip-version-check --no-input "$@"
}

if missing shapely 2.0; then
    step "compiling shapely against the system's GEOS" pip_install --no-deps --no-binary shapely "${pip_shapely[@]}"
fi
if missing numba 0.60; then
    step "installing numba" pip_install --no-deps "${pip_numba[@]}"
fi
if missing geopandas 1.0; then
    step "installing geopandas" pip_install --no-deps "${pip_geopandas[@]}"
fi
if missing pyarrow 15.0; then
    step "installing pyarrow" pip_install --no-deps "${pip_pyarrow[@]}"
fi
if [ "$level" = test ]; then
    # numpy and its dependents belong to QGIS and GDAL: pip may use them and never replace them.
    .venv/bin/python - >.build/constraints.txt <<'PY'
from importlib.metadata import version
for name in ("numpy", "scipy", "pandas", "pyproj", "shapely", "geopandas", "numba", "llvmlite", "pyarrow"):
    print(f"{name}=={version(name)}")
PY
    step "installing the test tools" pip_install --constraint .build/constraints.txt "${pip_test[@]}"
    step "installing what the benchmarks compare with" pip_install --no-deps "${pip_bench[@]}"
    # Apart from the rest: PyQt6 beside QGIS's PyQt5, and what the tools ask for, would break it.
    if [ ! -x .venv/gate/bin/python ]; then
        step "creating the virtual environment of the gate" $python -m venv --clear .venv/gate
    fi
    step "installing the tools of the gate" pip_install_gate "${pip_gate[@]}"
fi

# What goes wrong with mismatched libraries goes wrong on use or at exit, not on import.
works_together() {
    local scratch rc=0
    scratch=$(mktemp -d)
    QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$scratch QGIS_CUSTOM_CONFIG_PATH=$scratch \
        PROJ_DATA=${PROJ_DATA:-/usr/share/proj} .venv/bin/python - <<'PY' || rc=$?
import geopandas
import numba
import numpy as np
import rtree
import shapely
from qgis.core import QgsApplication, QgsGeometry

application = QgsApplication([], False)
application.initQgis()
disks = geopandas.GeoSeries(shapely.buffer(shapely.points(np.eye(3, 2)), 1.0), crs="EPSG:5179")
outline = shapely.to_wkt(disks.union_all())
if QgsGeometry.fromWkt(outline).isEmpty():
    raise SystemExit("shapely and QGIS do not understand each other's geometries")
if numba.njit(lambda number: number + 1)(1) != 2:
    raise SystemExit("numba does not calculate")
index = rtree.index.Index()
index.insert(7, (0.0, 0.0, 1.0, 1.0))
if list(index.intersection((0.5, 0.5, 0.6, 0.6))) != [7]:
    raise SystemExit("rtree does not find")
application.exitQgis()
PY
    rm -rf "$scratch"
    return $rc
}
step "checking that QGIS and the packages work together" works_together

wanted "$level" >$stamp
say "ready after $((SECONDS - started)) s"
