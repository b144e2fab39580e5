import { AppError } from './errors.ts';

/** What keeps the store from doing its work until somebody mends it. */
export const STORE_TROUBLES = ['disk_full', 'read_only', 'disk_failing', 'damaged'] as const;
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

const SENTENCES: Record<StoreTrouble, string> = {
  disk_full:
    'The disk of the server is full, so this was not saved. What was saved before is safe. Make room there, then try again.',
  read_only:
    'The data folder of the server cannot be written, so this was not saved. What was saved before is safe. Give the server the right to write there.',
  disk_failing:
    'The disk of the server does not answer as it should, so this was not done. Look at the disk before anything else is changed.',
  damaged:
    'A part of the database is damaged and cannot be read. Stop the server and put the newest backup in its place: npm run -s cg -- restore',
};

/** The refusal of whatever could not be done. */
export class StoreInTrouble extends AppError {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble) {
    super(503, `store_${trouble}`, SENTENCES[trouble]);
    this.trouble = trouble;
  }
}
