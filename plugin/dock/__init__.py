"""The dock: four steps from data to maps, each of which opens the same algorithms as the toolbox."""
