import { FormattedMessage } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Notice } from '../../../../ui/notice.tsx';
import { BandTable } from './band-table.tsx';
import { CombinationTable } from './combination-table.tsx';
import { FactorTable } from './factor-table.tsx';
import { TerrainWords } from './words.tsx';

export function TerrainAnswer({ run: { summary } }: { run: RunOf<'risk-terrain'> }) {
  if (!summary || summary.tooFew) return null;
  const kept = summary.factors.some(({ verdict }) => verdict === 'kept');
  return (
    <>
      <Notice
        tone="amber"
        title={<FormattedMessage id="map.terrain.noticeTitle" defaultMessage="Not for publication" />}
      >
        <FormattedMessage
          id="map.terrain.notice"
          defaultMessage="A work sheet about places. Shown in public it would give the people there a name they cannot answer, and used to send patrols it would find what it looks for. It is no score of safety, and nobody’s presence in a coloured cell means anything."
        />
      </Notice>
      <TerrainWords summary={summary} />
      <FactorTable summary={summary} />
      {kept ? (
        <>
          <CombinationTable summary={summary} />
          <BandTable summary={summary} />
        </>
      ) : null}
    </>
  );
}
