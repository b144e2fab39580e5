"""Density and Gi* as one writes them by hand with numpy and scipy: the yardstick of bench/run.ts.

usage: python3 peer_grids.py POINTS CELL BANDWIDTH RUNS    (POINTS: float64 x then float64 y, metres)
prints JSON: seconds of every run, and values to compare with.
"""
import json, sys, time
import numpy as np
from scipy import ndimage, stats

path, cell, bandwidth, runs = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
flat = np.fromfile(path)
x, y = flat[: len(flat) // 2], flat[len(flat) // 2 :]
x0, y0 = np.floor(x.min() / cell) * cell, np.floor(y.min() / cell) * cell
columns, rows = int((x.max() - x0) // cell) + 1, int((y.max() - y0) // cell) + 1
edges = [y0 + cell * np.arange(rows + 1), x0 + cell * np.arange(columns + 1)]


def count():
    return np.histogram2d(y, x, bins=edges)[0]


def density():
    """Quartic over binned counts: near to the exact one, and what people do."""
    reach = int(bandwidth // cell)
    dy, dx = np.mgrid[-reach : reach + 1, -reach : reach + 1] * cell / bandwidth
    rest = np.clip(1 - dx**2 - dy**2, 0, None)
    kernel = 3 / np.pi * rest**2 / bandwidth**2 * 1e6
    return ndimage.convolve(count(), kernel, mode="constant")


def gi_star():
    counts = count()
    ones = np.ones((3, 3))
    total = ndimage.convolve(counts, ones, mode="constant")
    weight = ndimage.convolve(np.ones_like(counts), ones, mode="constant")
    n, mean, sd = counts.size, counts.mean(), counts.std()
    z = (total - weight * mean) / (sd * np.sqrt((n * weight - weight**2) / (n - 1)))
    p = 2 * stats.norm.sf(np.abs(z))
    order = np.argsort(p, axis=None)
    ranked = p.ravel()[order] * n / np.arange(1, n + 1)
    q = np.empty(n)
    q[order] = np.minimum.accumulate(ranked[::-1])[::-1]
    return z, q


def times(work):
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        found.append(time.perf_counter() - start)
    return found, result


density_times, surface = times(density)
gi_times, (z, q) = times(gi_star)
print(json.dumps({"density": density_times, "gi": gi_times, "total": float(surface.sum() * cell**2 / 1e6),
                  "maxZ": float(z.max()), "significant": int((q < 0.05).sum())}))
