import type { IntlShape } from 'react-intl';
import type { ItemBodies, ItemKind, PartBodies, PartName } from '../../../api/problem-parts.ts';
import { type Block, type FactRow, facts, heading } from '../../../documents/model.ts';
import { ANSWER_WORDS, EXPLANATION_WORDS, EXPLANATIONS } from '../assessment/assessment-words.ts';
import { type AnyWords, fieldText, isTold, valueText } from '../body-words.ts';
import { ITEM_WORDS, PART_WORDS } from '../case-words.ts';
import { FILE_WORDS } from './file-words.ts';

export type WrittenPart = {
  [Name in PartName]: { readonly name: Name; readonly body: PartBodies[Name] | null };
}[PartName];

export type WrittenItem = {
  [Kind in ItemKind]: { readonly id: string; readonly kind: Kind; readonly body: ItemBodies[Kind] };
}[ItemKind];

/** What stands for the number of a record in a field: organisations and runs have names. */
export type Named = (field: string, value: unknown) => string | null;

export type FileStage = 'scanning' | 'analysis' | 'response' | 'assessment';

/** Where parts and entries stand in the file; what is not named here is analysis. */
const STAGE_OF: Readonly<Record<string, FileStage>> = {
  cheers: 'scanning',
  elements: 'scanning',
  classification: 'scanning',
  priority: 'scanning',
  objective: 'scanning',
  source: 'scanning',
  option: 'response',
  assessment: 'assessment',
  explanations: 'assessment',
  verdict: 'assessment',
  decision: 'assessment',
  publication_refusal: 'assessment',
};

/** Told elsewhere in the file: who leads stands with the agency, and what people said in figures of its own. */
const ELSEWHERE: readonly string[] = ['leads', 'survey_round'];

const stageOf = (name: string): FileStage => (Object.hasOwn(STAGE_OF, name) ? STAGE_OF[name] : 'analysis');

/** Everything written down for one stage, field by field. */
export function bodyBlocks(
  intl: IntlShape,
  stage: FileStage,
  { parts, items }: { parts: readonly WrittenPart[]; items: readonly WrittenItem[] },
  named: Named,
): Block[] {
  const own = items.filter(({ kind }) => stageOf(kind) === stage && !ELSEWHERE.includes(kind));
  const kinds = [...new Set(own.map(({ kind }) => kind))];
  return [
    ...parts
      .filter(({ name }) => stageOf(name) === stage && !ELSEWHERE.includes(name))
      .flatMap((part) => partBlocks(intl, part, named)),
    ...kinds.flatMap((kind) =>
      own.filter((item) => item.kind === kind).flatMap((item, i) => itemBlocks(intl, item, i + 1, named)),
    ),
  ];
}

function partBlocks(intl: IntlShape, part: WrittenPart, named: Named): Block[] {
  if (!part.body) return [];
  const words: AnyWords = PART_WORDS[part.name];
  const told = facts(partRows(intl, part, words, named));
  return told.length > 0 ? [heading(intl.formatMessage(words.title)), ...told] : [];
}

function partRows(intl: IntlShape, part: WrittenPart, words: AnyWords, named: Named): FactRow[] {
  if (!part.body) return [];
  if (part.name === 'explanations') return explanationRows(intl, part.body);
  // On the form it is said to whoever writes, here to whoever reads.
  if (part.name === 'verdict')
    return [{ name: intl.formatMessage(FILE_WORDS.ownWords), text: part.body.text ?? '' }];
  return bodyRows(intl, part.body, words, named);
}

/** Each rival with its answer and the word why. */
function explanationRows(intl: IntlShape, body: PartBodies['explanations']): FactRow[] {
  return EXPLANATIONS.map((name) => {
    const answer = body[name];
    const said = answer === null ? '–' : intl.formatMessage(ANSWER_WORDS[answer]);
    return {
      name: intl.formatMessage(EXPLANATION_WORDS[name]),
      text: [said, body[`${name}_note`]].filter(Boolean).join('. '),
    };
  });
}

function itemBlocks(intl: IntlShape, { kind, body }: WrittenItem, number: number, named: Named): Block[] {
  const words: AnyWords = ITEM_WORDS[kind];
  const title = intl.formatMessage(FILE_WORDS.entry, { title: intl.formatMessage(words.title), number });
  const told = facts(bodyRows(intl, body, words, named));
  return told.length > 0 ? [heading(title), ...told] : [];
}

export function bodyRows(intl: IntlShape, body: object, words: AnyWords, named: Named): FactRow[] {
  const told = Object.entries(body).filter(([field]) => isTold(field));
  return told.map(([field, value]) => ({
    name: fieldText(intl, field, words),
    text:
      scoreText(intl, field, value) ??
      named(field, value) ??
      listText(intl, value, words) ??
      valueText(intl, value, words),
  }));
}

/** Judged from 1 to 5: a figure alone would not say of how many. */
const SCORES: readonly string[] = [
  'effectScore',
  'feasibilityScore',
  'acceptanceScore',
  'tractability',
  'resources',
];

const scoreText = (intl: IntlShape, field: string, value: unknown): string | null =>
  SCORES.includes(field) && typeof value === 'number'
    ? intl.formatMessage(FILE_WORDS.score, { score: value })
    : null;

/** Longer entries, and those with signs within, stand each on a line. */
const LONG = 24;
const SIGN = /[,;:]/;

/** Short entries one after the other, others one on a line; null for anything but a list. */
function listText(intl: IntlShape, value: unknown, words: AnyWords): string | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const lines = value.map((one: unknown) =>
    typeof one === 'object' && one !== null
      ? Object.values(one)
          .map((each) => valueText(intl, each, words))
          .filter((text) => text !== '–')
          .join(' – ')
      : valueText(intl, one, words),
  );
  const isEnumeration =
    value.every((one) => typeof one !== 'object') &&
    lines.every((line) => line.length <= LONG && !SIGN.test(line));
  return isEnumeration
    ? intl.formatList(lines, { type: 'unit' })
    : lines.map((line) => `• ${line}`).join('\n');
}
