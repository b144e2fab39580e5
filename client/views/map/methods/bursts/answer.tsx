import { useMemo } from 'react';
import type { RunOf } from '../../../../api/runs.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { AlarmTable } from './alarm-table.tsx';
import { CusumChart } from './cusum-chart.tsx';
import { WindowChart } from './window-chart.tsx';
import { BurstsWords } from './words.tsx';

export function BurstsAnswer({ run: { parameters, summary } }: { run: RunOf<'bursts'> }) {
  const { scene } = useMapContext();
  const data = dataOf(scene.result, 'bursts');
  const days = useMemo(() => data?.days.filter(({ watched }) => watched) ?? [], [data]);
  if (!summary?.cusum || !summary.window || !summary.baseline || days.length === 0) return null;
  return (
    <div className={panelStyles.stack}>
      <BurstsWords
        cusum={summary.cusum}
        window={summary.window}
        mean={summary.baseline.mean}
        falseAlarmDays={parameters.falseAlarmDays}
      />
      <CusumChart cusum={summary.cusum} days={days} />
      <AlarmTable cusum={summary.cusum} />
      <WindowChart window={summary.window} days={days} />
    </div>
  );
}
