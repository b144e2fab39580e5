import { describe, expect, it } from 'vitest';
import { clean, docxFile } from '../../../client/documents/docx-file.ts';
import { type Block, type PaperFile, plain } from '../../../client/documents/model.ts';
import { caseFile } from '../../../client/views/problems/case-file/case-file.ts';
import { unzip } from '../../fixtures/unzip.ts';
import { intl, NORTH_ROAD } from '../views/problems/case-file/sources.ts';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

async function documentOf(file: PaperFile) {
  const blob = await docxFile(file, async () => PNG);
  const entries = unzip(new Uint8Array(await blob.arrayBuffer()));
  const text = (name: string) => entries.get(name)?.toString('utf8') ?? '';
  return { names: [...entries.keys()], text };
}

const wordsOf = (xml: string) =>
  xml
    .replaceAll(/<w:p[ >]/g, ' $&')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");

const file = caseFile(intl, NORTH_ROAD);

describe('the case file for a word processor', () => {
  it('says what the page says, piece by piece', async () => {
    const { text } = await documentOf(file);
    const words = wordsOf(text('word/document.xml'));
    for (const { title, blocks } of file.parts) {
      expect(words).toContain(title);
      for (const block of blocks) {
        if (block.kind === 'text' || block.kind === 'heading') expect(words).toContain(block.text);
        if (block.kind === 'facts') for (const { name } of block.rows) expect(words).toContain(name);
        if (block.kind === 'table')
          for (const cell of [block.label, ...block.columns, ...block.rows.flat()])
            expect(words).toContain(cell);
        if (block.kind === 'figure') expect(words).toContain(block.caption);
      }
    }
  });

  it('has real headings, repeated table heads, page numbers and words for its pictures', async () => {
    const { names, text } = await documentOf(file);
    const document = text('word/document.xml');
    for (const style of ['Title', 'Heading1', 'Heading2', 'Caption'])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document).toContain('descr="Map: Streets around, Treated area, and Comparison area"');
    expect(names.filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0);
    expect(text('word/footer1.xml')).toContain('NUMPAGES');
    expect(wordsOf(text('word/header1.xml'))).toContain('DEM-2026-01');
    expect(wordsOf(text('word/header1.xml'))).toContain('Internal');
    expect(text('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="en"/);
    expect(document).not.toContain('<w:bidi/>');
  });

  it('keeps a short text with what stands under it, and gives long figures the room of words', async () => {
    const table = (cell: string): Block => ({
      kind: 'table',
      label: 'Shares',
      columns: ['Group', 'Before'],
      rows: [['Women', cell]],
      figures: true,
    });
    const shown = async (blocks: Block[]) =>
      (await documentOf({ ...file, cover: [], parts: [{ id: 'a', title: 'A', blocks }] })).text(
        'word/document.xml',
      );
    const decided = plain('Agreed: lamps first');
    const facts: Block = { kind: 'facts', rows: [{ name: 'How', text: 'By vote' }] };
    const paragraph = (xml: string) =>
      xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf('>Agreed')), xml.indexOf('>Agreed'));
    expect(paragraph(await shown([decided, facts]))).toContain('<w:keepNext/>');
    expect(paragraph(await shown([decided, decided]))).not.toContain('<w:keepNext/>');
    expect(paragraph(await shown([plain(`Agreed${' and more'.repeat(80)}`), facts]))).not.toContain(
      '<w:keepNext/>',
    );
    const columns = (xml: string) =>
      [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].slice(-2).map(([, width]) => Number(width));
    const [name, figure] = columns(await shown([table('12')]));
    expect(name).toBeGreaterThan(2 * figure);
    const [shortName, longFigure] = columns(await shown([table('35% (22 of 63; 24% to 47%)')]));
    expect(longFigure).toBeGreaterThan(2 * shortName);
    expect(Math.abs(shortName + longFigure - name - figure)).toBeLessThan(2);
  });

  it('runs from right to left, with figures that keep their signs in front', async () => {
    const arabic: PaperFile = { ...file, language: 'ar', direction: 'rtl', title: 'السرقات في المحطة' };
    const document = (await documentOf(arabic)).text('word/document.xml');
    expect(document).toContain('<w:bidi/>');
    expect(document).toContain('<w:bidiVisual/>');
    expect(document).toMatch(/<w:rtl\/>[\s\S]*?السرقات في المحطة/);
    const figure = document.slice(0, document.indexOf('>-118<'));
    expect(figure.slice(figure.lastIndexOf('<w:p>'))).not.toContain('bidi');
  });

  it('leaves out what XML cannot hold', async () => {
    expect(clean('a\u0000b\u000bc\ud800d\ufffee\n\t\u{1f600}')).toBe('abcde\n\t\u{1f600}');
    const { text } = await documentOf({ ...file, title: 'Stops \u0007& <lamps>' });
    expect(text('word/document.xml')).toContain('Stops &amp; &lt;lamps&gt;');
  });
});
