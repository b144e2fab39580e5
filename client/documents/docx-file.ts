import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, FactRow, FileFigure, FilePicture, FileTable, PaperFile } from './model.ts';

/** Makes the pixels of a picture, sharp enough for print. */
export type Rasterise = (picture: FilePicture) => Promise<Uint8Array>;

/** The text of an A4 page with margins of 20 mm: in twentieths of a point, and in pixels. */
const TEXT_WIDTH = 9638;
const PICTURE_WIDTH = 640;
const MARGIN = '20mm';
const NAME_SHARE = 0.3;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const PADDING = { top: 40, bottom: 40, left: 60, right: 60 };

/** A document for a word processor: the same model as the page, with real headings, tables, captions and page numbers. */
export async function docxFile(file: PaperFile, rasterise: Rasterise): Promise<Blob> {
  const writer = new Writer(file.direction === 'rtl', rasterise);
  const body: (Paragraph | Table)[] = [
    writer.text(file.confidentiality, { spacing: { after: 120 } }, { bold: true }),
    writer.text(file.title, { heading: HeadingLevel.TITLE }),
    ...writer.facts(file.cover),
  ];
  for (const { title, blocks, newPage } of file.parts) {
    body.push(writer.text(title, { heading: HeadingLevel.HEADING_1, pageBreakBefore: newPage ?? false }));
    for (const [i, block] of blocks.entries()) body.push(...(await writer.block(block, blocks[i + 1])));
  }
  return Packer.toBlob(documentOf(file, writer, body));
}

function documentOf(file: PaperFile, writer: Writer, children: ISectionOptions['children']): Document {
  const heading = (size: number) => ({
    run: { size, bold: true, color: '000000' },
    paragraph: { keepNext: true, spacing: { before: size * 10, after: 100 } },
  });
  return new Document({
    title: clean(`${file.ref} ${file.title}`),
    creator: clean(file.workspace),
    lastModifiedBy: clean(file.workspace),
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: file.language, bidirectional: file.language } },
          paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: heading(40),
        heading1: heading(30),
        heading2: heading(25),
      },
      paragraphStyles: [
        {
          id: 'Caption',
          name: 'caption',
          basedOn: 'Normal',
          quickFormat: true,
          run: { bold: true, size: 20 },
          paragraph: { spacing: { before: 80, after: 120 } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: { top: '24mm', bottom: '22mm', left: MARGIN, right: MARGIN },
          },
        },
        headers: {
          default: new Header({
            children: [writer.line(`${file.ref} · ${file.title}`, [file.confidentiality])],
          }),
        },
        footers: {
          default: new Footer({
            children: [writer.line(file.workspace, [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES])],
          }),
        },
        children,
      },
    ],
  });
}

/** Writes each piece in the direction of the language. */
class Writer {
  readonly #rightToLeft: boolean;
  readonly #rasterise: Rasterise;

  constructor(rightToLeft: boolean, rasterise: Rasterise) {
    this.#rightToLeft = rightToLeft;
    this.#rasterise = rasterise;
  }

  text(text: string, options: IParagraphOptions = {}, look: RunLook = {}): Paragraph {
    return new Paragraph({
      ...options,
      bidirectional: this.#rightToLeft,
      children: [this.#run(text, look)],
    });
  }

  /** Head or foot: one text at either end. */
  line(start: string, end: readonly (string | (typeof PageNumber)[keyof typeof PageNumber])[]): Paragraph {
    const look = { size: 17, color: '333333' };
    return new Paragraph({
      bidirectional: this.#rightToLeft,
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      children: [
        new TextRun({ ...look, text: clean(shortened(start)), rightToLeft: this.#runsBack(start) }),
        new TextRun({
          ...look,
          children: ['\t', ...end.map(clean)],
          rightToLeft: this.#runsBack(end.join('')),
        }),
      ],
    });
  }

  async block(block: Block, next?: Block): Promise<(Paragraph | Table)[]> {
    switch (block.kind) {
      case 'heading': {
        const pageBreakBefore = block.newPage ?? false;
        return [this.text(block.text, { heading: HeadingLevel.HEADING_2, pageBreakBefore })];
      }
      case 'text':
        return this.#paragraphs(block.text, LOOKS[block.tone], { keepNext: leadsTo(block, next) });
      case 'facts':
        return this.facts(block.rows);
      case 'table':
        return this.#table(block);
      case 'figure':
        return this.#figure(block);
    }
  }

  facts(rows: readonly FactRow[]): (Paragraph | Table)[] {
    const widths = [TEXT_WIDTH * NAME_SHARE, TEXT_WIDTH * (1 - NAME_SHARE)].map(Math.round);
    const said = rows.reduce((sum, { text }) => sum + text.length, 0);
    const table = this.#grid(
      rows.map(({ name, text }, i) => {
        const together = {
          ...TIGHT,
          keepNext: staysWithNext(i, rows.length, said > SHORT_TEXT ? 0 : SHORT_LIST),
        };
        return new TableRow({
          cantSplit: text.length <= MOST_WHOLE,
          children: [
            this.#cell(this.#paragraphs(name, { color: '333333' }, together), widths[0]),
            this.#cell(this.#paragraphs(text, {}, together), widths[1]),
          ],
        });
      }),
      widths,
    );
    return [table, this.#gap()];
  }

  #table({ label, columns, rows, figures }: FileTable): (Paragraph | Table)[] {
    const widths = columnWidths([columns, ...rows], figures);
    const isFigure = (column: number) => figures && column > 0;
    // A sign stays before its number: figures are set from left to right everywhere.
    const side = this.#rightToLeft ? AlignmentType.LEFT : AlignmentType.RIGHT;
    const cellOf = (text: string, look: RunLook, column: number, keepNext: boolean) =>
      isFigure(column)
        ? [new Paragraph({ ...TIGHT, keepNext, alignment: side, children: [this.#run(text, look)] })]
        : this.#paragraphs(text, look, { ...TIGHT, keepNext });
    const row = (cells: readonly string[], look: RunLook, at: number) =>
      new TableRow({
        tableHeader: at === 0,
        cantSplit: true,
        children: cells.map((text, column) => {
          const keepNext = staysWithNext(at, rows.length + 1, SHORT_TABLE);
          return this.#cell(cellOf(text, look, column, keepNext), widths[column]);
        }),
      });
    return [
      this.text(label, { style: 'Caption', keepNext: true }),
      this.#grid([row(columns, { bold: true }, 0), ...rows.map((cells, i) => row(cells, {}, i + 1))], widths),
      this.#gap(),
    ];
  }

  async #figure({ caption, alt, picture, notes }: FileFigure): Promise<Paragraph[]> {
    const scale = Math.min(1, PICTURE_WIDTH / picture.width);
    const image = new ImageRun({
      type: 'png',
      data: await this.#rasterise(picture),
      transformation: {
        width: Math.round(picture.width * scale),
        height: Math.round(picture.height * scale),
      },
      altText: { name: clean(caption), title: clean(caption), description: clean(alt) },
    });
    return [
      new Paragraph({
        bidirectional: this.#rightToLeft,
        keepNext: true,
        // A line as high as what stands in it.
        spacing: { line: 240, lineRule: LineRuleType.AUTO },
        children: [image],
      }),
      this.text(caption, { style: 'Caption' }),
      ...notes.flatMap((note) => this.#paragraphs(note, LOOKS.quiet)),
    ];
  }

  /** Lines of a text, each a paragraph of its own. */
  #paragraphs(text: string, look: RunLook, options: IParagraphOptions = {}): Paragraph[] {
    return text.split(/\n+/).map((line) => this.text(line, options, look));
  }

  #run(text: string, look: RunLook): TextRun {
    return new TextRun({ ...look, text: clean(text), rightToLeft: this.#runsBack(text) });
  }

  /** Names and figures in other letters run their own way. */
  #runsBack(text: string): boolean {
    return this.#rightToLeft && RIGHT_TO_LEFT.test(text);
  }

  #grid(rows: TableRow[], columnWidths: number[]): Table {
    return new Table({
      rows,
      columnWidths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      visuallyRightToLeft: this.#rightToLeft,
      borders: {
        top: HAIRLINE,
        bottom: HAIRLINE,
        left: NO_LINE,
        right: NO_LINE,
        insideHorizontal: HAIRLINE,
        insideVertical: NO_LINE,
      },
    });
  }

  #cell(children: Paragraph[], size: number): TableCell {
    return new TableCell({ children, margins: PADDING, width: { size, type: WidthType.DXA } });
  }

  /** Two tables one after the other would become one. */
  #gap(): Paragraph {
    return new Paragraph({
      children: [],
      spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT },
    });
  }
}

interface RunLook {
  readonly bold?: boolean;
  readonly color?: string;
  readonly size?: number;
}

/** So many rows stay on one page; of longer lists the first two, so that no heading ends a page. */
const SHORT_LIST = 5;
const SHORT_TABLE = 11;
/** More than this would leave half a page empty. */
const SHORT_TEXT = 500;
/** A longer text may go on on the next page. */
const MOST_WHOLE = 600;

const staysWithNext = (row: number, rows: number, short: number): boolean =>
  row === 0 ? rows > 1 : rows <= short && row < rows - 1;

/** A short text over what it is about: neither it nor the heading above it ends a page alone. */
const leadsTo = ({ text }: { readonly text: string }, next: Block | undefined): boolean =>
  text.length <= SHORT_TEXT && next?.kind === 'facts';

const TIGHT: IParagraphOptions = { spacing: { after: 0 } };

const LOOKS: Readonly<Record<'plain' | 'quiet' | 'verdict', RunLook>> = {
  plain: {},
  quiet: { color: '444444', size: 18 },
  verdict: { bold: true, size: 24 },
};

/** Figures need less room than the words that name them; days and states stand on one line, and of longer words the longest has most room. */
function columnWidths(rows: readonly (readonly string[])[], figures: boolean): number[] {
  const longest = rows[0].map((_, column) =>
    rows.reduce((most, cells) => Math.max(most, cells[column]?.length ?? 0), 0),
  );
  // A figure with its counts and limits is as long as words.
  if (figures && longest.slice(1).every((signs) => signs <= SHORT_CELL))
    return shared(
      longest.map((_, column) => (column === 0 ? 3 : 1)),
      TEXT_WIDTH,
    );
  const fixed = longest.map((signs) => (signs <= SHORT_CELL ? signs * SIGN_WIDTH + CELL_EDGES : 0));
  const rest = TEXT_WIDTH - fixed.reduce((sum, width) => sum + width, 0);
  const weights = longest.map((signs, column) => (fixed[column] > 0 ? 0 : Math.sqrt(Math.min(signs, 300))));
  if (weights.every((weight) => weight === 0)) return shared(fixed, TEXT_WIDTH);
  return shared(weights, rest).map((width, column) => width + fixed[column]);
}

const SHORT_CELL = 16;
/** Room for a sign of this size of type, and what a cell leaves free at its sides. */
const SIGN_WIDTH = 118;
const CELL_EDGES = 140;

function shared(weights: readonly number[], width: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((weight / all) * width));
}

/** The scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const MOST_OF_HEAD = 70;

const shortened = (text: string): string =>
  text.length > MOST_OF_HEAD ? `${text.slice(0, MOST_OF_HEAD).trimEnd()}…` : text;

/** Characters that XML cannot hold are left out: a pasted text may bring them. */
export const clean = <Text extends string>(text: Text): Text =>
  // What is left of a text is a text of the same kind.
  [...text].filter(isAllowed).join('') as Text;

function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a;
  return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
