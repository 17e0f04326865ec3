"""What algorithms hand back: fields, columns, lines, sentences and the report."""
