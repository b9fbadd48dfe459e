#!/bin/sh
# Everything that is to be known of a GPU, in at most eight minutes: prints the tables for benchmarks/README.md.
#
#   benchmarks/gpu.sh                      on a machine with a GPU
#   benchmarks/gpu.sh --device cpu --dry   the same script, tiny, where there is none
#
# PYTHON names an interpreter that has torch, rasterio and timm; else the checkout's .venv, else python3 where it has
# them, else an environment in build/gpu-env is made from the worker's lock (which needs the network).
set -eu
root=$(cd -- "$(dirname -- "$0")/.." && pwd)
has_all() { "$1" -I -c 'import rasterio, safetensors, torch' 2>/dev/null; }
python=${PYTHON:-$root/.venv/bin/python}
if ! has_all "$python"; then
  python=$(command -v python3)
  if ! has_all "$python"; then
    echo "Making an environment in build/gpu-env" >&2
    "$python" -m venv "$root/build/gpu-env"
    python=$root/build/gpu-env/bin/python
    "$python" -m pip install -q torch torchvision timm rasterio safetensors scikit-learn scipy pyogrio pyproj shapely affine
  fi
fi
cd "$root"
exec "$python" -m benchmarks.performance.gpu "$@"
