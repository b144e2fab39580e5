/** Who reads what of the minutes: a wider circle reads less, and never what a text tells of what was left out for it. */
import type { CommitmentVisibility } from '../commitment.ts';
import type { MinutesSection, MinutesSectionId, MinutesText } from './minutes.ts';
import type { Voted } from './minutes-votes.ts';

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
    piecesOf(sections.find((one) => one.id === id)) !== piecesOf(shown.find((one) => one.id === id));
  const withheld = [...new Set(texts.map(({ section }) => section))].filter(isCut);
  return { sections: shown, texts: texts.filter(({ section }) => !withheld.includes(section)), withheld };
}

/** How many pieces of the record a section has that may be for some readers alone. */
function piecesOf(section: MinutesSection | undefined): number {
  if (section === undefined || !('rows' in section)) return 0;
  if (section.id !== 'agenda') return section.rows.length;
  const { rows, beside, sessionLists } = section;
  const voted = [...rows, beside].map(({ decisions, ballots }) => decisions.length + ballots.length);
  const lists = sessionLists.map(({ ballots }) => ballots.length);
  return [...voted, ...lists].reduce((sum, count) => sum + count, rows.length);
}

function sectionFor(section: MinutesSection, audience: Audience): MinutesSection {
  const reads = ({ visibility }: { visibility: CommitmentVisibility }) =>
    READS[audience].includes(visibility);
  const votedFor = <Of extends Voted>(of: Of): Of => ({
    ...of,
    decisions: of.decisions.filter(reads),
    ballots: of.ballots.filter(reads),
  });
  switch (section.id) {
    case 'reviewed':
      return { ...section, rows: section.rows.filter(reads) };
    case 'promised':
      return { ...section, rows: section.rows.filter(reads) };
    case 'agenda':
      return {
        ...section,
        rows: section.rows.filter(reads).map(votedFor),
        beside: votedFor(section.beside),
        sessionLists: section.sessionLists
          .map((one) => ({ ...one, ballots: one.ballots.filter(reads) }))
          .filter(({ ballots }) => ballots.length > 0),
      };
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
