import { Pause, Play, X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/session.ts';
import type { TimeBins } from '../../map/time-bins.ts';
import { IconButton } from '../../ui/button.tsx';
import { type BarRange, rangeOf, type Slide, slide } from './brush.ts';
import { useMapContext } from './map-context.ts';
import { useInstantText, usePeriodText } from './period-text.ts';
import styles from './time-strip.module.css';
import { instantOf, minuteOf, type Period } from './use-incidents.ts';
import { usePlay } from './use-play.ts';

/** Incidents over time, and the brush that narrows the filter to a part of it. */
export function TimeStrip() {
  const { incidents, search, change } = useMapContext();
  const { bins, counts, draft, setDraft } = incidents;
  const period = useMemo(() => draft ?? periodOf(search, bins), [draft, search, bins]);
  const range = bins && period ? rangeOf(period, bins) : null;
  const commit = (next: BarRange | null) => {
    const wanted = bins && next && periodOfBars(next, bins);
    setDraft(wanted);
    change({
      from: wanted ? instantOf(wanted.from) : undefined,
      to: wanted ? instantOf(wanted.to) : undefined,
    });
  };
  const show = (next: BarRange) => bins && setDraft(periodOfBars(next, bins));
  const mayRead = useMay('incident.overview');
  if (!mayRead) return null;
  if (!bins || !counts) return <div className={styles.strip} />;
  return (
    <div className={styles.strip}>
      <Controls bins={bins} range={range} onShow={show} onCommit={commit} />
      <Bars bins={bins} histogram={counts.histogram} range={range} onShow={show} onCommit={commit} />
    </div>
  );
}

interface BrushProps {
  readonly bins: TimeBins;
  readonly range: BarRange | null;
  readonly onShow: (range: BarRange) => void;
  readonly onCommit: (range: BarRange | null) => void;
}

function Controls({ bins, range, onShow, onCommit }: BrushProps) {
  const intl = useIntl();
  const text = usePeriodText();
  const { playing, toggle } = usePlay({ bars: bins.edges.length - 1, range, onShow, onCommit });
  return (
    <div className={styles.controls}>
      <IconButton
        label={
          playing
            ? intl.formatMessage({ id: 'map.time.pause', defaultMessage: 'Pause' })
            : intl.formatMessage({ id: 'map.time.play', defaultMessage: 'Play the period through time' })
        }
        icon={playing ? <Pause aria-hidden size={18} /> : <Play aria-hidden size={18} />}
        onPress={toggle}
      />
      <p className={styles.period}>
        {text}
        <span className={styles.width}>
          <BarWidth bins={bins} />
        </span>
      </p>
      {range ? (
        <IconButton
          label={intl.formatMessage({ id: 'map.time.clear', defaultMessage: 'Show all times' })}
          icon={<X aria-hidden size={18} />}
          onPress={() => onCommit(null)}
        />
      ) : null}
    </div>
  );
}

function BarWidth({ bins: { widthMinutes: minutes, months } }: { bins: TimeBins }) {
  if (months)
    return (
      <FormattedMessage
        id="map.time.barMonths"
        defaultMessage="{months, select, 1 {by month} 12 {by year} other {by 3 months}}"
        values={{ months }}
      />
    );
  return (
    <FormattedMessage
      id="map.time.barWidth"
      defaultMessage="{hours, select, 1 {by hour} 6 {by 6 hours} 24 {by day} 168 {by week} 672 {by 4 weeks} other {by {days, number} days}}"
      values={{ hours: String(minutes / 60), days: minutes / 1440 }}
    />
  );
}

function Bars({ bins, histogram, range, onShow, onCommit }: BrushProps & { histogram: Uint32Array }) {
  const intl = useIntl();
  const bars = histogram.length;
  const top = Math.max(...histogram, 1);
  const box = useRef<HTMLDivElement>(null);
  const start = useRef<number | null>(null);
  const barAt = (clientX: number) => {
    const { left, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return Math.min(Math.max(Math.floor(((clientX - left) / width) * bars), 0), bars - 1);
  };
  const dragged = (clientX: number): BarRange => {
    const [a, b] = [start.current ?? 0, barAt(clientX)];
    return { first: Math.min(a, b), last: Math.max(a, b) };
  };
  const label = intl.formatMessage(
    { id: 'map.time.label', defaultMessage: 'Incidents over time, at most {top, number} in a bar' },
    { top },
  );
  return (
    <div
      ref={box}
      className={styles.bars}
      dir="ltr"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = barAt(event.clientX);
        onShow(dragged(event.clientX));
      }}
      onPointerMove={(event) => start.current !== null && onShow(dragged(event.clientX))}
      onPointerUp={(event) => {
        if (start.current === null) return;
        onCommit(dragged(event.clientX));
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    >
      <svg
        viewBox={`0 0 ${bars} 100`}
        preserveAspectRatio="none"
        className={styles.chart}
        role="img"
        aria-label={label}
      >
        {Array.from(histogram, (count, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
            key={i}
            x={i + 0.08}
            width={0.84}
            y={100 - (96 * count) / top}
            height={(96 * count) / top}
            className={range && (i < range.first || i > range.last) ? styles.barOut : styles.bar}
          />
        ))}
      </svg>
      {range ? <span className={styles.brush} style={between(range, bars)} /> : null}
      <Handles bins={bins} range={range} onShow={onShow} onCommit={onCommit} />
      <Years bins={bins} />
    </div>
  );
}

function Handles({ bins, range, onCommit }: BrushProps) {
  const intl = useIntl();
  const write = useInstantText();
  const bars = bins.edges.length - 1;
  const whole = { first: 0, last: bars - 1 };
  const now = range ?? whole;
  const handle = (end: Slide['end'], label: string, minute: number) => (
    <span
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={bars - 1}
      aria-valuenow={now[end]}
      aria-valuetext={write(minute)}
      className={styles.handle}
      data-shown={range ? true : undefined}
      style={{ insetInlineStart: `${((end === 'first' ? now.first : now.last + 1) / bars) * 100}%` }}
      onKeyDown={(event) => {
        const next = slide(now, { end, key: event.key, bars });
        if (!next) return;
        event.preventDefault();
        onCommit(next.first === 0 && next.last === bars - 1 ? null : next);
      }}
    />
  );
  return (
    <>
      {handle(
        'first',
        intl.formatMessage({ id: 'map.time.from', defaultMessage: 'Start of the period' }),
        bins.edges[now.first],
      )}
      {handle(
        'last',
        intl.formatMessage({ id: 'map.time.to', defaultMessage: 'End of the period' }),
        bins.edges[now.last + 1] - 1,
      )}
    </>
  );
}

/** Where each year begins, or first and last day when the strip is shorter than that. */
function Years({ bins }: { bins: TimeBins }) {
  const intl = useIntl();
  const { incidents } = useMapContext();
  const { edges } = bins;
  const [from, to] = [edges[0], edges[edges.length - 1]];
  const marks = useMemo(() => yearMarks(from, to), [from, to]);
  const place = (minute: number) => ({ insetInlineStart: `${((minute - from) / (to - from)) * 100}%` });
  if (marks.length > 1)
    return marks.map((minute) => (
      <span key={minute} className={styles.year} style={place(minute)} aria-hidden>
        {new Date(minute * 60_000).getUTCFullYear()}
      </span>
    ));
  return (
    <span className={styles.year} style={place(from)} aria-hidden>
      {intl.formatDate(from * 60_000, { timeZone: incidents.timezone, dateStyle: 'medium' })}
    </span>
  );
}

function yearMarks(from: number, to: number): number[] {
  const first = new Date(from * 60_000).getUTCFullYear();
  const last = new Date(to * 60_000).getUTCFullYear();
  return Array.from({ length: last - first + 1 }, (_, i) => Date.UTC(first + i, 0, 1) / 60_000).filter(
    (minute) => minute >= from && minute <= to - (to - from) / 20,
  );
}

const between = ({ first, last }: BarRange, bars: number) => ({
  insetInlineStart: `${(first / bars) * 100}%`,
  inlineSize: `${((last + 1 - first) / bars) * 100}%`,
});

const periodOfBars = ({ first, last }: BarRange, { edges }: TimeBins): Period => ({
  from: edges[first],
  to: edges[last + 1],
});

function periodOf({ from, to }: { from?: string; to?: string }, bins: TimeBins | null): Period | null {
  if (!bins || (!from && !to)) return null;
  return {
    from: minuteOf(from) ?? bins.edges[0],
    to: minuteOf(to) ?? bins.edges[bins.edges.length - 1],
  };
}
