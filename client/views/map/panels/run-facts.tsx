import { FormattedMessage, useIntl } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import { METHOD_NAMES } from '../../../method-names.ts';
import { useFilterText } from '../filter-text.ts';
import { useMapContext } from '../map-context.ts';
import { Fact } from '../methods/fact.tsx';
import { useMetresText } from '../methods/figures.ts';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import { MethodFacts } from '../methods/run-parts.tsx';
import styles from './panels.module.css';
import { OtherWarnings } from './run-warnings.tsx';

/** Method, parameters, n, period: what a reader needs to trust the picture, or not to. */
export function RunFacts({ run }: { run: Run }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const filterText = useFilterText();
  const metres = useMetresText();
  const { summary } = run;
  if (!summary) return null;
  return (
    <>
      <dl className={styles.facts}>
        <dt>
          <FormattedMessage id="map.facts.method" defaultMessage="Method" />
        </dt>
        <dd>
          <FormattedMessage
            id="map.facts.methodOf"
            defaultMessage="{name}, version {version, number}"
            values={{
              name: intl.formatMessage(METHOD_NAMES[run.method]),
              version: run.methodVersion,
            }}
          />
        </dd>
        <dt>
          <FormattedMessage id="map.facts.incidents" defaultMessage="Incidents (n)" />
        </dt>
        <dd>
          <FormattedMessage
            id="map.facts.n"
            defaultMessage="{n, number}{unlocated, plural, =0 {} other {{placed, select, true {; {unlocated, number} without a position left out} other {, {unlocated, number} of them without a position}}}}{outside, plural, =0 {} other {; # outside the region}}"
            values={{
              n: summary.n,
              unlocated: summary.unlocated,
              outside: summary.outside,
              placed: String(METHOD_VIEWS[run.method].layer !== null),
            }}
          />
        </dd>
        <dt>
          <FormattedMessage id="map.facts.filter" defaultMessage="Which" />
        </dt>
        <dd>{filterText(run.filter)}</dd>
        {'cells' in summary ? (
          <Fact name={<FormattedMessage id="map.facts.cells" defaultMessage="Cells" />}>
            <FormattedMessage
              id="map.facts.cellsOf"
              defaultMessage="{cells, number} of {side}, together {area, number} km²"
              values={{
                cells: summary.cells,
                side: metres(summary.cell),
                area: Number(summary.regionKm2.toPrecision(3)),
              }}
            />
          </Fact>
        ) : null}
        <MethodFacts run={run} />
        <dt>
          <FormattedMessage id="map.facts.made" defaultMessage="Made" />
        </dt>
        <dd>
          {intl.formatDate(run.createdAt, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone: records.workspace?.timezone,
          })}
        </dd>
      </dl>
      <OtherWarnings run={run} />
    </>
  );
}
