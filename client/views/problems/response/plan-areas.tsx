import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AnyGeometry, AreaGeometry } from '../../../../server/app.ts';
import { type CountedArea, type EvaluationPlan, useZone } from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import drawStyles from '../draw-dialog.module.css';
import { DrawDialog } from '../draw-dialog.tsx';
import styles from '../problems.module.css';
import { choiceOf, useAreaChoices } from './area-choices.ts';
import { DrawnCheck } from './drawn-check.tsx';
import { AREA_WORDS } from './evaluation-words.ts';

interface PlanAreasProps {
  readonly problem: Problem;
  readonly plan: EvaluationPlan;
  readonly set: (change: Partial<EvaluationPlan>) => void;
}

const NONE = 'none';
const OWN = 'own';

/** One of the areas of a plan: of the case, named, drawn for the case, or of its own. */
export function AreaField({ problem, plan, set, area }: PlanAreasProps & { area: CountedArea }) {
  const intl = useIntl();
  const choices = useAreaChoices(problem);
  const shape = plan[area];
  const chosen = choiceOf(choices, shape);
  const own = {
    id: OWN,
    label: intl.formatMessage({
      id: 'evaluation.area.own',
      defaultMessage: 'Drawn for this plan',
    }),
  };
  const none = {
    id: NONE,
    label: intl.formatMessage({ id: 'evaluation.area.none', defaultMessage: 'Not chosen' }),
  };
  const [isDrawing, setDrawing] = useState(false);
  const choose = (geometry: AreaGeometry | null, name: string) =>
    set({ [area]: geometry, ...(area === 'control' && { comparisonName: name, matchCard: null }) });
  return (
    <div className={drawStyles.choose}>
      <Select
        label={intl.formatMessage(AREA_WORDS[area])}
        choices={[none, ...(shape && !chosen ? [own] : []), ...choices]}
        value={shape === null ? NONE : (chosen?.id ?? OWN)}
        onChange={(id) => {
          if (id === OWN) return;
          const picked = choices.find((choice) => choice.id === id) ?? null;
          choose(picked?.geometry ?? null, picked?.label ?? '');
        }}
      />
      <Button size="small" onPress={() => setDrawing(true)}>
        <FormattedMessage
          id="draw.area.do"
          defaultMessage="Draw: {area}…"
          values={{ area: intl.formatMessage(AREA_WORDS[area]) }}
        />
      </Button>
      {isDrawing ? (
        <DrawDialog
          title={intl.formatMessage(AREA_WORDS[area])}
          problem={problem}
          takes="areas"
          value={shape}
          onClose={() => setDrawing(false)}
          onDone={(drawn) => {
            if (isArea(drawn)) choose(drawn, own.label);
            setDrawing(false);
          }}
          check={(drawn) =>
            isArea(drawn) ? <DrawnCheck problemId={problem.id} plan={plan} area={area} shape={drawn} /> : null
          }
        />
      ) : null}
    </div>
  );
}

function isArea(shape: AnyGeometry): shape is AreaGeometry {
  return shape.type === 'Polygon' || shape.type === 'MultiPolygon';
}

const METRES = 200;

/** Both zones around at once, equally wide. */
export function ZoneFields({ problem, plan, set }: PlanAreasProps) {
  const intl = useIntl();
  const [metres, setMetres] = useState(plan.bufferMetres ?? METRES);
  const zone = useZone(problem.id);
  const { treated, control } = plan;
  const draw = async () => {
    if (treated === null || control === null) return;
    const buffer = await zone.mutateAsync({ area: treated, metres });
    const controlBuffer = await zone.mutateAsync({ area: control, metres });
    set({ buffer, controlBuffer, bufferMetres: metres });
  };
  return (
    <>
      <div className={styles.finder}>
        <NumberField
          label={intl.formatMessage({
            id: 'evaluation.metres',
            defaultMessage: 'Width of the streets around (m)',
          })}
          value={metres}
          onChange={(value) => setMetres(Number.isFinite(value) ? value : METRES)}
          minValue={10}
          maxValue={5000}
        />
        <Button
          isDisabled={treated === null || control === null}
          isPending={zone.isPending}
          // What goes wrong is in `zone.error`.
          onPress={() => void draw().catch(() => undefined)}
        >
          <FormattedMessage id="evaluation.draw-zones" defaultMessage="Draw both around their areas" />
        </Button>
      </div>
      <ErrorNotice error={zone.error} />
    </>
  );
}
