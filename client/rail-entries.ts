import {
  Columns3,
  Database,
  Handshake,
  type LucideIcon,
  Map as MapIcon,
  Megaphone,
  MessageSquareText,
  ScrollText,
  Settings,
  UsersRound,
} from 'lucide-react';
import { defineMessages, type MessageDescriptor } from 'react-intl';
import { useMay } from './api/session.ts';

const WORDS = defineMessages({
  map: { id: 'frame.rail.map', defaultMessage: 'Map' },
  concerns: { id: 'frame.rail.concerns', defaultMessage: 'Concerns' },
  problems: { id: 'frame.rail.problems', defaultMessage: 'Problems' },
  meetings: { id: 'frame.rail.meetings', defaultMessage: 'Meetings' },
  commitments: { id: 'commitments.title', defaultMessage: 'Commitments' },
  data: { id: 'frame.rail.data', defaultMessage: 'Data' },
  published: { id: 'frame.rail.published', defaultMessage: 'Published' },
  history: { id: 'frame.rail.history', defaultMessage: 'History' },
  settings: { id: 'frame.rail.settings', defaultMessage: 'Settings' },
});

type Place =
  | '/'
  | '/concerns'
  | '/problems'
  | '/meetings'
  | '/commitments'
  | '/data'
  | '/published'
  | '/history'
  | '/settings';

export interface RailEntry {
  readonly to: Place;
  readonly words: MessageDescriptor;
  readonly Icon: LucideIcon;
  /** Pages that belong to it though their address begins with something else. */
  readonly also?: readonly string[];
}

/** Where somebody may go, what is used most first. */
export function useRailEntries(): RailEntry[] {
  const mayReadMap = useMay('base-map.read');
  const mayReadConcerns = useMay('concern.read');
  const mayAddConcerns = useMay('concern.add');
  const mayReadCases = useMay('problem.read');
  const mayReadMeetings = useMay('meeting.read');
  const mayReadPromises = useMay('commitment.read');
  // Whoever works with the rows, or with where they came from; the map names the data sets to all others.
  const mayRows = useMay('incident.read');
  const mayImports = useMay('import.read');
  const mayPlaces = useMay('protected-asset.add');
  const mayTotals = useMay('aggregate.read');
  const mayReadPublications = useMay('publication.read');
  const mayReadHistory = useMay('audit.read');
  const entries: readonly (RailEntry & { readonly may: boolean })[] = [
    { may: mayReadMap, to: '/', words: WORDS.map, Icon: MapIcon },
    {
      may: mayReadConcerns || mayAddConcerns,
      to: '/concerns',
      words: WORDS.concerns,
      Icon: MessageSquareText,
    },
    {
      may: mayReadCases,
      to: '/problems',
      words: WORDS.problems,
      Icon: Columns3,
      also: ['/commitments'],
    },
    {
      may: mayReadMeetings,
      to: '/meetings',
      words: WORDS.meetings,
      Icon: UsersRound,
      also: ['/committees', '/minutes'],
    },
    // Whoever reads cases finds the commitments beside them.
    { may: mayReadPromises && !mayReadCases, to: '/commitments', words: WORDS.commitments, Icon: Handshake },
    { may: mayRows || mayImports || mayPlaces || mayTotals, to: '/data', words: WORDS.data, Icon: Database },
    { may: mayReadPublications, to: '/published', words: WORDS.published, Icon: Megaphone },
    { may: mayReadHistory, to: '/history', words: WORDS.history, Icon: ScrollText },
    { may: true, to: '/settings', words: WORDS.settings, Icon: Settings },
  ];
  return entries.filter(({ may }) => may);
}
