import type { RunOf } from '../../../../api/runs.ts';
import { AssetTable } from './asset-table.tsx';
import { RingTables } from './ring-tables.tsx';
import { RingWords } from './ring-words.tsx';

export function RingsAnswer({ run: { summary } }: { run: RunOf<'asset-rings'> }) {
  if (!summary) return null;
  return (
    <>
      {summary.tooFew ? null : <RingWords summary={summary} />}
      <RingTables summary={summary} />
      <AssetTable summary={summary} />
    </>
  );
}
