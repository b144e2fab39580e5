import type { IntlShape, MessageDescriptor } from 'react-intl';
import type { Exhibit } from '../../../api/exhibits.ts';
import { type Block, type FilePart, facts, plain, quiet } from '../../../documents/model.ts';
import { METHOD_ABOUTS } from '../../../method-abouts.ts';
import { METHOD_NAMES } from '../../../method-names.ts';
import { parametersText } from '../../../parameters-text.ts';
import type { DrawnExhibit } from './exhibit-picture.ts';
import { FILE_WORDS } from './file-words.ts';

/** An answer kept on the case, with what could be drawn of it. */
export interface ReadExhibit {
  readonly exhibit: Exhibit;
  /** Empty when it is neither a map nor a chart. */
  readonly drawn: readonly DrawnExhibit[];
  /** Its result could not be read. */
  readonly failed: boolean;
  /** Which incidents it is about, in words. */
  readonly which: readonly string[];
  /** Everything a reader has to be warned of. */
  readonly warnings: readonly string[];
}

interface Around {
  readonly datasets: readonly { readonly id: number; readonly name: string }[];
  readonly zone: string;
  /** Null: kept answers are not for this reader. */
  readonly exhibits: readonly ReadExhibit[] | null;
}

/** Each kept answer with its picture, method, parameters, n, period and caveats. */
export function exhibitsPart(intl: IntlShape, around: Around): FilePart {
  const { exhibits } = around;
  const none = exhibits === null ? FILE_WORDS.exhibitsHidden : FILE_WORDS.exhibitsNone;
  return {
    id: 'exhibits',
    title: intl.formatMessage(FILE_WORDS.exhibits),
    newPage: (exhibits ?? []).length > 0,
    blocks:
      exhibits === null || exhibits.length === 0
        ? [quiet(intl.formatMessage(none))]
        : exhibits.flatMap((read, i) => exhibitBlocks(intl, read, i + 1, around)),
  };
}

function exhibitBlocks(intl: IntlShape, read: ReadExhibit, number: number, around: Around): Block[] {
  const { exhibit, drawn, failed } = read;
  const name = intl.formatMessage(METHOD_NAMES[exhibit.run.method]);
  const facts = factRows(intl, read, around);
  return [
    {
      kind: 'heading',
      text: intl.formatMessage(FILE_WORDS.exhibitOf, { number, name }),
      newPage: number > 1,
    },
    ...(exhibit.note ? [plain(exhibit.note)] : []),
    ...drawn.map(({ title = name, picture, key }) => ({
      kind: 'figure' as const,
      caption: [title, ...read.which].join('. '),
      alt: intl.formatMessage(FILE_WORDS.key, { picture: title, key }),
      picture,
      notes: [],
    })),
    ...(failed ? [quiet(intl.formatMessage(FILE_WORDS.notDrawn))] : []),
    ...facts,
  ];
}

function factRows(
  intl: IntlShape,
  { exhibit: { run }, drawn, which, warnings }: ReadExhibit,
  around: Around,
): Block[] {
  const { summary } = run;
  const word = (key: 'method' | 'counted' | 'which' | 'parameters' | 'caveats' | 'data' | 'made') =>
    intl.formatMessage(FILE_WORDS[key]);
  const unpublishable = summary && 'publishable' in summary && !summary.publishable;
  const caveats = [
    intl.formatMessage(METHOD_ABOUTS[run.method]),
    ...warnings,
    ...(unpublishable ? [`${intl.formatMessage(FILE_WORDS.unpublishable)}.`] : []),
  ];
  return facts([
    {
      name: word('method'),
      text: intl.formatMessage(FILE_WORDS.methodText, {
        name: intl.formatMessage(METHOD_NAMES[run.method]),
        version: run.methodVersion,
      }),
    },
    {
      name: word('counted'),
      text: summary
        ? intl.formatMessage(FILE_WORDS.countedText, {
            n: summary.n,
            unlocated: summary.unlocated,
            outside: summary.outside,
            few: String(summary.tooFew !== null),
          })
        : '–',
    },
    // The caption of its picture says so already.
    { name: word('which'), text: drawn.length > 0 ? '' : which.join('. ') },
    { name: word('parameters'), text: parametersText(intl, run.parameters) },
    { name: word('caveats'), text: caveats.join(' ') },
    { name: word('data'), text: versionsText(intl, run.dataVersion, around.datasets) },
    {
      name: word('made'),
      text: intl.formatMessage(FILE_WORDS.madeText, {
        day: intl.formatDate(run.createdAt, { dateStyle: 'medium', timeZone: around.zone }),
        digest: run.digest?.slice(0, 12) ?? '–',
      }),
    },
  ]);
}

function versionsText(
  intl: IntlShape,
  versions: Exhibit['run']['dataVersion'],
  datasets: Around['datasets'],
): string {
  return intl.formatList(
    Object.entries(versions).map(([id, version]) => sourceText(intl, id, String(version), datasets)),
  );
}

/** Data sets and single shapes have versions; of whole lists a check sum says whether they are the same. */
function sourceText(intl: IntlShape, id: string, version: string, datasets: Around['datasets']): string {
  const [kind] = id.split(':');
  const list = LISTS[kind];
  if (list) return intl.formatMessage(FILE_WORDS.listText, { name: intl.formatMessage(list), sum: version });
  const shape = SHAPES[kind];
  const name = shape
    ? intl.formatMessage(shape)
    : datasets.find((dataset) => String(dataset.id) === id)?.name;
  return intl.formatMessage(FILE_WORDS.versionText, { name: name ?? id, version });
}

const LISTS: Readonly<Record<string, MessageDescriptor | undefined>> = {
  assets: FILE_WORDS.assetsText,
  areas: FILE_WORDS.areasText,
  streets: FILE_WORDS.streetsText,
  harm: FILE_WORDS.harmText,
};

const SHAPES: Readonly<Record<string, MessageDescriptor | undefined>> = {
  area: FILE_WORDS.areaText,
  within: FILE_WORDS.withinText,
  annotation: FILE_WORDS.drawingText,
};
