"""Map every raster of a folder with one model, and write the classes as polygons beside each map.

In QGIS: Plugins ▸ Python Console ▸ Show Editor ▸ Open Script. Change the three names, and run it. What is there already
is left as it is, so that a second run goes on where the first one was stopped.
"""

from pathlib import Path

import processing

FOLDER = Path.home() / "imagery"
MODEL = Path.home() / "Documents" / "Outcrop" / "models" / "my model.safetensors"
RESULTS = FOLDER / "maps"

RESULTS.mkdir(parents=True, exist_ok=True)
images = sorted(path for path in FOLDER.iterdir() if path.suffix.lower() in {".tif", ".tiff", ".vrt"})
for number, image in enumerate(images, 1):
    map_file = RESULTS / f"{image.stem}_map.tif"
    polygon_file = RESULTS / f"{image.stem}_polygons.gpkg"
    if not map_file.exists():
        values = {"INPUT": str(image), "MODEL_FILE": str(MODEL), "OUTPUT": str(map_file)}
        processing.run("outcrop:predict", values)
    if not polygon_file.exists():
        values = {"PREDICTION": str(map_file), "LEAST_AREA_M2": 100.0, "OUTPUT": str(polygon_file)}
        processing.run("outcrop:predictionpolygons", values)
    print(f"{number} of {len(images)}: {map_file.name}")
