/** The rows of publications as they lie in the database. */
import type { Generated } from 'kysely';
import type { PublicationState } from '../domain/publication.ts';

export interface PublicationTable {
  id: string;
  title: string;
  text: string;
  subjects: string | null;
  wish: string;
  zone: string;
  state: PublicationState;
  sheet: string;
  areas: string;
  periods: string;
  digest: string;
  version: Generated<number>;
  prepared_by: string;
  prepared_at: string;
  approved_by: string | null;
  approved_at: string | null;
  released_by: string | null;
  released_at: string | null;
  struck_by: string | null;
  struck_at: string | null;
  strike_reason: string | null;
}

export interface PublicationFigureTable {
  publication_id: string;
  position: number;
  area: number | null;
  period: number | null;
  count: number | null;
  tokens: Uint8Array | null;
}
