import { FormattedMessage, useIntl } from 'react-intl';
import { useFilterText } from '../filter-text.ts';
import { useMapContext } from '../map-context.ts';
import type { Run } from '../use-run.ts';
import styles from './panels.module.css';
import { useWarningText } from './warning-text.ts';

/** Method, parameters, n, period: what a reader needs to trust the picture, or not to. */
export function RunFacts({ run }: { run: Run }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const filterText = useFilterText();
  const warningText = useWarningText();
  const { summary } = run;
  if (!summary) return null;
  const metres = (value: number | null) =>
    value === null ? '–' : `${intl.formatNumber(value, { maximumFractionDigits: 0 })} m`;
  return (
    <>
      <dl className={styles.facts}>
        <dt>
          <FormattedMessage id="map.facts.method" defaultMessage="Method" />
        </dt>
        <dd>
          <MethodName run={run} />
        </dd>
        <dt>
          <FormattedMessage id="map.facts.incidents" defaultMessage="Incidents (n)" />
        </dt>
        <dd>
          <FormattedMessage
            id="map.facts.n"
            defaultMessage="{n, number}{unlocated, plural, =0 {} other {; # without a position left out}}{outside, plural, =0 {} other {; # outside the region}}"
            values={{ n: summary.n, unlocated: summary.unlocated, outside: summary.outside }}
          />
        </dd>
        <dt>
          <FormattedMessage id="map.facts.filter" defaultMessage="Which" />
        </dt>
        <dd>{filterText(run.filter)}</dd>
        <dt>
          <FormattedMessage id="map.facts.cells" defaultMessage="Cells" />
        </dt>
        <dd>
          <FormattedMessage
            id="map.facts.cellsOf"
            defaultMessage="{cells, number} of {side}, together {area, number} km²"
            values={{
              cells: summary.cells,
              side: metres(summary.cell),
              area: Number(summary.regionKm2.toPrecision(3)),
            }}
          />
        </dd>
        <Parameters run={run} metres={metres} />
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
      {summary.warnings.map((warning) => (
        <p key={warning.code} className={styles.quiet}>
          {warningText(warning)}
        </p>
      ))}
    </>
  );
}

function MethodName({ run }: { run: Run }) {
  if (run.method === 'kernel-density')
    return (
      <FormattedMessage
        id="map.facts.density"
        defaultMessage="Kernel density, {kernel} kernel, version {version, number}"
        values={{ kernel: run.parameters.kernel, version: run.methodVersion }}
      />
    );
  return (
    <FormattedMessage
      id="map.facts.hotspots"
      defaultMessage="Getis–Ord {self, select, true {Gi*} other {Gi}}, version {version, number}"
      values={{ self: String(run.parameters.includeSelf), version: run.methodVersion }}
    />
  );
}

function Parameters({ run, metres }: { run: Run; metres: (value: number | null) => string }) {
  const intl = useIntl();
  if (run.method === 'kernel-density')
    return (
      <>
        <dt>
          <FormattedMessage id="map.facts.bandwidth" defaultMessage="Distance" />
        </dt>
        <dd>
          <FormattedMessage
            id="map.facts.bandwidthOf"
            defaultMessage="{metres} ({rule, select, nrd {from the data} arcgis {ArcGIS rule} other {chosen}})"
            values={{
              metres: metres(run.summary?.bandwidth ?? null),
              rule: run.summary?.bandwidthRule ?? '',
            }}
          />
        </dd>
      </>
    );
  return (
    <>
      <dt>
        <FormattedMessage id="map.facts.level" defaultMessage="Level" />
      </dt>
      <dd>
        <FormattedMessage
          id="map.facts.levelOf"
          defaultMessage="{level}, {correction, select, fdr {corrected for many cells (FDR)} other {not corrected}}"
          values={{
            level: intl.formatNumber(run.parameters.level, { style: 'percent', maximumFractionDigits: 2 }),
            correction: run.parameters.correction,
          }}
        />
      </dd>
      <dt>
        <FormattedMessage id="map.facts.found" defaultMessage="Found" />
      </dt>
      <dd>
        <FormattedMessage
          id="map.facts.foundOf"
          defaultMessage="{hot, plural, one {# hot cell} other {# hot cells}}, {cold, plural, one {# cold cell} other {# cold cells}}"
          values={{ hot: run.summary?.hotCells ?? 0, cold: run.summary?.coldCells ?? 0 }}
        />
      </dd>
    </>
  );
}
