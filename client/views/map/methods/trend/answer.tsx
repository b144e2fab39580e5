import type { RunOf } from '../../../../api/runs.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { TrendChart } from './trend-chart.tsx';
import { TrendWords } from './words.tsx';

export function TrendAnswer({ run: { summary } }: { run: RunOf<'trend'> }) {
  const { scene } = useMapContext();
  const data = dataOf(scene.result, 'trend');
  if (!summary?.step || !data || data.periods.length === 0) return null;
  return (
    <div className={panelStyles.stack}>
      <TrendWords summary={summary} step={summary.step} periods={data.periods} />
      <TrendChart summary={summary} step={summary.step} periods={data.periods} />
    </div>
  );
}
