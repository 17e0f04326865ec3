"""Print layouts: what is shown where, filled into templates, and written as PDF and PNG."""
