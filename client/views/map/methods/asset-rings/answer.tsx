import type { RunOf } from '../../../../api/runs.ts';
import { AssetTable } from './asset-table.tsx';
import { CurveTable } from './curve-table.tsx';
import { RingTables } from './ring-tables.tsx';
import { RingWords } from './ring-words.tsx';

export function RingsAnswer({ run }: { run: RunOf<'asset-rings'> }) {
  const { summary } = run;
  if (!summary) return null;
  return (
    <>
      {summary.tooFew ? null : <RingWords summary={summary} />}
      <RingTables summary={summary} />
      <CurveTable curves={summary.curves ?? []} radius={run.parameters.rings[0]} />
      <AssetTable summary={summary} />
    </>
  );
}
