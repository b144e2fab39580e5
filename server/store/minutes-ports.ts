/** What is kept of the minutes of meetings, and what the rest of the server may ask of it. */
import type { MinutesSection, MinutesState, MinutesText } from '../domain/meeting/minutes.ts';
import type { Act } from './records.ts';

export interface KeptMinutes {
  meetingId: string;
  state: Exclude<MinutesState, 'ahead'>;
  texts: MinutesText[];
  /** Null until they are closed: then the record as it was. */
  sections: MinutesSection[] | null;
  closedAt: string | null;
  closedByName: string | null;
  approvedAtMeetingId: string | null;
  approvedAt: string | null;
  version: number;
}

export interface MinutesNote {
  id: string;
  text: string;
  createdByName: string | null;
  createdAt: string;
}

export interface MinutesStore {
  /** Null: nobody has written anything in them yet. */
  get(meetingId: string): Promise<KeptMinutes | null>;
  /** Of these, at which meetings each was approved. */
  approvedAt(meetingId: string): Promise<string[]>;
  /** An empty text takes the one that stands there away. Version 0: there are none yet. */
  write(meetingId: string, version: number, text: MinutesText, act: Act): Promise<KeptMinutes>;
  close(
    meetingId: string,
    version: number,
    sections: readonly MinutesSection[],
    act: Act,
  ): Promise<KeptMinutes>;
  approve(meetingId: string, version: number, atMeetingId: string, act: Act): Promise<KeptMinutes>;
  /** The oldest first. */
  notes(meetingId: string): Promise<MinutesNote[]>;
  addNote(meetingId: string, text: string, act: Act): Promise<MinutesNote>;
}

export interface MinutesStores {
  readonly minutes: MinutesStore;
}
