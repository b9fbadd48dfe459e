"""Processing: every step of Outcrop as an algorithm of the toolbox, in batch, in models and in qgis_process."""
