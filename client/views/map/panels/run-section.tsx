import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import { type MethodId, useCancelRun } from '../../../api/runs.ts';
import { type Extent, meets } from '../../../map/extent.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { sameFilter } from '../address.ts';
import { useMapContext } from '../map-context.ts';
import { METHOD_VIEWS } from '../methods/method-views.ts';
import { MethodAnswer } from '../methods/run-parts.tsx';
import { HarmTooFew, isOfHarm } from './harm-too-few.tsx';
import styles from './panels.module.css';
import { RunActions } from './run-actions.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunLegend } from './run-legend.tsx';
import { RunPictures } from './run-pictures.tsx';
import { WeightyWarnings } from './run-warnings.tsx';

/** The run on the map: how far it is, or what came out. */
export function RunSection({ method }: { method: MethodId }) {
  const { search, change, runOnMap, engine } = useMapContext();
  const { run, running, error } = runOnMap;
  useBringIntoView(run?.method === method ? (run.summary?.bounds ?? null) : null);
  const section = useRef<HTMLElement>(null);
  const answered = run?.method === method && run.state !== 'running' ? run.id : null;
  // The answer stands below the form: whoever asked should see it without looking for it.
  useEffect(() => {
    if (answered !== null && section.current) scrollInPanel(section.current);
  }, [answered]);
  if (!search.run) return null;
  if (error) return <Notice tone="red">{error.message}</Notice>;
  if (!run || run.method !== method) return null;
  if (running) return <Running id={run.id} />;
  const bounds = run.summary?.bounds;
  const onMap = METHOD_VIEWS[method].layer !== null;
  return (
    <section ref={section} className={styles.section}>
      <div className={styles.headed}>
        <h3>
          {onMap ? (
            <FormattedMessage id="map.run.answer" defaultMessage="Answer on the map" />
          ) : (
            <FormattedMessage id="map.run.answer.times" defaultMessage="Answer" />
          )}
        </h3>
        {bounds && onMap ? (
          <Button kind="quiet" size="small" onPress={() => engine?.flyTo(bounds)}>
            <FormattedMessage id="map.run.show" defaultMessage="Show all of it" />
          </Button>
        ) : null}
        <Button kind="quiet" size="small" onPress={() => change({ run: undefined, sel: undefined })}>
          {onMap ? (
            <FormattedMessage id="map.run.remove" defaultMessage="Take off the map" />
          ) : (
            <FormattedMessage id="map.run.close" defaultMessage="Put aside" />
          )}
        </Button>
      </div>
      {run.state === 'done' ? <Answer run={run} /> : <NoAnswer run={run} />}
    </section>
  );
}

/** Moves the panel alone: the browser's own way would move the page under it, too. */
function scrollInPanel(element: HTMLElement): void {
  let panel = element.parentElement;
  while (panel && panel.scrollHeight <= panel.clientHeight) panel = panel.parentElement;
  if (!panel || panel === document.body || panel === document.documentElement) return;
  panel.scrollTop += element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
}

/** An answer that lies wholly out of sight is shown; one in sight leaves the map as it is. */
function useBringIntoView(bounds: Extent | null): void {
  const { engine } = useMapContext();
  const key = bounds?.join();
  useEffect(() => {
    const [west, south, east, north] = (key ?? '').split(',').map(Number);
    if (!engine || key === undefined) return;
    if (!meets([west, south, east, north], engine.bounds)) engine.flyTo([west, south, east, north]);
  }, [engine, key]);
}

function Running({ id }: { id: string }) {
  const intl = useIntl();
  const cancel = useCancelRun();
  const { progress } = useMapContext().runOnMap;
  return (
    <section className={styles.section}>
      <ProgressBar
        label={intl.formatMessage({ id: 'map.run.running', defaultMessage: 'Working out the answer' })}
        value={progress?.done ?? null}
      />
      <Button onPress={() => cancel.mutate(id)} isPending={cancel.isPending}>
        <FormattedMessage id="map.run.cancel" defaultMessage="Cancel" />
      </Button>
    </section>
  );
}

function NoAnswer({ run }: { run: Run }) {
  if (run.state === 'cancelled')
    return (
      <Notice>
        <FormattedMessage id="map.run.cancelled" defaultMessage="This run was cancelled. Nothing was kept." />
      </Notice>
    );
  return <Notice tone="red">{run.failure}</Notice>;
}

function Answer({ run }: { run: Run }) {
  const { filter } = useMapContext();
  return (
    <div className={styles.stack}>
      {sameFilter(run.filter, filter) ? null : (
        <Notice tone="amber">
          <FormattedMessage
            id="map.run.otherFilter"
            defaultMessage="The filter has changed since: this answer is about the incidents named below."
          />
        </Notice>
      )}
      <TooFew run={run} />
      {run.summary?.tooFew ? null : <RunLegend run={run} />}
      <WeightyWarnings run={run} />
      <RunPictures run={run}>
        <MethodAnswer run={run} />
      </RunPictures>
      <RunActions run={run} />
      <RunFacts run={run} />
    </div>
  );
}

function TooFew({ run }: { run: Run }) {
  const tooFew = run.summary?.tooFew;
  if (!tooFew) return null;
  if (isOfHarm(tooFew.reason)) return <HarmTooFew tooFew={tooFew} />;
  return (
    <Notice tone="amber">
      <FormattedMessage
        id="map.run.tooFew"
        defaultMessage="Too few to say: {reason, select, no_incidents {no incidents with a position match the filter} fewer_than_30_incidents {{found, number} incidents, at least {floor, number} are needed} mean_count_below_0_1 {on average {found, number} incidents in a cell, at least {floor, number} are needed; choose larger cells} no_variation {all cells hold the same number} too_few_incidents {{found, number} incidents, at least {floor, number} are needed} too_few_compared {{found, number} incidents to compare with, at least {floor, number} are needed; choose other categories} too_few_places {{found, plural, one {# place} other {# places}}, at least {floor, number} are needed} too_few_periods {{found, number} periods, at least {floor, number} are needed; choose shorter ones} too_few_in_every_area {no area has more than {found, number} incidents in all, at least {floor, number} are needed; choose larger areas} no_extent {all incidents lie at one point or on one line, which has no area} too_few_days {{found, number} days, at least {floor, number} are needed} no_times {of no incident is the time known well enough} other {the area has too few cells; choose smaller ones}}. Nothing is coloured."
        values={{ reason: tooFew.reason, found: tooFew.found ?? 0, floor: tooFew.floor ?? 0 }}
      />
    </Notice>
  );
}
