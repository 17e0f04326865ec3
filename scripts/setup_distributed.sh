#!/usr/bin/env bash
# Brings what the runs on Spark need, apart from everything else: an environment in .venv/distributed and a Java.
# Nothing of it is needed for QGIS. Safe to call again: when nothing is missing it returns at once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

environment=.venv/distributed
log=$PWD/.build/setup-distributed.log
stamp=$environment/setup-stamp
packages=("pyspark==4.3.*" "pyarrow>=18" "pandas>=2.2,<3" "numba>=0.60" "pytest==9.2.*" "hypothesis>=6.100,<7")

wanted=$(sha256sum <scripts/setup_distributed.sh)
if [ -f $stamp ] && [ "$(<$stamp)" = "$wanted" ] && command -v java >/dev/null; then exit 0; fi
mkdir -p .build
: >"$log"

fail() {
    printf 'setup: %s; the log is %s.\n' "$1" "$log" >&2
    exit 1
}
if ! command -v java >/dev/null; then
    echo 'setup: installing Java'
    as_root=()
    if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
    # Debian 12 has 17, Debian 13 has 21: Spark runs on both.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
        default-jre-headless >>"$log" 2>&1 || fail 'Java could not be installed'
fi
echo 'setup: installing Spark (a few minutes)'
/usr/bin/python3 -m venv $environment >>"$log" 2>&1 || fail 'the environment could not be made'
$environment/bin/python -m pip install --disable-pip-version-check --no-input "${packages[@]}" >>"$log" 2>&1 ||
    fail 'Spark could not be installed'
printf '%s\n' "$wanted" >$stamp
