#!/usr/bin/env bash
# One step inside a fresh Debian; run.sh copies it there. As root: qgis, shapely, numba, versions.
# As the user planner: install, job, manager.
set -euo pipefail
here=/srv/installed
export HOME=/home/planner LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=/home/planner/run
export PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
plugins=$HOME/.local/share/QGIS/QGIS3/profiles/default/python/plugins
environment=/srv/installed/environment

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$@"
}
# Debian 12 has shapely 1.8 and no numba for this: what docs/installing.md says for it.
pip_install() {
    [ -d $environment ] || /usr/bin/python3 -m venv --system-site-packages $environment
    $environment/bin/pip install --disable-pip-version-check --no-deps "$@"
}
for packages in $environment/lib/python3*/site-packages; do
    if [ -d "$packages" ]; then export PYTHONPATH=$packages; fi
done

case $1 in
    qgis)
        apt-get -q update
        if [ "$2" = bookworm ]; then suite=(-t bookworm-backports); else suite=(); fi
        apt_install "${suite[@]}" qgis python3-qgis qgis-providers
        apt_install xvfb xauth
        useradd --create-home planner
        install -d -m 700 -o planner $XDG_RUNTIME_DIR
        ;;
    shapely)
        if [ "$2" = bookworm ]; then
            apt_install python3-venv python3-dev build-essential pkg-config libgeos-dev
            pip_install --no-binary shapely "shapely>=2.0,<2.3"
        else
            apt_install python3-shapely
        fi
        ;;
    numba)
        if [ "$2" = bookworm ]; then pip_install numba llvmlite; else apt_install python3-numba; fi
        ;;
    versions)
        python3 - <<'PY'
import platform

import numpy
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QT_VERSION_STR

print(f"QGIS {Qgis.version()}, Qt {QT_VERSION_STR}, Python {platform.python_version()}, numpy {numpy.__version__}")
PY
        ;;
    install)
        mkdir -p "$plugins"
        python3 -m zipfile -e $here/plugin.zip "$plugins"
        qgis_process plugins enable innovation_clusters
        ;;
    job)
        python3 $here/main_job.py "$plugins/innovation_clusters" "$HOME/$2"
        ;;
    manager)
        # A real window: without one, QGIS on Debian 13 ends before it has started.
        INSTALLED_ZIP=$here/plugin.zip INSTALLED_RESULT=$HOME/manager.json QT_QPA_PLATFORM=xcb \
            xvfb-run -a timeout 300 qgis --noversioncheck --nologo \
            --profiles-path "$HOME/manager" --code $here/install.py
        ;;
    *)
        echo "in_debian: there is no step $1." >&2
        exit 2
        ;;
esac
