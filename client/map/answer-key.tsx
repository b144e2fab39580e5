import { useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { AnswerOnMap } from './answer-on-map.ts';
import { EMPTY_SCENE } from './empty-scene.ts';
import { LAYERS } from './layer-list.ts';
import { Legend } from './map-legend.tsx';
import { usePalette } from './theme.ts';

/** What the colours of an answer mean; says so when it colours nothing. */
export function AnswerKey({ answer: { result, areas } }: { answer: AnswerOnMap }) {
  const palette = usePalette();
  const scene = useMemo(() => ({ ...EMPTY_SCENE, palette, areas, result }), [palette, areas, result]);
  const layers = LAYERS.filter((layer) => layer.group === 'findings' && layer.hasData(scene));
  if (layers.length === 0)
    return (
      <p>
        <FormattedMessage
          id="case-map.answer.nothing"
          defaultMessage="Nothing of this answer can be drawn on the map."
        />
      </p>
    );
  return layers.map((layer) => (
    <Legend key={layer.id} parts={layer.legend(scene, { visible: true, opacity: 1 })} />
  ));
}
