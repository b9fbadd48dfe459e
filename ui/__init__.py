"""Everything that needs QGIS or Qt: the dock, tasks, layers and Processing algorithms."""
