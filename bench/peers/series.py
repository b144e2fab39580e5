"""Trend, seasons and early warning over counts by period."""
import numpy as np
from scipy import stats

from peer import column, number


def counted():
    edges = number["first"] + number["step"] * np.arange(int(number["steps"]) + 1)
    return np.histogram(column("times"), edges)[0].astype(float)


def kendall(values):
    """S and its variance for every row of values."""
    n = values.shape[1]
    later, earlier = np.triu_indices(n, 1)[::-1]
    s = np.sign(values[:, later] - values[:, earlier]).sum(axis=1)
    sizes = [np.unique(row, return_counts=True)[1] for row in values]
    ties = np.array([(t * (t - 1) * (2 * t + 5)).sum() for t in sizes])
    return s.sum(), ((n * (n - 1) * (2 * n + 5) - ties) / 18).sum()


def score(s, variance):
    z = (s - np.sign(s)) / np.sqrt(variance)
    return [z, 2 * stats.norm.sf(abs(z))]


def trend():
    counts = counted()
    cycle, z = int(number["cycle"]), number["z"]
    tests = score(*kendall(counts[None, :])) + score(*kendall(counts.reshape(-1, cycle).T))
    sen = stats.theilslopes(counts, alpha=number["confidence"])
    tail, mean = stats.norm.sf(z), counts.mean()
    ends = stats.poisson.ppf([tail, 1 - tail], mean)
    earlier, current = counts[:-cycle].reshape(-1, cycle), counts[-cycle:]
    usual = earlier.mean(axis=0)
    spread = ((earlier - usual) ** 2 / usual).sum() / (earlier.size - cycle)
    half = np.sqrt(max(1, spread) * (1 + 1 / len(earlier))) / 2
    root = np.sqrt(usual)
    low, high = np.maximum(0, root - z * half) ** 2, (root + z * half) ** 2
    return {
        "tests": tests,
        "sen": list(sen)[:4],
        "limits": np.repeat(ends, len(counts)),
        "season": np.concatenate([low, high, (np.sqrt(current) - root) / half]),
    }


def run_length(states, mean, k, scale):
    """Brook and Evans: steps to an alarm from nought."""
    start, end = np.arange(states)[:, None], np.arange(states)[None, :]
    more = end - start + k
    chance = np.where((more >= 0) & (more % scale == 0), stats.poisson.pmf(more // scale, mean), 0)
    chance[:, 0] = stats.poisson.cdf((k - start[:, 0]) // scale, mean)
    return np.linalg.solve(np.eye(states) - chance, np.ones(states))[0]


def bursts():
    counts = counted()
    quiet = counts[: int(number["baseline"])]
    watched, mean = counts[len(quiet) :], quiet.mean()
    scale = int(number["scale"])
    k = round(number["reference"] * scale)
    few, enough = 0, 1
    while run_length(enough, mean, k, scale) < number["every"]:
        few, enough = enough, 2 * enough
    while enough - few > 1:
        middle = (few + enough) // 2
        if run_length(middle, mean, k, scale) < number["every"]:
            few = middle
        else:
            enough = middle
    lengths = [run_length(enough, m, k, scale) for m in (mean, mean * number["ratio"])]
    path, alarms = climb(watched, number["reference"], enough / scale)
    width = int(number["window"])
    fullest = np.convolve(watched, np.ones(width), "valid").max()
    windows, expected = len(watched) / width, width * mean
    return {
        "limit": [enough / scale],
        "lengths": lengths,
        "path": path,
        "alarms": alarms,
        "naus": [fullest, naus(int(fullest), windows, expected), naus_alarm(windows, expected)],
    }


def climb(counts, reference, limit):
    level, path, alarms = 0.0, np.empty(len(counts)), []
    for step, count in enumerate(counts):
        level = path[step] = max(0.0, level + count - reference)
        if level >= limit - 1e-7:
            alarms.append(step)
            level = 0.0
    return path, alarms


def naus(n, windows, mean):
    pmf, cdf = (lambda x: stats.poisson.pmf(x, mean)), (lambda x: stats.poisson.cdf(x, mean))
    own, below = pmf(n), cdf(n - 1)
    two = below**2 - (n - 1) * own * pmf(n - 2) - (n - 1 - mean) * own * cdf(n - 3)
    a1 = 2 * own * below * ((n - 1) * cdf(n - 2) - mean * cdf(n - 3))
    a2 = 0.5 * own**2 * (
        (n - 1) * (n - 2) * cdf(n - 3) - 2 * (n - 2) * mean * cdf(n - 4) + mean**2 * cdf(n - 5)
    )
    r = np.arange(1, n)
    a3 = (pmf(2 * n - r) * cdf(r - 1) ** 2).sum()
    r = r[1:]
    a4 = (pmf(2 * n - r) * pmf(r) * ((r - 1) * cdf(r - 2) - mean * cdf(r - 3))).sum()
    three = below**3 - a1 + a2 + a3 - a4
    if not (two > 0 and three > 0):
        return 1.0
    return min(1.0, max(0.0, -np.expm1(np.log(two) + (windows - 2) * np.log(three / two))))


def naus_alarm(windows, mean):
    few = int(mean)
    enough = few + 1
    while naus(enough, windows, mean) > number["budget"]:
        few, enough = enough, enough + int(np.ceil(np.sqrt(mean)))
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (middle, enough) if naus(middle, windows, mean) > number["budget"] else (few, middle)
    return enough
