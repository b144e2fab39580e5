import { describe, expect, it } from 'vitest';
import type { Block, PaperFile } from '../../../../../client/documents/model.ts';
import { caseFile, type FileSources } from '../../../../../client/views/problems/case-file/case-file.ts';
import { leadsPart } from '../../../../../server/domain/case/leads.ts';
import { objectivePart } from '../../../../../server/domain/case/objective.ts';
import { optionItem } from '../../../../../server/domain/case/option.ts';
import { priorityPart } from '../../../../../server/domain/case/priority.ts';
import { surveyRoundItem } from '../../../../../server/domain/case/survey-round.ts';
import { EMPTY, intl, NORTH_ROAD } from './sources.ts';

const blocksOf = (file: PaperFile): Block[] => file.parts.flatMap(({ blocks }) => [...blocks]);
const partOf = (file: PaperFile, id: string) => file.parts.find((part) => part.id === id);
const factsOf = (file: PaperFile) =>
  Object.fromEntries(
    blocksOf(file).flatMap((block) =>
      block.kind === 'facts' ? block.rows.map(({ name, text }) => [name, text]) : [],
    ),
  );
const written = (change: Partial<FileSources>) => caseFile(intl, { ...EMPTY, ...change });

describe('the case file', () => {
  it('has the parts a jury looks for, in their order', () => {
    expect(caseFile(intl, EMPTY).parts.map(({ id }) => id)).toEqual([
      'summary',
      'scanning',
      'analysis',
      'response',
      'assessment',
      'agency',
      'exhibits',
      'history',
      'methods',
    ]);
  });

  it('says of what is empty in one line that it is', () => {
    const file = caseFile(intl, EMPTY);
    const lines = ['summary', 'scanning', 'analysis', 'response', 'exhibits', 'history'].map(
      (id) => partOf(file, id)?.blocks,
    );
    for (const blocks of lines) expect(blocks).toHaveLength(1);
    expect(blocksOf(file).filter(({ kind }) => kind === 'figure' || kind === 'table')).toEqual([]);
  });

  it('gives the published figures of the worked case', () => {
    const tables = blocksOf(caseFile(intl, NORTH_ROAD)).filter((block) => block.kind === 'table');
    expect(tables.map(({ rows }) => rows.map(([, ...figures]) => figures))).toEqual([
      [
        ['207', '110', '-97'],
        ['308', '318', '+10'],
        ['178', '157', '-21'],
        ['150', '140', '-10'],
      ],
      [
        ['-118', '-196 … -40'],
        ['-107', '-167 … -47'],
        ['-11', '-60 … +38'],
        ['0.51', '0.39 … 0.68'],
        ['+0.26', '–'],
      ],
    ]);
    expect(tables.map(({ label }) => label)).toEqual([
      'Table 1. Incidents before and after',
      'Table 2. The test and its companions',
    ]);
    expect(factsOf(caseFile(intl, NORTH_ROAD)).Data).toBe('Thefts of the police version 2');
  });

  it('draws the ground with its key, and tells it to those who do not see it', () => {
    const [figure] = blocksOf(caseFile(intl, NORTH_ROAD)).filter((block) => block.kind === 'figure');
    expect(figure.caption).toMatch(/^Figure 1\. /);
    expect(figure.alt).toBe('Map: Streets around, Treated area, and Comparison area');
    const svg = 'svg' in figure.picture ? figure.picture.svg : '';
    expect(svg).toContain('>N<');
    expect(svg).toMatch(/\d+ (k?m)</);
    for (const name of ['Treated area', 'Comparison area', 'Streets around'])
      expect(svg).toContain(`>${name}<`);
  });

  it('draws how the difference grew, and says that only the last point was agreed', () => {
    const figure = blocksOf(caseFile(intl, NORTH_ROAD)).filter((block) => block.kind === 'figure')[1];
    expect(figure.caption).toMatch(/^Figure 2\. How the difference grew/);
    expect(figure.alt).toContain('Jun 30, 2025 -50 -110 +10; Dec 31, 2025 -118 -196 -40');
    expect(figure.notes.join()).toContain('only the last one is the agreed test');
  });

  it('shows what people said, group by group, and of whom it says nothing', () => {
    const round = (timing: 'before' | 'after', yes: number, n = 30) =>
      surveyRoundItem.parse({
        timing,
        sampling: 'convenience',
        questions: [
          {
            item: 'safe_after_dark',
            answers: [
              { group: 'women', asked: n, yes },
              { group: 'from_60', asked: 9, yes: 1 },
            ],
          },
        ],
      });
    const items = [
      { id: 's1', kind: 'survey_round' as const, body: round('before', 12) },
      { id: 's2', kind: 'survey_round' as const, body: round('after', 24) },
    ];
    const blocks = partOf(written({ items }), 'assessment')?.blocks ?? [];
    const [figure] = blocks.filter((block) => block.kind === 'figure');
    const [table] = blocks.filter((block) => block.kind === 'table');
    expect(table).toMatchObject({
      rows: [
        [
          'Women',
          '40% (12 of 30; 25% to 58%)',
          '80% (24 of 30; 63% to 90%)',
          expect.stringMatching(/^\+40 \(\+15 to \+59\)$/),
        ],
        ['60 and older', ...Array.from({ length: 3 }, () => 'fewer than 10 answered: too few to say')],
      ],
    });
    expect(figure.alt).toContain('Women 40% (12 of 30');
    const svg = 'svg' in figure.picture ? figure.picture.svg : '';
    // Two marks of the one group that is shown, two of the key.
    expect(svg.match(/<circle/g)).toHaveLength(4);
    expect(JSON.stringify(blocks)).toContain('cannot be generalised to all residents');
    // The rounds are told there, and not once more as a list of fields.
    expect(JSON.stringify(blocks)).not.toContain('Round of a survey');
  });

  it('sets what residents said of a promise beside each other, group by group', () => {
    const youth = { done: 1, partly: 0, notDone: 4, cannotSay: 0 };
    const said = {
      ...{
        round: 1,
        basis: 'meeting' as const,
        heldOn: '2025-12-18',
        meetingId: null,
        comment: '',
        outcome: 'verified' as const,
      },
      ...{ done: 19, partly: 0, notDone: 4, cannotSay: 2, byGroup: { youth } },
      ...{ createdBy: 'u1', createdAt: '2025-12-18T19:00:00.000Z' },
    };
    const promise = {
      ...{ id: 'c1', text: 'Repair the lamps', organisation: { id: 7, name: 'City lighting' } },
      ...{ ownerRole: '', dueOn: '2025-12-01', state: 'verified' },
    } as unknown as FileSources['commitments'][number];
    const file = written({ commitments: [promise], verifications: new Map([['c1', [said]]]) });
    const [, table] = blocksOf(file).filter((block) => block.kind === 'table');
    expect(table.label).toContain('at the meeting of Dec 18, 2025: Repair the lamps');
    expect(table.rows).toEqual([
      ['Young people', '1', '0', '4', '0'],
      ['In no group', '18', '0', '0', '2'],
      ['All', '19', '0', '4', '2'],
    ]);
    expect(JSON.stringify(file)).toContain(
      'Young people, counted by themselves: Not done. All together: Done.',
    );
  });

  it('names nobody: offices and organisations alone', () => {
    const leads = leadsPart.parse({
      policeRole: 'Neighbourhood officer',
      policeName: 'Karim Officer',
      communityRole: 'Chair of the committee',
      communityName: 'Leila Chair',
      first: 'community',
    });
    const file = caseFile(intl, {
      ...NORTH_ROAD,
      parts: [{ name: 'leads', body: leads }],
    });
    expect(JSON.stringify(file)).not.toMatch(/Amina|Mariam|Karim|Leila/);
    expect(factsOf(file)['Leads the case']).toBe('Chair of the committee');
    expect(factsOf(file)['Leads it with them']).toBe('Neighbourhood officer');
  });

  it('writes names for numbers, and lists as lines', () => {
    const option = optionItem.parse({
      title: 'Repair the lamps',
      ownerId: 7,
      cardId: 'card-12',
      decision: 'chosen',
      effectScore: 4,
    });
    const priority = priorityPart.parse({
      votes: [
        { group: 'Women', votes: 17 },
        { group: 'Youth', votes: 11 },
      ],
    });
    const file = written({
      items: [{ id: 'i1', kind: 'option', body: option }],
      parts: [{ name: 'priority', body: priority }],
    });
    expect(JSON.stringify(file)).not.toContain('card-12');
    expect(Object.values(factsOf(file))).toContain('City lighting');
    expect(factsOf(file)['What was done']).toBe('Repair the lamps');
    expect(factsOf(file)['Expected effect']).toBe('4 of 5');
    expect(factsOf(file).Votes).toBe('• Women – 17\n• Youth – 11');
  });

  it('writes short entries one after the other, and long ones or those with signs on lines of their own', () => {
    const objective = objectivePart.parse({
      smart: ['specific', 'measurable'],
      counterMeasures: ['Thefts next door', 'Fear'],
    });
    const facts = factsOf(written({ parts: [{ name: 'objective', body: objective }] }));
    expect(facts.SMART).toBe('• Specific: one thing, in one place\n• Measurable: the data are there');
    expect(facts['What must not get worse']).toBe('Thefts next door, Fear');
  });

  it('does not say the verdict twice in its summary, and the words of others beside it', () => {
    const summaryOf = (text: string) =>
      partOf(
        { ...caseFile(intl, { ...NORTH_ROAD, parts: [{ name: 'verdict', body: { text } }] }) },
        'summary',
      )
        ?.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
        .map(({ text }) => text);
    const [generated] = summaryOf('') ?? [];
    expect(generated).toContain('118 fewer');
    expect(summaryOf(generated ?? '')).toEqual([generated]);
    expect(summaryOf('Light helped.')).toEqual([generated, 'Light helped.']);
  });

  it('names the data of the test as they are called', () => {
    const texts = blocksOf(caseFile(intl, NORTH_ROAD)).flatMap((block) =>
      block.kind === 'text' ? [block.text] : [],
    );
    expect(texts.join('\n')).toContain('data: Thefts of the police version 2;');
  });

  it('shows photos with what they show, and lists documents', () => {
    const photo = {
      id: 'a1',
      problemId: 'p1',
      kind: 'before',
      caption: 'The stop in the dark',
      takenOn: '2024-11-02',
      mediaType: 'image/webp',
      name: 'IMG_1.jpg',
      width: 1600,
      height: 1200,
    };
    const pdf = { ...photo, id: 'a2', kind: 'minutes', caption: 'October', mediaType: 'application/pdf' };
    const attachments = [photo, pdf] as unknown as FileSources['attachments'];
    const [figure, table] = partOf(written({ attachments }), 'photos')?.blocks ?? [];
    expect(figure).toMatchObject({
      alt: 'The stop in the dark',
      caption: 'Figure 1. The stop in the dark, Before the response, November 2, 2024',
      picture: { address: '/api/problems/p1/attachments/a1/content', width: 480, height: 360 },
    });
    expect(table).toMatchObject({ rows: [['October', 'Minutes', 'IMG_1.jpg']] });
    expect(partOf(written({}), 'photos')).toBeUndefined();
  });

  it('tells those who do not see incidents that kept answers are for others', () => {
    const [block] = partOf(written({ exhibits: null }), 'exhibits')?.blocks ?? [];
    expect(block).toMatchObject({ kind: 'text', text: expect.stringContaining('see its incidents') });
  });

  it('keeps a long statement whole, and its beginning in the summary', () => {
    const statement = 'Thefts happen at the stop. '.repeat(700);
    const file = written({ problem: { ...EMPTY.problem, statement } });
    expect(partOf(file, 'scanning')?.blocks[0]).toMatchObject({ text: statement });
    expect(factsOf(file)['The problem'].length).toBeLessThan(710);
  });
});
