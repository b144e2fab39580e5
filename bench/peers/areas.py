"""Areas, harm and what lies near: arithmetic on counts, all at once."""
import numpy as np
from scipy import stats
from scipy.spatial import cKDTree

from chances import binomial_interval, binomial_two_sided, false_discovery
from peer import column, number


def rates():
    counts, people = column("counts"), column("people")
    tail = (1 - number["level"]) / 2
    enough = people >= number["leastPopulation"]
    with np.errstate(invalid="ignore", divide="ignore"):
        scale = np.where(enough, number["per"] / people, np.nan)
        low = np.where(counts == 0, 0, stats.chi2.ppf(tail, 2 * counts) / 2)
    high = stats.chi2.ppf(1 - tail, 2 * counts + 2) / 2
    return {"rate": counts * scale, "low": low * scale, "high": high * scale}


def location_quotient():
    kind, counts = column("kind"), column("counts")
    region = kind.sum() / counts.sum()
    enough = counts >= number["floor"]
    low, high = binomial_interval(kind, counts, 0.95)
    p = np.full(len(kind), np.nan)
    p[enough] = [binomial_two_sided(a, b, region) for a, b in zip(kind[enough], counts[enough])]
    only = lambda values: np.where(enough, values, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        quotient = only(kind / counts / region)
    return {
        "quotient": quotient,
        "low": only(low / region),
        "high": only(high / region),
        "p": p,
        "q": false_discovery(p),
    }


def harm():
    columns = int(number["columns"])
    across = np.floor((column("x") - number["x0"]) / number["cell"])
    along = np.floor((column("y") - number["y0"]) / number["cell"])
    cell = (along * columns + across).astype(int)
    cells = columns * int(number["rows"])
    weights = np.nan_to_num(column("weights"))[column("kinds").astype(int)]
    total = np.bincount(cell, weights, minlength=cells)
    heaviest = np.zeros(cells)
    np.maximum.at(heaviest, cell, weights)
    with np.errstate(invalid="ignore"):
        largest = heaviest / total
    return {"harm": total, "variance": np.bincount(cell, weights**2, minlength=cells), "largest": largest}


def terrain():
    centres = np.column_stack([column("centreX"), column("centreY")])
    counts, factors = column("counts"), int(number["factors"])
    pattern = np.zeros(len(counts), int)
    for k in range(factors):
        assets = cKDTree(np.column_stack([column(f"assetX{k}"), column(f"assetY{k}")]))
        distance = assets.query(centres, distance_upper_bound=number["within"])[0]
        pattern |= (distance < number["within"]).astype(int) << k
    cells = np.bincount(pattern, minlength=1 << factors).astype(float)
    seen = np.bincount(pattern, counts, minlength=1 << factors)
    bits = (np.arange(1 << factors)[:, None] >> np.arange(factors)) & 1
    total, near, hits = seen.sum(), bits.T @ cells, bits.T @ seen
    share = near / cells.sum()
    enough = (np.minimum(share, 1 - share) * total >= 5) & (total >= 30)
    p = np.array([binomial_two_sided(h, total, s) if e else np.nan for h, s, e in zip(hits, share, enough)])
    q = false_discovery(p)
    kept = (q < 1 - number["level"]) & (hits > 0) & (hits < total)
    ratio = np.ones(factors)
    ratio[kept] = np.exp(poisson_regression(bits[:, kept], cells, seen))
    score = np.prod(np.where(bits == 1, ratio, 1), axis=1)[pattern]
    return {"q": q, "ratio": ratio, "score": score / score.min()}


def poisson_regression(bits, cells, seen):
    """Newton's rounds over the patterns that occur; coefficients without the level of all."""
    there = cells > 0
    design = np.column_stack([np.ones(there.sum()), bits[there]])
    cells, seen = cells[there], seen[there]
    own = np.zeros(design.shape[1])
    own[0] = np.log(seen.sum() / cells.sum())
    for _ in range(50):
        mean = cells * np.exp(design @ own)
        step = np.linalg.solve(design.T @ (design * mean[:, None]), design.T @ (seen - mean))
        own += step
        if np.abs(step).max() < 1e-12:
            break
    return own[1:]
