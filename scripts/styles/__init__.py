"""The one source of colours, labels, field aliases and map tips: writes the QML files in resources/styles.

    scripts/env.sh .venv/bin/python scripts/styles

The files are written by QGIS itself and then freed of what belongs to the machine that wrote them (fonts,
random ids). Texts are English; the plugin translates them when it loads a style, see plugin/styles.py.
"""
