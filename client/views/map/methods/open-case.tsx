import type { MultiPolygon, Polygon } from 'geojson';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { ProblemDialog } from '../panels/problem-dialog.tsx';

/** From a finding to a problem case about its place. */
export function OpenCase({ geometry }: { geometry: Polygon | MultiPolygon }) {
  const [opening, setOpening] = useState(false);
  return (
    <>
      <Button onPress={() => setOpening(true)}>
        <FormattedMessage id="map.found.problem" defaultMessage="Open a problem case about this place…" />
      </Button>
      {opening ? (
        <ProblemDialog geometry={geometry} onClose={() => setOpening(false)} onOpened={() => undefined} />
      ) : null}
    </>
  );
}
