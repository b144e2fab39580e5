"""The methods as one writes them by hand with numpy and scipy."""
import sys

import numpy as np
from scipy import ndimage, stats
from scipy.spatial import cKDTree

from areas import harm, location_quotient, rates, terrain
from chances import false_discovery
from peer import column, number, run
from scans import space_time_scan
from series import bursts, trend

OTHERS = [bursts, harm, location_quotient, rates, space_time_scan, terrain, trend]


def bins(axis, count):
    return number[axis] + number["cell"] * np.arange(int(number[count]) + 1)


def edges():
    return [bins("y0", "rows"), bins("x0", "columns")]


def counted():
    return np.histogram2d(column("y"), column("x"), bins=edges())[0]


def counted_by_step():
    steps = number["first"] + number["step"] * np.arange(int(number["steps"]) + 1)
    cube = np.column_stack([column("times"), column("y"), column("x")])
    return np.histogramdd(cube, bins=[steps, *edges()])[0]


def counts():
    return {"value": counted()}


def quartic():
    """Over binned counts: near to the exact one, and what people do."""
    reach = int(number["bandwidth"] // number["cell"])
    dy, dx = np.mgrid[-reach : reach + 1, -reach : reach + 1] * number["cell"] / number["bandwidth"]
    kernel = 3 / np.pi * np.clip(1 - dx**2 - dy**2, 0, None) ** 2 / number["bandwidth"] ** 2 * 1e6
    return {"value": ndimage.convolve(counted(), kernel, mode="constant")}


def around(values):
    return ndimage.convolve(values, np.ones((3, 3)), mode="constant")


def gi_star():
    values = counted()
    weight = around(np.ones_like(values))
    n = values.size
    spread = values.std() * np.sqrt((n * weight - weight**2) / (n - 1))
    z = (around(values) - weight * values.mean()) / spread
    return {"z": z, "q": false_discovery(2 * stats.norm.sf(np.abs(z)).ravel())}


def emerging():
    cube = counted_by_step()
    steps = len(cube)
    sums = np.stack([around(step) for step in cube])
    weight = np.broadcast_to(around(np.ones_like(cube[0])), cube.shape).copy()
    weight[1:] *= 2
    sums[1:] += sums[:-1].copy()
    n = cube.size
    z = (sums - weight * cube.mean()) / (cube.std() * np.sqrt((n * weight - weight**2) / (n - 1)))
    z = z.reshape(steps, -1).T.copy()
    return {"z": z, "trend": mann_kendall(z)}


def mann_kendall(z):
    n = z.shape[1]
    s = sum(np.sign(z[:, lag:] - z[:, :-lag]).sum(axis=1) for lag in range(1, n))
    ordered = np.sort(z, axis=1)
    ties = np.zeros(len(z))
    run_length = np.ones(len(z))
    for k in range(1, n + 1):
        equal = ordered[:, k] == ordered[:, k - 1] if k < n else np.zeros(len(z), bool)
        ties += np.where(equal, 0, run_length * (run_length - 1) * (2 * run_length + 5))
        run_length = np.where(equal, run_length + 1, 1)
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(s == 0, 0, (s - np.sign(s)) / np.sqrt(variance))


def change():
    before, after = (step.ravel().astype(int) for step in counted_by_step())
    pairs, which = np.unique(np.column_stack([before, after]), axis=0, return_inverse=True)
    p = [e_test(a, b) if a + b > 0 else np.nan for a, b in pairs]
    return {"p": np.array(p)[which.ravel()]}


def e_test(a, b):
    """scipy's poisson_means_test for equal exposures, with what it leaves out: exact ties and the far tails."""
    mean = (a + b) / 2
    counts = np.arange(max(0, int(mean - 12 * np.sqrt(mean))), int(mean + 12 * np.sqrt(mean)) + 40)
    chance = stats.poisson.pmf(counts, mean)
    first, second = counts[:, None], counts[None, :]
    with np.errstate(invalid="ignore", divide="ignore"):
        score = np.abs(first - second) / np.sqrt(first + second)
    far = score >= abs(a - b) / np.sqrt(a + b) - 1e-10
    return (np.outer(chance, chance) * far).sum()


def pattern():
    a, b = column("before"), column("after")
    total_a, total_b = a.sum(), b.sum()
    inside, whole = a + b, total_a + total_b
    with np.errstate(invalid="ignore", divide="ignore"):
        off = np.abs(a - total_a * inside / whole)
        off -= np.minimum(0.5, off)
        chi = off**2 * whole**3 / (total_a * total_b * inside * (whole - inside))
    p = stats.chi2.sf(chi, 1)
    return {"p": p, "q": false_discovery(p, dependent=True)}


def hit_rate():
    before, after = column("before"), column("after")
    n, total = len(after), after.sum()
    found = np.concatenate([[0], np.cumsum(after[np.lexsort((after, -before))])])
    best = np.concatenate([[0], np.cumsum(np.sort(after)[::-1])])
    shares = np.array([0.01, 0.02, 0.05])
    hits = np.interp(shares * n, np.arange(n + 1), found)
    most = np.interp(shares * n, np.arange(n + 1), best)
    return {"pai": hits / total / shares, "pei": hits / most}


def clock():
    """Spans as differences over the minutes of the week."""
    week = 10080
    start = column("times") + number["offset"] + 3 * 1440
    span = column("spans")
    known = span < week
    point = known & (span == 0)
    long = known & (span > 0)
    hours = np.bincount((start[point] % week // 60).astype(int), minlength=168).astype(float)
    share = 1 / span[long]
    first = (start[long] % week).astype(int)
    last = first + span[long].astype(int)
    rises = np.bincount(first, share, minlength=2 * week) - np.bincount(last, share, minlength=2 * week)
    minutes = np.cumsum(rises)
    hours += (minutes[:week] + minutes[week : 2 * week]).reshape(168, 60).sum(axis=1)
    return {"value": hours}


def gini_of(counts, axis=-1):
    ordered = np.sort(counts, axis=axis)
    n = ordered.shape[axis]
    ranks = np.arange(1, n + 1)
    return 2 * (ordered * ranks).sum(axis=axis) / (n * ordered.sum(axis=axis)) - (n + 1) / n


def gini():
    return {"gini": [gini_of(np.bincount(column("places").astype(int)))]}


def gini_interval():
    counts = column("counts")
    unbiased = lambda sample, axis=-1: gini_of(sample, axis) * sample.shape[axis] / (sample.shape[axis] - 1)
    found = stats.bootstrap((counts,), unbiased, n_resamples=1000, batch=50, method="BCa", random_state=1)
    return {"interval": list(found.confidence_interval)}


def nearest():
    points = np.column_stack([column("x"), column("y")])
    distances = cKDTree(points).query(points, k=2)[0][:, 1]
    n = len(points)
    return {"value": distances, "index": [distances.mean() / (0.5 / np.sqrt(n / number["area"]))]}


def rings():
    assets = cKDTree(np.column_stack([column("assetX"), column("assetY")]))
    distances = assets.query(np.column_stack([column("x"), column("y")]))[0]
    return {"value": np.histogram(distances, [0, 100, 200, np.nextafter(400, 0)])[0]}


SPACE = np.array([0, 1, 100, 200, 300, 400])
TIME = np.array([0, 7, 14, 21, 28])


def knox():
    x, y, days = column("x"), column("y"), column("days")
    n = len(x)
    i, j = cKDTree(np.column_stack([x, y])).query_pairs(400, p=1, output_type="ndarray").T
    apart = np.abs(x[i] - x[j]) + np.abs(y[i] - y[j])
    within = apart < 400
    i, j, apart = i[within], j[within], apart[within]
    band = np.searchsorted(SPACE, apart, side="right") - 1
    columns, rows = len(TIME), len(SPACE)
    near = np.bincount(band, minlength=rows - 1)

    def table(order):
        late = np.searchsorted(TIME, np.abs(order[i] - order[j]), side="right") - 1
        return np.bincount(band * columns + late, minlength=(rows - 1) * columns).reshape(rows - 1, columns)

    def full(inner):
        return np.vstack([inner, soon - inner.sum(axis=0)])

    by_day = np.bincount((days - days.min()).astype(int)).astype(float)
    pairs_at = lambda lag: (by_day[lag:] @ by_day[: len(by_day) - lag]) if lag else (by_day @ (by_day - 1)) / 2
    soon = np.array([sum(pairs_at(lag) for lag in range(a, b)) for a, b in zip(TIME[:-1], TIME[1:])])
    pairs = n * (n - 1) / 2
    soon = np.append(soon, pairs - soon.sum())
    spaces = np.append(near, pairs - near.sum())
    observed = full(table(days))
    random = np.random.default_rng(1)
    permutations = int(number["permutations"])
    reached = sum(full(table(random.permutation(days))) >= observed for _ in range(permutations))
    return {
        "observed": observed,
        "expected": np.outer(spaces, soon) / pairs,
        "p": (reached + 1) / (permutations + 1),
    }


def local_knox():
    x, y, days = column("x"), column("y"), column("days")
    n = len(x)
    i, j = cKDTree(np.column_stack([x, y])).query_pairs(number["distance"], p=1, output_type="ndarray").T
    within = np.abs(x[i] - x[j]) + np.abs(y[i] - y[j]) < number["distance"]
    i, j = i[within], j[within]
    count = lambda chosen: np.bincount(i[chosen], minlength=n) + np.bincount(j[chosen], minlength=n)
    near = count(np.ones(len(i), bool))
    links = count(np.abs(days[i] - days[j]) < number["span"])
    ordered = np.sort(days)
    recent = (
        np.searchsorted(ordered, days + number["span"], side="left")
        - np.searchsorted(ordered, days - number["span"], side="right")
        - 1
    )
    p = stats.hypergeom.sf(links - 1, n - 1, near, recent)
    return {"links": links, "p": np.where((near == 0) | (recent == 0), np.nan, p)}


def scan():
    x, y, cases, people = column("x"), column("y"), column("cases"), column("people")
    n, total, everyone = len(x), cases.sum(), people.sum()
    order = np.argsort((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2, axis=1, kind="stable")
    size = np.cumsum(people[order], axis=1)
    held = size <= 0.5 * everyone
    expected = total * size / everyone

    def part(a, b):
        return np.where(a > 0, a * np.log(np.where(a > 0, a, 1) / b), 0)

    def ratios(some):
        inside = np.cumsum(some[order], axis=1)
        if number["bernoulli"]:
            healthy, left = size - inside, everyone - size
            left_cases = total - inside
            share = lambda a, b: np.where(a > 0, a * np.log(np.where(a > 0, a, 1) / b), 0)
            alone = share(total, everyone) + share(everyone - total, everyone)
            found = share(inside, size) + share(healthy, size)
            found = found + share(left_cases, left) + share(left - left_cases, left) - alone
        else:
            found = part(inside, expected) + part(total - inside, total - expected)
        return np.where(held & (inside >= 2) & (inside > expected), found, 0)

    random = np.random.default_rng(1)
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = ratios(cases)
        best = observed.max()
        deal = random.multivariate_hypergeometric if number["bernoulli"] else None
        draw = (
            (lambda: deal(people.astype(int), int(total)))
            if deal
            else (lambda: random.multinomial(int(total), people / everyone))
        )
        reached = sum(ratios(draw()).max() >= best for _ in range(int(number["permutations"])))
    circle = np.unravel_index(np.argmax(observed), observed.shape)[1] + 1
    return {"ratio": [best], "places": [circle], "p": [(reached + 1) / (number["permutations"] + 1)]}


def displacement():
    t0, t1, c0, c1 = (column(name) for name in ("t0", "t1", "c0", "c1"))
    estimate = (t1 - t0) - (c1 - c0)
    return {"estimate": estimate, "z": estimate / np.sqrt(t0 + t1 + c0 + c1)}


own = {one.__name__: one for one in OTHERS}
run(own.get(sys.argv[1]) or globals()[sys.argv[1]])
