/** Who reads what of the minutes: a wider circle reads less, and never what a text tells of what was left out for it. */
import type { CommitmentVisibility } from '../commitment.ts';
import type { MinutesSection, MinutesSectionId, MinutesText } from './minutes.ts';

/** Those who prepare the meeting, those who read meetings, and everybody. */
export const AUDIENCES = ['keepers', 'committee', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

const READS: Readonly<Record<Audience, readonly CommitmentVisibility[]>> = {
  keepers: ['internal', 'committee', 'public'],
  committee: ['committee', 'public'],
  public: ['public'],
};

export interface MinutesShown {
  readonly sections: readonly MinutesSection[];
  readonly texts: readonly MinutesText[];
  /** Sections whose text is left out, because it was written over what this audience does not read. */
  readonly withheld: readonly MinutesSectionId[];
}

export function minutesFor(
  sections: readonly MinutesSection[],
  texts: readonly MinutesText[],
  audience: Audience,
): MinutesShown {
  const shown = sections.map((one) => sectionFor(one, audience));
  const isCut = (id: MinutesSectionId) =>
    rowsOf(sections.find((one) => one.id === id)) !== rowsOf(shown.find((one) => one.id === id));
  const withheld = [...new Set(texts.map(({ section }) => section))].filter(isCut);
  return { sections: shown, texts: texts.filter(({ section }) => !withheld.includes(section)), withheld };
}

const rowsOf = (section: MinutesSection | undefined): number =>
  section !== undefined && 'rows' in section ? section.rows.length : 0;

function sectionFor(section: MinutesSection, audience: Audience): MinutesSection {
  const reads = ({ visibility }: { visibility: CommitmentVisibility }) =>
    READS[audience].includes(visibility);
  switch (section.id) {
    case 'reviewed':
      return { ...section, rows: section.rows.filter(reads) };
    case 'promised':
      return { ...section, rows: section.rows.filter(reads) };
    case 'agenda':
      return { ...section, rows: section.rows.filter(reads) };
    case 'attendance':
      return audience === 'public' ? withoutFew(section) : section;
    default:
      return section;
  }
}

/** How many disabled people came is for those who make room for them: in a small room it would point at somebody. */
function withoutFew(section: Extract<MinutesSection, { id: 'attendance' }>): MinutesSection {
  if (section.counts === null) return section;
  return { ...section, counts: { ...section.counts, public: { ...section.counts.public, disabled: null } } };
}
