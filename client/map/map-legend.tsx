import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { LegendPart, Swatch } from './legend.ts';
import { RAMP_TEXTS, squaresText, useLegendText } from './legend-text.ts';
import styles from './map-legend.module.css';
import { shapeOutline } from './marker-shapes.ts';

/** Draws what a layer says about its colours, shapes and sizes. */
export function Legend({ parts }: { parts: readonly LegendPart[] }) {
  return parts.map((part) => <Part key={part.kind} part={part} />);
}

function Part({ part }: { part: LegendPart }) {
  switch (part.kind) {
    case 'ramp':
      return <Ramp part={part} />;
    case 'swatches':
      return <Swatches items={part.items} />;
    case 'squares':
      return <SquaresNote part={part} />;
    case 'sizes':
      return <Sizes sizes={part.sizes} />;
  }
}

function Ramp({ part }: { part: Extract<LegendPart, { kind: 'ramp' }> }) {
  const intl = useIntl();
  const titleId = useId();
  return (
    <figure className={styles.ramp} aria-labelledby={titleId}>
      <figcaption id={titleId} className={styles.title}>
        {intl.formatMessage(RAMP_TEXTS[part.unit])}
      </figcaption>
      <div className={styles.colours}>
        {part.colours.map((colour) => (
          <span key={colour} style={{ background: colour }} />
        ))}
      </div>
      <div className={styles.breaks}>
        {part.breaks.map((value) => (
          <span key={value}>{intl.formatNumber(value, { maximumSignificantDigits: 2 })}</span>
        ))}
      </div>
    </figure>
  );
}

function Swatches({ items }: { items: readonly Swatch[] }) {
  const text = useLegendText();
  const intl = useIntl();
  return (
    <ul className={styles.swatches}>
      {items.map((item) => (
        <li key={text(item.label)}>
          <SwatchMark swatch={item} />
          <span className={styles.label}>
            <bdi>{text(item.label)}</bdi>
          </span>
          {item.count === undefined ? null : (
            <span className={styles.count}>{intl.formatNumber(item.count)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function SwatchMark({ swatch: { shape, colour, mark, ring } }: { swatch: Swatch }) {
  return (
    <svg className={styles.mark} viewBox="-1.1 -1.1 2.2 2.2" aria-hidden>
      {shape === 'fill' ? (
        <>
          <rect x={-1} y={-0.8} width={2} height={1.6} fill={colour} className={styles.fill} />
          {mark ? <polygon points={shapeOutline(mark).join(' ')} className={styles.onFill} /> : null}
        </>
      ) : shape === 'ring' ? (
        <circle r={0.75} fill={colour} stroke={ring} strokeWidth={0.4} />
      ) : shape === 'line' || shape === 'dash' ? (
        <line
          x1={-1}
          x2={1}
          stroke={colour}
          strokeWidth={0.3}
          strokeDasharray={shape === 'dash' ? '0.5 0.25' : undefined}
        />
      ) : (
        <polygon points={shapeOutline(shape).join(' ')} fill={colour} />
      )}
    </svg>
  );
}

function SquaresNote({ part }: { part: Extract<LegendPart, { kind: 'squares' }> }) {
  return <p className={styles.note}>{squaresText(useIntl(), part)}</p>;
}

function Sizes({ sizes }: { sizes: Extract<LegendPart, { kind: 'sizes' }>['sizes'] }) {
  const intl = useIntl();
  return (
    <figure className={styles.sizes}>
      <figcaption className={styles.title}>
        <FormattedMessage
          id="map.legend.groups"
          defaultMessage="Zoomed out: marker groups, with how many incidents they stand for"
        />
      </figcaption>
      <div className={styles.circles}>
        {sizes.map(({ count, radius }) => (
          <span key={count} className={styles.size}>
            <span className={styles.circle} style={{ inlineSize: radius * 2, blockSize: radius * 2 }} />
            {intl.formatNumber(count)}
          </span>
        ))}
      </div>
    </figure>
  );
}
