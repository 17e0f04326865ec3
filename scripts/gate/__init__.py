"""What the QGIS plugin repository checks on an uploaded zip, checked here on the built one: `make gate`."""
