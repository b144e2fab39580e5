/** What the workbench refuses whoever asks, and who asks. A request that was refused is put on record, for good. */

export const RED_LINES = [
  'attribute_of_persons',
  'names_of_persons',
  'exact_data_out',
  'face_recognition',
  'watch_of_persons',
  'score_of_areas',
  'other',
] as const;
export type RedLine = (typeof RED_LINES)[number];

export const ASKING_BODIES = [
  'police',
  'military',
  'intelligence',
  'ministry',
  'local_authority',
  'court',
  'donor',
  'company',
  'media',
  'research',
  'person',
  'other',
] as const;
export type AskingBody = (typeof ASKING_BODIES)[number];
