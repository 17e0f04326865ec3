"""What algorithms take: their shared parameters, checked, and read from layers into arrays."""
