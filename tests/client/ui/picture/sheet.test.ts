import { expect, test } from 'vitest';
import { element, escapeText } from '../../../../client/ui/picture/markup.ts';
import { fileName } from '../../../../client/ui/picture/picture-notes.ts';
import { sheetSvg, wrap } from '../../../../client/ui/picture/sheet.ts';

const letters = (text: string) => text.length;

test('words are wrapped where they no longer fit, and none is lost', () => {
  const text = 'one two three four incomprehensibilities five';
  const lines = wrap(text, 10, letters);
  expect(lines).toEqual(['one two', 'three four', 'incomprehensibilities', 'five']);
  expect(lines.join(' ')).toBe(text);
  expect(wrap('', 10, letters)).toEqual([]);
});

test('nothing that was written by somebody becomes markup', () => {
  const text = `</text><script>"x" & 'y'\u0000`;
  expect(escapeText(text)).toBe("&lt;/text&gt;&lt;script&gt;&quot;x&quot; &amp; 'y'");
  expect(element('g', { id: '"><a' })).toBe('<g id="&quot;&gt;&lt;a"/>');
});

test('a sheet holds its picture, its key, its notes and its provenance', () => {
  const { svg, width, height } = sheetSvg(
    {
      title: 'Hot & cold',
      picture: { width: 600, height: 300, markup: '<circle r="3"/>' },
      key: [
        { title: 'Cells', rows: [{ mark: '<rect/>', text: 'Hot' }] },
        { title: 'Nothing', rows: [] },
      ],
      notes: ['n = 3', 'Made from data version 7'],
      data: { method: 'local-gi-star', parameters: { level: 0.05 } },
      colours: { paper: '#fff', ink: '#000', quiet: '#666', line: '#ccc' },
    },
    (text, size) => text.length * size * 0.5,
  );
  expect(width).toBe(648);
  expect(height).toBeGreaterThan(400);
  for (const part of ['Hot &amp; cold', '<circle r="3"/>', 'n = 3', 'Made from data version 7', 'Cells'])
    expect(svg).toContain(part);
  expect(svg).not.toContain('Nothing');
  expect(svg).toContain(
    '{&quot;method&quot;:&quot;local-gi-star&quot;,&quot;parameters&quot;:{&quot;level&quot;:0.05}}',
  );
});

test('file names are letters, digits and hyphens', () => {
  expect(fileName('common-ground', 'local-gi-star', '2026-01-02')).toBe(
    'common-ground-local-gi-star-2026-01-02',
  );
  expect(fileName('Ø Größe: 5/7?')).toBe('ø-gro-ße-5-7');
});
