import type { RunOf } from '../../../../api/runs.ts';
import { GuessScores } from './guess-scores.tsx';
import { HitChart } from './hit-chart.tsx';
import { HitWords } from './hit-words.tsx';
import { ScoreTables } from './score-tables.tsx';

export function HitRateAnswer({ run: { summary } }: { run: RunOf<'hit-rate'> }) {
  if (!summary || summary.maps.length === 0) return null;
  return (
    <>
      <HitWords summary={summary} />
      <HitChart maps={summary.maps} />
      <ScoreTables summary={summary} />
      <GuessScores summary={summary} />
    </>
  );
}
