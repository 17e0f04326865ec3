#!/usr/bin/env bash
# Runs a command with the checkout's packages, and with the checkout as the plugin of a QGIS profile of its own:
#
#   scripts/env.sh qgis_process run innovationclusters:densityclusters -- INPUT=… OUTPUT=…
#   scripts/env.sh .venv/bin/python -m pytest tests/unit/test_package.py
#
# Needs `make setup`. The user's own QGIS profile is neither read nor written.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
made=$root/.build

# The root is the package, whatever the checkout's folder is called.
mkdir -p "$made/package"
ln -sfn ../.. "$made/package/innovation_clusters"

export QGIS_CUSTOM_CONFIG_PATH=${QGIS_CUSTOM_CONFIG_PATH:-$made/qgis}
profile=$made/qgis/profiles/default
if [ ! -e "$profile/QGIS/QGIS3.ini" ]; then
    mkdir -p "$profile/QGIS" "$profile/python/plugins"
    for settings in QGIS3.ini QGIS4.ini; do
        printf '[PythonPlugins]\ninnovation_clusters=true\n' >"$profile/QGIS/$settings"
    done
fi
ln -sfn ../../../../../.. "$profile/python/plugins/innovation_clusters"

for packages in "$root"/.venv/lib/python3*/site-packages; do
    PYTHONPATH=$packages:$made/package${PYTHONPATH:+:$PYTHONPATH}
done
export PYTHONPATH
export QGIS_PREFIX_PATH=${QGIS_PREFIX_PATH:-/usr}
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM-offscreen}
# Debian's pyproj looks for its data beside the virtual environment otherwise.
if [ -z "${PROJ_DATA:-}" ] && [ -d /usr/share/proj ]; then export PROJ_DATA=/usr/share/proj; fi
if [ ! -d "${XDG_RUNTIME_DIR:-}" ]; then
    mkdir -p "$made/runtime"
    chmod 0700 "$made/runtime"
    export XDG_RUNTIME_DIR=$made/runtime
fi
# In the C locale Qt cannot open a file with a Korean name.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *.UTF-8 | *.utf8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac
exec "$@"
