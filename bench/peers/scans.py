"""Space-time permutation scan over arrays of circles by periods."""
import numpy as np

from peer import column, number


def space_time_scan():
    x, y = column("x"), column("y")
    place, period = column("place").astype(int), column("period").astype(int)
    steps, longest = int(number["steps"]), int(number["longest"])
    n = len(place)
    there = np.flatnonzero(np.bincount(place, minlength=len(x)))
    row = np.searchsorted(there, place)
    x, y = x[there], y[there]
    order = np.argsort((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2, axis=1, kind="stable")
    held = np.cumsum(np.bincount(row)[order], axis=1)
    centre, size = np.nonzero(held <= 0.5 * n)
    weight = held[centre, size]
    before = np.concatenate([[0], np.cumsum(np.bincount(period, minlength=steps))])

    def table(of):
        return np.bincount(row * steps + of, minlength=len(there) * steps).reshape(-1, steps)

    def best(counts):
        inside = np.cumsum(counts[order], axis=1)[centre, size]
        inside = np.concatenate([np.zeros((len(inside), 1), int), np.cumsum(inside, axis=1)], axis=1)
        found = (0.0,)
        for last in range(1, longest + 1):
            cases = inside[:, last:] - inside[:, :-last]
            expected = weight[:, None] * ((before[last:] - before[:-last]) / n)
            circle, first = np.nonzero((cases >= 2) & (cases > expected))
            some, usual = cases[circle, first], expected[circle, first]
            with np.errstate(invalid="ignore", divide="ignore"):
                rest = np.where(some < n, (n - some) * np.log((n - some) / (n - usual)), 0)
            ratio = some * np.log(some / usual) + rest
            if len(ratio) and ratio.max() > found[0]:
                k = ratio.argmax()
                found = (ratio[k], size[circle[k]] + 1, first[k], first[k] + last - 1, some[k])
        return found

    observed = best(table(period))
    random = np.random.default_rng(1)
    permutations = int(number["permutations"])
    reached = sum(best(table(random.permutation(period)))[0] >= observed[0] for _ in range(permutations))
    return {"ratio": [observed[0]], "found": observed[1:], "p": [(reached + 1) / (permutations + 1)]}
