import type { Generated } from 'kysely';
import type { KeptMinutes } from './minutes-ports.ts';

export interface MinutesTables {
  minutes: MinutesTable;
  minutes_note: { id: string; meeting_id: string; text: string; created_by: string; created_at: string };
}

export interface MinutesTable {
  meeting_id: string;
  texts: Generated<string>;
  sections: string | null;
  state: Generated<KeptMinutes['state']>;
  closed_at: string | null;
  closed_by: string | null;
  approved_at_meeting_id: string | null;
  approved_at: string | null;
  approved_by: string | null;
  version: Generated<number>;
  updated_at: string;
}
