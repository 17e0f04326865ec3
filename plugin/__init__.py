"""What QGIS holds on to: life cycle, provider, styling of outputs, layouts."""
