"""Exact chances and their correction, as scipy has them."""
import numpy as np
from scipy import stats


def false_discovery(p, dependent=False):
    known = ~np.isnan(p)
    own = p[known]
    n = len(own)
    order = np.argsort(own)
    factor = np.sum(1 / np.arange(1, n + 1)) if dependent else 1
    ranked = np.minimum.accumulate((own[order] * n / np.arange(1, n + 1))[::-1])[::-1] * factor
    q = np.full(p.shape, np.nan)
    inner = np.empty(n)
    inner[order] = np.minimum(ranked, 1)
    q[known] = inner
    return q


def binomial_interval(hits, trials, level):
    tail = (1 - level) / 2
    with np.errstate(invalid="ignore"):
        low = np.where(hits == 0, 0, stats.beta.ppf(tail, hits, trials - hits + 1))
        high = np.where(hits == trials, 1, stats.beta.ppf(1 - tail, hits + 1, trials - hits))
    return low, high


def binomial_two_sided(hits, trials, share):
    return stats.binomtest(int(hits), int(trials), share).pvalue
