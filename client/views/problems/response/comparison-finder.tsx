import { useState } from 'react';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useAreas } from '../../../api/areas.ts';
import { type Comparisons, type EvaluationPlan, useComparisons } from '../../../api/evaluations.ts';
import type { Area, Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { FigureTable } from '../../../ui/figure-table.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../problems.module.css';

const KINDS: Record<Area['kind'], MessageDescriptor> = defineMessages({
  country: { id: 'evaluation.kind.country', defaultMessage: 'Countries' },
  region: { id: 'evaluation.kind.region', defaultMessage: 'Regions' },
  district: { id: 'evaluation.kind.district', defaultMessage: 'Districts' },
  neighbourhood: { id: 'evaluation.kind.neighbourhood', defaultMessage: 'Neighbourhoods' },
  beat: { id: 'evaluation.kind.beat', defaultMessage: 'Beats' },
  custom: { id: 'evaluation.kind.custom', defaultMessage: 'Areas drawn by hand' },
});

const REASONS: Record<Found['match']['reasons'][number], MessageDescriptor> = defineMessages({
  excluded: { id: 'evaluation.match.excluded', defaultMessage: 'touches the response' },
  'too-few-incidents': { id: 'evaluation.match.few', defaultMessage: 'too few incidents' },
  'trend-differs': { id: 'evaluation.match.trend', defaultMessage: 'another trend' },
  'size-differs': { id: 'evaluation.match.size', defaultMessage: 'another size' },
  'level-differs': { id: 'evaluation.match.level', defaultMessage: 'another level' },
});

type Found = Comparisons['found'][number];
type Chosen = Pick<EvaluationPlan, 'control' | 'comparisonName' | 'matchCard' | 'controlBuffer'>;

interface ComparisonFinderProps {
  readonly problem: Problem;
  readonly plan: EvaluationPlan;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Areas of one kind, by how alike they were in the 24 months before the response. */
export function ComparisonFinder({ problem, plan, onChoose }: ComparisonFinderProps) {
  const intl = useIntl();
  const areas = useAreas().data ?? [];
  const kinds = [...new Set(areas.map(({ kind }) => kind))];
  const [kind, setKind] = useState<Area['kind'] | null>(null);
  const asking = useComparisons(problem.id);
  const wanted = kind ?? (kinds.includes('custom') ? 'custom' : (kinds[0] ?? null));
  const { treated, before, buffer, bufferMetres, outcome } = plan;
  const canAsk = treated !== null && before !== null && wanted !== null;
  return (
    <div className={styles.form}>
      <div className={styles.finder}>
        <Select
          label={intl.formatMessage({ id: 'evaluation.find.kind', defaultMessage: 'Look among' })}
          choices={kinds.map((id) => ({ id, label: intl.formatMessage(KINDS[id]) }))}
          value={wanted}
          onChange={setKind}
        />
        <Button
          isDisabled={!canAsk}
          isPending={asking.isPending}
          onPress={() =>
            canAsk &&
            asking.mutate({ treated, buffer, bufferMetres, outcome, until: before.to, kind: wanted })
          }
        >
          <FormattedMessage id="evaluation.find" defaultMessage="Find comparison areas" />
        </Button>
      </div>
      <ErrorNotice error={asking.error} />
      {asking.data ? (
        <FoundTable
          comparisons={asking.data}
          onChoose={({ area, match }) => {
            const found = areas.find(({ id }) => id === area.id);
            if (found)
              onChoose({
                control: found.geometry,
                comparisonName: found.name,
                matchCard: cardOf(match),
                controlBuffer: null,
              });
          }}
        />
      ) : null}
    </div>
  );
}

/** A card keeps finite numbers only: without incidents there is nothing to match by. */
function cardOf({ mismatch, sizeRatio, levelRatio, trendRatio, trendInterval, suitable }: Found['match']) {
  const numbers = [mismatch, sizeRatio, levelRatio, trendRatio, ...trendInterval];
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) return null;
  return {
    mismatch,
    sizeRatio,
    levelRatio,
    trendRatio,
    trendInterval,
    suitable,
  } as EvaluationPlan['matchCard'];
}

function FoundTable({
  comparisons: { treated, found },
  onChoose,
}: {
  comparisons: Comparisons;
  onChoose: (found: Found) => void;
}) {
  const intl = useIntl();
  if (found.length === 0)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="evaluation.find.none"
          defaultMessage="There is no other area of this kind. Draw one on the map, or choose another kind."
        />
      </p>
    );
  const times = (value: number | null) =>
    value === null ? '–' : `× ${intl.formatNumber(value, { maximumFractionDigits: 2 })}`;
  const total = treated.months.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p className={styles.quiet}>
        <FormattedMessage
          id="evaluation.find.how"
          defaultMessage="Each against the treated area ({total, number} incidents in 24 months); × 1 is a twin. Press a name to take it."
          values={{ total }}
        />
      </p>
      <FigureTable
        label={intl.formatMessage({ id: 'evaluation.find.table', defaultMessage: 'Comparison areas' })}
        columns={[
          intl.formatMessage({ id: 'result.area', defaultMessage: 'Area' }),
          intl.formatMessage({ id: 'evaluation.find.off', defaultMessage: 'Off by' }),
          intl.formatMessage({ id: 'evaluation.find.level', defaultMessage: 'Incidents' }),
          intl.formatMessage({ id: 'evaluation.find.trend', defaultMessage: 'Trend' }),
          intl.formatMessage({ id: 'evaluation.find.size', defaultMessage: 'Size' }),
          intl.formatMessage({ id: 'evaluation.find.fit', defaultMessage: 'Fit' }),
        ]}
        rows={found.slice(0, 12).map((one) => ({
          id: String(one.area.id),
          name: one.area.name,
          onPress: () => onChoose(one),
          figures: [
            {
              text:
                one.match.mismatch === null
                  ? '–'
                  : intl.formatNumber(Math.expm1(one.match.mismatch), {
                      style: 'percent',
                      maximumFractionDigits: 0,
                    }),
            },
            { text: times(one.match.levelRatio) },
            { text: times(one.match.trendRatio) },
            { text: times(one.match.sizeRatio) },
            {
              text: one.match.suitable
                ? intl.formatMessage({ id: 'evaluation.match.good', defaultMessage: 'fits' })
                : intl.formatList(one.match.reasons.map((reason) => intl.formatMessage(REASONS[reason]))),
            },
          ],
        }))}
      />
    </>
  );
}
