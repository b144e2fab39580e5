"""scikit-learn, as its documentation uses it."""
import sys

import numpy as np
from sklearn.cluster import DBSCAN
from sklearn.neighbors import KernelDensity

from peer import column, number, run


def centres():
    x = number["x0"] + number["cell"] * (np.arange(int(number["columns"])) + 0.5)
    y = number["y0"] + number["cell"] * (np.arange(int(number["rows"])) + 0.5)
    return np.column_stack([a.ravel() for a in np.meshgrid(x, y)])


def density(x, y):
    """Of one incident, by km²."""
    tree = KernelDensity(kernel="epanechnikov", bandwidth=number["bandwidth"]).fit(np.column_stack([x, y]))
    return np.exp(tree.score_samples(centres())) * 1e6


def epanechnikov():
    x = column("x")
    return {"value": density(x, column("y")) * len(x)}


def weighted():
    weights = column("weights")
    some = weights > 0
    points = np.column_stack([column("x")[some], column("y")[some]])
    tree = KernelDensity(kernel="epanechnikov", bandwidth=number["bandwidth"])
    tree.fit(points, sample_weight=weights[some])
    return {"value": np.exp(tree.score_samples(centres())) * 1e6 * weights[some].sum()}


def dual():
    above = density(column("ownX"), column("ownY"))
    below = density(column("x"), column("y"))
    disc = np.pi * number["bandwidth"] ** 2 / 1e6
    few = below * len(column("x")) * disc < 5
    return {"value": np.where(few, np.nan, above / np.where(few, 1, below))}


def dbscan():
    points = np.column_stack([column("x"), column("y")])
    found = DBSCAN(eps=number["radius"], min_samples=int(number["minimum"])).fit(points)
    return {"value": found.labels_}


run({"epanechnikov": epanechnikov, "dual": dual, "weighted": weighted, "dbscan": dbscan}[sys.argv[1]])
