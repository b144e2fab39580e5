import { controlMatches, MATCH_MONTHS } from '../../../analysis/control-match.ts';
import { bordaCount, dotVotes } from '../../../analysis/ranking.ts';
import { SUPPRESSION_THRESHOLD, suppressCounts, suppressTable } from '../../../analysis/suppression.ts';
import { counts, numbersOf, positives } from './column.ts';
import { INTERVAL_LEVEL } from './displacement-companions.ts';
import { defineMethod } from './method.ts';
import { column, columns, numbers, optionalColumn, whole } from './option.ts';
import { RefusedInput, WrongUsage } from './refusals.ts';

export const controlMatchMethod = defineMethod({
  name: 'control-match',
  question: 'Which area can stand for what would have happened?',
  files: ['control-match.ts'],
  options: {
    months: columns(`columns of the incidents of the ${MATCH_MONTHS} months before the start, in order`, {
      unit: 'incidents',
      most: MATCH_MONTHS,
    }),
    size: column('column of the size of each area: the same measure for all', { usual: ['size'] }),
    excluded: optionalColumn('column that is 1 for areas that touch the treated one or have a response', {
      usual: ['excluded'],
    }),
    treated: whole({ about: 'number of the row of the treated area', min: 1, standard: 1 }),
    level: INTERVAL_LEVEL,
    weights: numbers({
      about: 'weights of size, level and trend in the mismatch',
      length: 3,
      min: 0,
      standard: [1, 1, 1],
    }),
  },
  run({ months, size, excluded, treated, level, weights: [bySize, byLevel, byTrend] }) {
    if (months.length !== MATCH_MONTHS)
      throw new WrongUsage(`--months must name ${MATCH_MONTHS} columns, one a month.`);
    const series = months.map((month) => counts(month.column));
    const sizes = positives(size);
    const out = excluded === null ? null : numbersOf(excluded);
    if (treated > sizes.length)
      throw new WrongUsage(`--treated must be the number of a row, from 1 to ${sizes.length}.`);
    const areas = Array.from(sizes, (own, row) => ({
      size: own,
      months: series.map((month) => month[row]),
      excluded: out?.[row] === 1,
    }));
    const rows = areas.map((_, row) => row + 1).filter((row) => row !== treated);
    const weights = { size: bySize, level: byLevel, trend: byTrend };
    const found = controlMatches(
      areas[treated - 1],
      rows.map((row) => areas[row - 1]),
      { level, weights },
    );
    return {
      ...found,
      matches: found.matches.map(({ candidate, ...match }) => ({ row: rows[candidate], ...match })),
      parameters: { treated, ...found.parameters },
    };
  },
});

export const suppressionMethod = defineMethod({
  name: 'suppression',
  question: 'Which counts can be published?',
  files: ['suppression.ts'],
  options: {
    counts: columns('columns of the counts; several make a table with totals of rows and columns', {
      unit: 'incidents',
    }),
    threshold: whole({
      about: 'counts from 1 to below this are hidden',
      unit: 'incidents',
      min: 1,
      max: 1000,
      standard: SUPPRESSION_THRESHOLD,
    }),
  },
  run({ counts: given, threshold }) {
    const lists = given.map((one) => counts(one.column));
    const parameters = { threshold };
    if (lists.length === 1) return { ...suppressCounts(lists[0], threshold), parameters };
    const flat = Array.from(lists[0], (_, row) => lists.map((list) => list[row])).flat();
    return { ...suppressTable(flat, lists.length, threshold), parameters };
  },
});

export const dotVotesMethod = defineMethod({
  name: 'dot-votes',
  question: 'What matters most to each group in the room?',
  files: ['ranking.ts'],
  options: {
    options: columns('columns of the dots of each option; a row a group', { unit: 'dots' }),
    level: INTERVAL_LEVEL,
  },
  run({ options, level }) {
    const dots = options.map((one) => counts(one.column));
    const groups = Array.from(dots[0], (_, row) => dots.map((list) => list[row]));
    const found = dotVotes(groups, { level });
    return {
      n: found.reduce((sum, { n }) => sum + n, 0),
      groups: found,
      parameters: { options: options.map(({ name }) => name), level },
      warnings: [],
    };
  },
});

export const bordaCountMethod = defineMethod({
  name: 'borda-count',
  question: 'Which options stand first when every list counts alike?',
  files: ['ranking.ts'],
  options: {
    options: columns(
      'columns of the rank of each option, 1 for the first; a row a list; blank for not ranked',
      {
        blanks: true,
      },
    ),
  },
  run({ options }) {
    if (options.length < 2) throw new WrongUsage('--options must name two columns or more.');
    const ranks = options.map((one) => numbersOf(one.column));
    const bad = ranks.findIndex((list) =>
      list.some((rank) => rank < 1 || !(Number.isInteger(rank) || Number.isNaN(rank))),
    );
    if (bad >= 0)
      throw new RefusedInput('A column of --options has a rank that is not a whole number from 1 on.');
    const ballots = Array.from(ranks[0], (_, row) => ranks.map((list) => list[row] || 0));
    return {
      ...bordaCount(ballots, options.length),
      parameters: { options: options.map(({ name }) => name) },
      warnings: [],
    };
  },
});
