"""The worker as QGIS's process sees it: started, spoken to, ended with the plugin, and jobs as QGIS's tasks."""
