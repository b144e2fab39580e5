import type { FeatureCollection } from 'geojson';
import type { IntlShape } from 'react-intl';
import type { Commitment, Verification } from '../../../api/commitments.ts';
import type { Evaluation, EvaluationRun } from '../../../api/evaluations.ts';
import type { PartBodies, PartName } from '../../../api/problem-parts.ts';
import type { AuditEntry, Problem } from '../../../api/records.ts';
import { STATE_WORDS as COMMITMENT_STATES } from '../../../commitment-words.ts';
import {
  type Block,
  type FactRow,
  type FilePart,
  facts,
  heading,
  plain,
  quiet,
} from '../../../documents/model.ts';
import { tallyColumns, tallyDissent, tallyRows, tallyTitle } from '../../../tally-words.ts';
import { DECISION_CODES } from '../assessment/assessment-words.ts';
import { type Harm, harmTexts, harmTitle } from '../assessment/harm-text.ts';
import { countTable, figureTable, provenanceTexts, type TextTable } from '../assessment/result-figures.tsx';
import { verdictText } from '../assessment/verdict-text.ts';
import { planDrops } from '../response/plan-facts.tsx';
import { planRows } from '../response/plan-rows.ts';
import { STAGE_WORDS, STAGES } from '../stages.ts';
import { bodyBlocks, type Named, type WrittenItem, type WrittenPart } from './body-blocks.ts';
import { courseFigure } from './course-picture.ts';
import { FILE_WORDS } from './file-words.ts';
import { groundFigure } from './ground-picture.ts';
import { perceptionBlocks } from './perception-part.ts';

/** All that the file is made from, as the server gave it to whoever reads it. */
export interface CaseSources {
  readonly problem: Problem;
  readonly zone: string;
  readonly parts: readonly WrittenPart[];
  readonly items: readonly WrittenItem[];
  readonly evaluation: Evaluation;
  readonly runs: readonly EvaluationRun[];
  readonly commitments: readonly Commitment[];
  /** What residents said of each, by its id. */
  readonly verifications: ReadonlyMap<string, readonly Verification[]>;
  readonly history: readonly AuditEntry[];
  readonly streets: FeatureCollection | null;
  readonly categories: readonly { readonly id: number; readonly name: string }[];
  readonly datasets: readonly { readonly id: number; readonly name: string }[];
  readonly ruleSentences: readonly string[];
}

export const primaryOf = (runs: readonly EvaluationRun[]): EvaluationRun | undefined =>
  runs.filter(({ kind }) => kind === 'primary').at(-1);

/** The four stages of the award in a few lines each. */
export function summaryPart(intl: IntlShape, sources: CaseSources): FilePart {
  const { parts, items, runs } = sources;
  const primary = primaryOf(runs);
  const chosen = items.flatMap((item) =>
    item.kind === 'option' && item.body.decision === 'chosen' ? [item.body.title] : [],
  );
  const decision = bodyOf(parts, 'decision');
  const result = primary ? verdictText(intl, primary) : '';
  const own = bodyOf(parts, 'verdict')?.text ?? '';
  const rows: FactRow[] = [
    { name: intl.formatMessage(FILE_WORDS.statement), text: problemText(sources) },
    { name: intl.formatMessage(FILE_WORDS.objective), text: objectiveText(intl, parts) },
    { name: intl.formatMessage(FILE_WORDS.done), text: intl.formatList(chosen) },
    { name: intl.formatMessage(FILE_WORDS.result), text: result },
    { name: intl.formatMessage(FILE_WORDS.ownWords), text: own.trim() === result ? '' : own },
    {
      name: intl.formatMessage(FILE_WORDS.decision),
      text: decision?.decision ? intl.formatMessage(DECISION_CODES[decision.decision]) : '',
    },
  ];
  return part(intl, 'summary', facts(rows));
}

const MOST_OF_STATEMENT = 700;

/** Place, behaviour, time and whom it harms in one sentence; without them the beginning of the statement. */
function problemText({ parts, problem }: CaseSources): string {
  const elements = bodyOf(parts, 'elements');
  const named = elements
    ? [elements.behaviour, elements.place, elements.time, elements.harmed].filter(Boolean)
    : [];
  if (named.length > 0) return sentence(named.join('; '));
  const first = problem.statement.trim().split(/\n\s*\n/)[0] ?? '';
  return first.length > MOST_OF_STATEMENT ? `${first.slice(0, MOST_OF_STATEMENT).trimEnd()}…` : first;
}

const sentence = (text: string): string => {
  const begun = text.charAt(0).toLocaleUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
};

function objectiveText(intl: IntlShape, parts: readonly WrittenPart[]): string {
  const objective = bodyOf(parts, 'objective');
  if (!objective) return '';
  const { measure, baselineValue, targetValue, byDate } = objective;
  if (baselineValue === null || targetValue === null || byDate === null) return measure;
  return intl.formatMessage(FILE_WORDS.objectiveText, {
    measure,
    baseline: baselineValue,
    target: targetValue,
    day: intl.formatDate(byDate, { dateStyle: 'medium', timeZone: 'UTC' }),
  });
}

export function scanningPart(intl: IntlShape, sources: CaseSources, named: Named): FilePart {
  const { problem } = sources;
  const statement = problem.statement.trim() === '' ? [] : [plain(problem.statement)];
  return part(intl, 'scanning', [...statement, ...bodyBlocks(intl, 'scanning', sources, named)]);
}

export function analysisPart(intl: IntlShape, sources: CaseSources, named: Named): FilePart {
  return part(intl, 'analysis', bodyBlocks(intl, 'analysis', sources, named));
}

export function responsePart(intl: IntlShape, sources: CaseSources, named: Named): FilePart {
  return part(intl, 'response', [
    ...bodyBlocks(intl, 'response', sources, named),
    ...commitmentBlocks(intl, sources.commitments),
    ...sources.commitments.flatMap((one) => saidBlocks(intl, one, sources.verifications.get(one.id) ?? [])),
    ...planBlocks(intl, sources),
  ]);
}

function commitmentBlocks(intl: IntlShape, commitments: readonly Commitment[]): Block[] {
  if (commitments.length === 0) return [];
  const word = (key: 'commitment' | 'owner' | 'due' | 'state') => intl.formatMessage(FILE_WORDS[key]);
  return [
    {
      kind: 'table',
      label: intl.formatMessage(FILE_WORDS.commitments),
      columns: [word('commitment'), word('owner'), word('due'), word('state')],
      rows: commitments.map(({ text, organisation, ownerRole, dueOn, state }) => [
        text,
        [organisation.name, ownerRole].filter(Boolean).join(', '),
        dueOn ? intl.formatDate(dueOn, { dateStyle: 'medium', timeZone: 'UTC' }) : '–',
        intl.formatMessage(COMMITMENT_STATES[state]),
      ]),
      figures: false,
    },
  ];
}

/** What residents said of one promise: each group beside the others, and where a group by itself says something else. */
function saidBlocks(intl: IntlShape, { text }: Commitment, said: readonly Verification[]): Block[] {
  return said.flatMap((one): Block[] => [
    {
      kind: 'table',
      label: intl.formatMessage(FILE_WORDS.said, { title: tallyTitle(intl, one), commitment: text }),
      columns: tallyColumns(intl),
      rows: tallyRows(intl, one).map(({ name, figures }) => [name, ...figures]),
      figures: true,
    },
    ...tallyDissent(intl, one).map(quiet),
  ]);
}

/** By what the response was to be judged, its ground, and what was written beside it afterwards. */
function planBlocks(intl: IntlShape, { evaluation, streets, categories, zone }: CaseSources): Block[] {
  const { plan, facts: known, lockedAt, proposedAt, amendments } = evaluation;
  if (!plan) return [quiet(intl.formatMessage(FILE_WORDS.noPlan))];
  const figure = plan.design === 'none' ? null : groundFigure(intl, plan, streets);
  const day = (instant: string) => intl.formatDate(instant, { dateStyle: 'medium', timeZone: zone });
  return [
    heading(intl.formatMessage(FILE_WORDS.plan)),
    ...facts(planRows(intl, plan, { categories, zone })),
    ...(known ? planDrops(intl, known, plan).map(plain) : []),
    ...(figure ? [figure] : []),
    ...(lockedAt && proposedAt
      ? [quiet(intl.formatMessage(FILE_WORDS.locked, { proposed: day(proposedAt), locked: day(lockedAt) }))]
      : []),
    ...amendments.map(({ createdAt, text, reason }) =>
      plain(intl.formatMessage(FILE_WORDS.amendment, { day: day(createdAt), text, reason })),
    ),
  ];
}

export function assessmentPart(intl: IntlShape, sources: CaseSources, named: Named): FilePart {
  return part(intl, 'assessment', [
    ...resultBlocks(intl, sources),
    ...perceptionBlocks(intl, sources.items),
    ...bodyBlocks(intl, 'assessment', sources, named),
  ]);
}

/** The agreed test, and how many looks there were besides. */
function resultBlocks(intl: IntlShape, { runs, zone, datasets }: CaseSources): Block[] {
  const primary = primaryOf(runs);
  const others = runs.filter(({ kind }) => kind === 'exploratory').length;
  const title = heading(intl.formatMessage(FILE_WORDS.test));
  const looks = quiet(intl.formatMessage(FILE_WORDS.looks, { others }));
  if (!primary)
    return [title, quiet(intl.formatMessage(FILE_WORDS.noResult)), ...(others > 0 ? [looks] : [])];
  const { counts } = primary.result;
  return [
    title,
    { kind: 'text', tone: 'verdict', text: verdictText(intl, primary) },
    counts ? tableBlock(countTable(intl, counts)) : quiet(intl.formatMessage(FILE_WORDS.countsHidden)),
    tableBlock(figureTable(intl, primary.result)),
    ...(primary.result.course ? [courseFigure(intl, primary.result.course)] : []),
    ...(primary.result.harm ? harmBlocks(intl, primary.result.harm) : []),
    ...provenanceTexts(intl, primary, { zone, datasets }).map(quiet),
    looks,
  ];
}

const harmBlocks = (intl: IntlShape, harm: Harm): Block[] => [
  heading(harmTitle(intl)),
  ...harmTexts(intl, harm).map((text): Block => ({ kind: 'text', tone: 'plain', text })),
];

const tableBlock = ({ label, columns, rows }: TextTable): Block => ({
  kind: 'table',
  label,
  columns,
  rows: rows.map(({ name, figures }) => [name, ...figures]),
  figures: true,
});

/** Who worked on it: offices and organisations, never names of people. */
export function agencyPart(
  intl: IntlShape,
  { parts, commitments }: CaseSources,
  workspace: string,
): FilePart {
  const leads = bodyOf(parts, 'leads');
  const police = leads?.policeRole || (leads?.policeUserId ? intl.formatMessage(FILE_WORDS.ofPolice) : '');
  const community =
    leads?.communityRole || (leads?.communityUserId ? intl.formatMessage(FILE_WORDS.ofCommunity) : '');
  const [lead, coLead] = leads?.first === 'community' ? [community, police] : [police, community];
  const organisations = [...new Set(commitments.map(({ organisation }) => organisation.name))];
  return part(intl, 'agency', [
    ...facts([
      { name: intl.formatMessage(FILE_WORDS.workspace), text: workspace },
      { name: intl.formatMessage(FILE_WORDS.lead), text: lead },
      { name: intl.formatMessage(FILE_WORDS.coLead), text: coLead },
      { name: intl.formatMessage(FILE_WORDS.partners), text: intl.formatList(organisations) },
    ]),
    ...(lead || coLead ? [quiet(intl.formatMessage(FILE_WORDS.noNames))] : []),
  ]);
}

/** From stage to stage, each with its reason. */
export function historyPart(intl: IntlShape, { history, zone }: CaseSources): FilePart {
  const nameOf = (stage: unknown) => {
    const known = STAGES.find((one) => one === stage);
    return known ? intl.formatMessage(STAGE_WORDS[known]) : '–';
  };
  const moves = history
    .filter(({ action }) => action === 'create' || action === 'stage')
    .toSorted((a, b) => a.id - b.id);
  const rows = moves.map(({ at, change, reason }) => [
    intl.formatDate(at, { dateStyle: 'medium', timeZone: zone }),
    nameOf(change.stage?.[1]),
    reason ?? '',
  ]);
  const columns = [FILE_WORDS.day, FILE_WORDS.to, FILE_WORDS.reason].map((word) => intl.formatMessage(word));
  const label = intl.formatMessage(FILE_WORDS.moves);
  return part(
    intl,
    'history',
    rows.length > 0 ? [{ kind: 'table', label, columns, rows, figures: false }] : [],
  );
}

/** What the figures were made from, and what they assume. */
export function methodsPart(intl: IntlShape, sources: CaseSources): FilePart {
  const { problem, runs, datasets, ruleSentences } = sources;
  const primary = primaryOf(runs);
  const data = Object.entries(primary?.dataVersion ?? {}).map(([id, version]) =>
    intl.formatMessage(FILE_WORDS.versionText, {
      name: datasets.find((dataset) => String(dataset.id) === id)?.name ?? id,
      version: String(version),
    }),
  );
  return part(intl, 'methods', [
    ...facts([
      {
        name: intl.formatMessage(FILE_WORDS.rule),
        text: problem.rule ? ruleSentences.join('. ') : intl.formatMessage(FILE_WORDS.noRule),
      },
      { name: intl.formatMessage(FILE_WORDS.data), text: intl.formatList(data) },
    ]),
    plain(intl.formatMessage(FILE_WORDS.recorded)),
    ...(primary
      ? [
          heading(intl.formatMessage(FILE_WORDS.testMade)),
          plain(intl.formatMessage(FILE_WORDS.testMeans)),
          plain(intl.formatMessage(FILE_WORDS.ratioMeans)),
        ]
      : []),
  ]);
}

type PartId =
  | 'summary'
  | 'scanning'
  | 'analysis'
  | 'response'
  | 'assessment'
  | 'agency'
  | 'history'
  | 'methods';

/** A part in which nothing stands says so in one line. */
function part(intl: IntlShape, id: PartId, blocks: readonly Block[]): FilePart {
  return {
    id,
    title: intl.formatMessage(FILE_WORDS[id]),
    blocks: blocks.length > 0 ? blocks : [quiet(intl.formatMessage(FILE_WORDS.nothing))],
  };
}

function bodyOf<Name extends PartName>(parts: readonly WrittenPart[], name: Name): PartBodies[Name] | null {
  for (const part of parts) if (isNamed(part, name)) return part.body;
  return null;
}

interface PartNamed<Name extends PartName> {
  readonly name: Name;
  readonly body: PartBodies[Name] | null;
}

function isNamed<Name extends PartName>(part: { name: PartName }, name: Name): part is PartNamed<Name> {
  return part.name === name;
}
