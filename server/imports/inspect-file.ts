import type { Inspection } from './contract.ts';
import { refuseFile } from './file-refusal.ts';
import { openFileText } from './file-text.ts';
import type { FileBytes } from './import-service.ts';
import { inspectFeatures } from './inspect-features.ts';
import { inspectTable } from './inspect-table.ts';
import { type InspectFileOptions, SAMPLE_CHARACTERS } from './inspection-parts.ts';

/** Reads the whole file, stores nothing and says what an import would do. */
export async function inspectFile(file: FileBytes, options: InspectFileOptions): Promise<Inspection> {
  const started = performance.now();
  const shape = options.mapping?.file ?? null;
  const text = openFileText(file, shape?.format === 'csv' ? shape.encoding : null);
  try {
    let sample = '';
    let whole = false;
    while (sample.length < SAMPLE_CHARACTERS && !whole) {
      const part = await text.next();
      if (part === null) whole = true;
      else sample += part;
    }
    if (sample.trim() === '') throw refuseFile('empty_file');
    const inspection =
      shape?.format !== 'csv' && /^[\s]*[{[]/.test(sample)
        ? await inspectFeatures(sample, text, options)
        : await inspectTable(sample, whole, text, options);
    return { ...inspection, seconds: Math.round(performance.now() - started) / 1000 };
  } finally {
    await text.stop();
  }
}
