#!/usr/bin/env bash
# Brings what runs on engines need, apart from everything else: an environment in .venv/distributed with Spark and
# DuckDB, a Java, and PostgreSQL with PostGIS, of which the tests start one of their own.
# Nothing of it is needed for QGIS. Safe to call again: when nothing is missing it returns at once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

environment=.venv/distributed
log=$PWD/.build/setup-distributed.log
stamp=$environment/setup-stamp
packages=("pyspark[connect]==4.3.*" "duckdb==2.0.*" "psycopg2-binary>=2.9,<3" "pyarrow>=18" "pandas>=2.2,<3" "numba>=0.60" "pytest==9.2.*" "hypothesis>=6.100,<7")

# Debian 12 has Java 17 and PostgreSQL 15, Debian 13 has 21 and 17: either will do.
has_database() { compgen -G '/usr/share/postgresql/*/extension/postgis.control' >/dev/null; }

wanted=$(sha256sum <scripts/setup_distributed.sh)
if [ -f $stamp ] && [ "$(<$stamp)" = "$wanted" ] && command -v java >/dev/null && has_database; then exit 0; fi
mkdir -p .build
: >"$log"

fail() {
    printf 'setup: %s; the log is %s.\n' "$1" "$log" >&2
    exit 1
}
system=()
if ! /usr/bin/python3 -c 'import ensurepip' 2>/dev/null; then system+=(python3-venv); fi
if ! command -v java >/dev/null; then system+=(default-jre-headless); fi
if ! has_database; then system+=(postgresql postgresql-postgis); fi
if [ ${#system[@]} -gt 0 ]; then
    echo "setup: installing ${system[*]}"
    as_root=()
    if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
    "${as_root[@]}" apt-get -q update >>"$log" 2>&1 || fail 'the list of packages could not be read'
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
        "${system[@]}" >>"$log" 2>&1 || fail "${system[*]} could not be installed"
fi
echo 'setup: installing Spark and DuckDB (a few minutes)'
/usr/bin/python3 -m venv $environment >>"$log" 2>&1 || fail 'the environment could not be made'
$environment/bin/python -m pip install --disable-pip-version-check --no-input "${packages[@]}" >>"$log" 2>&1 ||
    fail 'Spark and DuckDB could not be installed'
# For the Python of QGIS, apart from what it has: the tests without it stay what they are.
$environment/bin/python -m pip install --disable-pip-version-check --no-input --no-deps --upgrade \
    --target .venv/duckdb "duckdb==2.0.*" >>"$log" 2>&1 || fail 'DuckDB could not be installed for QGIS'
printf '%s\n' "$wanted" >$stamp
