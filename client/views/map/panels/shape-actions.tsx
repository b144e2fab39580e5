import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { IfMay } from '../../../if-may.tsx';
import type { DrawnGeometry } from '../../../map/draw-tool.ts';
import { widen } from '../../../map/measure.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { MeasureText } from '../measure-text.tsx';
import { AreaForm } from './area-form.tsx';
import { NoteForm } from './note-form.tsx';
import panelStyles from './panels.module.css';
import { ProblemDialog } from './problem-dialog.tsx';

interface ShapeActionsProps {
  readonly shape: DrawnGeometry;
  readonly onChange: (shape: DrawnGeometry) => void;
  readonly onDone: () => void;
}

/** What can become of a drawn shape. */
export function ShapeActions({ shape, onChange, onDone }: ShapeActionsProps) {
  const [opening, setOpening] = useState(false);
  return (
    <section className={panelStyles.section}>
      <div className={panelStyles.row}>
        <h3>
          <FormattedMessage id="map.shape.title" defaultMessage="The drawn shape" />
        </h3>
        <Button kind="quiet" size="small" onPress={onDone}>
          <FormattedMessage id="map.shape.drop" defaultMessage="Discard" />
        </Button>
      </div>
      <MeasureText geometry={shape} />
      <BufferField shape={shape} onChange={onChange} />
      {shape.type === 'Polygon' ? (
        <>
          <IfMay action="problem.change">
            <Button kind="primary" onPress={() => setOpening(true)}>
              <FormattedMessage id="map.shape.problem" defaultMessage="Open a problem case…" />
            </Button>
          </IfMay>
          {opening ? (
            <ProblemDialog geometry={shape} onClose={() => setOpening(false)} onOpened={onDone} />
          ) : null}
          <IfMay action="area.change">
            <AreaForm geometry={shape} onDone={onDone} />
          </IfMay>
        </>
      ) : null}
      <NoteForm geometry={shape} onDone={onDone} />
    </section>
  );
}

function BufferField({ shape, onChange }: Pick<ShapeActionsProps, 'shape' | 'onChange'>) {
  const intl = useIntl();
  const [metres, setMetres] = useState(100);
  const apply = () => {
    const wider = widen(shape, metres);
    if (wider) onChange(wider);
  };
  return (
    <details className={panelStyles.details}>
      <summary>
        <FormattedMessage id="map.shape.buffer" defaultMessage="Widen by a distance" />
      </summary>
      <div className={panelStyles.stack}>
        <NumberField
          label={intl.formatMessage({
            id: 'map.shape.buffer.metres',
            defaultMessage: 'Metres on every side',
          })}
          value={metres}
          minValue={1}
          maxValue={50_000}
          onChange={(next) => Number.isFinite(next) && setMetres(next)}
        />
        <Button onPress={apply}>
          <FormattedMessage id="map.shape.buffer.apply" defaultMessage="Widen" />
        </Button>
      </div>
    </details>
  );
}
