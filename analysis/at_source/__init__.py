"""Three questions put to where the rows are, so that they never have to travel.

  places    rows that state the same place are one, with how many they are: clusters need no more
  patterns  records that lie in the same clusters with as many addresses are one: ties need no more
  labels    the rows with their clusters, made where the rows are

An `Engine` puts them: DuckDB to files, PostGIS to a database; the text of the questions is the same. A group
of rows is judged as a row is, by the code that reads files and layers: SQL decides nothing about them.
"""
