import type { Generated } from 'kysely';

/** Notes on the map and in cases. */
export interface AnnotationTable {
  id: string;
  problem_id: string | null;
  reply_to: Generated<string | null>;
  text: string;
  geometry: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}
