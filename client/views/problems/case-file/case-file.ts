import type { IntlShape } from 'react-intl';
import type { Attachment } from '../../../api/attachments.ts';
import type { Block, FilePart, PaperFile } from '../../../documents/model.ts';
import { CONFIDENTIALITY_WORDS, STATE_WORDS } from '../overview/standing-words.ts';
import { STAGE_WORDS } from '../stages.ts';
import type { Named } from './body-blocks.ts';
import { exhibitsPart, type ReadExhibit } from './exhibits-part.ts';
import { FILE_WORDS } from './file-words.ts';
import { photosParts } from './photos-part.ts';
import {
  agencyPart,
  analysisPart,
  assessmentPart,
  type CaseSources,
  historyPart,
  methodsPart,
  responsePart,
  scanningPart,
  summaryPart,
} from './sections.ts';

export interface FileSources extends CaseSources {
  readonly workspace: string;
  readonly direction: PaperFile['direction'];
  readonly organisations: readonly { readonly id: number; readonly name: string }[];
  readonly attachments: readonly Attachment[];
  /** Null: kept answers are not for this reader. */
  readonly exhibits: readonly ReadExhibit[] | null;
}

/** The whole file in the order that juries and donors know: summary, the four stages, who, and the annexes. */
export function caseFile(intl: IntlShape, sources: FileSources): PaperFile {
  const { problem, workspace, direction } = sources;
  const named = namesOf(intl, sources);
  return {
    language: intl.locale,
    direction,
    ref: problem.ref,
    title: problem.title,
    workspace,
    confidentiality: intl.formatMessage(CONFIDENTIALITY_WORDS[problem.confidentiality]),
    cover: coverRows(intl, sources),
    parts: numbered(intl, [
      summaryPart(intl, sources),
      scanningPart(intl, sources, named),
      analysisPart(intl, sources, named),
      responsePart(intl, sources, named),
      assessmentPart(intl, sources, named),
      ...photosParts(intl, sources.attachments),
      agencyPart(intl, sources, workspace),
      exhibitsPart(intl, sources),
      historyPart(intl, sources),
      methodsPart(intl, sources),
    ]),
  };
}

function coverRows(intl: IntlShape, { problem, workspace, zone }: FileSources): PaperFile['cover'] {
  const day = (instant: string) => intl.formatDate(instant, { dateStyle: 'long', timeZone: zone });
  const stage = intl.formatMessage(STAGE_WORDS[problem.stage]);
  const state = intl.formatMessage(STATE_WORDS[problem.state]);
  return [
    { name: intl.formatMessage(FILE_WORDS.reference), text: problem.ref },
    { name: intl.formatMessage(FILE_WORDS.workspace), text: workspace },
    { name: intl.formatMessage(FILE_WORDS.stage), text: `${stage} (${state})` },
    { name: intl.formatMessage(FILE_WORDS.opened), text: day(problem.createdAt) },
    { name: intl.formatMessage(FILE_WORDS.changed), text: day(problem.updatedAt) },
  ];
}

const RUNS: readonly string[] = ['runIds', 'testRunIds'];
/** Numbers that mean nothing on paper. */
const LEFT_OUT: readonly string[] = ['cardId'];

/** Organisations by their names, kept answers by their place in the annex. */
function namesOf(intl: IntlShape, { organisations, exhibits }: FileSources): Named {
  return (field, value) => {
    if (LEFT_OUT.includes(field)) return '';
    if (field === 'ownerId') return organisations.find(({ id }) => id === value)?.name ?? '';
    if (!RUNS.includes(field) || !Array.isArray(value)) return null;
    const texts = value.map((id) => {
      const at = (exhibits ?? []).findIndex(({ exhibit }) => exhibit.runId === id);
      return at < 0
        ? intl.formatMessage(FILE_WORDS.exhibitGone)
        : intl.formatMessage(FILE_WORDS.exhibitShort, { number: at + 1 });
    });
    return intl.formatList(texts);
  };
}

/** Tables and figures are counted through the whole file, so that a text can point at them. */
function numbered(intl: IntlShape, parts: readonly FilePart[]): FilePart[] {
  let [tables, figures] = [0, 0];
  const counted = (block: Block): Block => {
    if (block.kind === 'table') {
      tables += 1;
      return {
        ...block,
        label: intl.formatMessage(FILE_WORDS.table, { number: tables, label: block.label }),
      };
    }
    if (block.kind !== 'figure') return block;
    figures += 1;
    const caption = intl.formatMessage(FILE_WORDS.figure, { number: figures, caption: block.caption });
    return { ...block, caption };
  };
  return parts.map((part) => ({ ...part, blocks: part.blocks.map(counted) }));
}
