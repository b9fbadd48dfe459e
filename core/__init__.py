"""What Outcrop can do, free of Qt and QGIS, runnable headless."""
