import { useId, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PublishedTable } from '../../api/publications.ts';
import { type ColourClass, classesOf, colourOf, pictureOf } from './area-picture.ts';
import type { Count } from './figure-grid.ts';
import styles from './published.module.css';

export interface AreaMapProps {
  areas: PublishedTable['areas'];
  counts: readonly Count[];
  selected: number | null;
  /** By pointer only; the names in the table do the same by keyboard. */
  onSelect: (area: number) => void;
}

/** The areas coloured by their counts; what is not shown is hatched. */
export function AreaMap({ areas, counts, selected, onSelect }: AreaMapProps) {
  const intl = useIntl();
  const hatch = useId();
  const picture = useMemo(() => pictureOf(areas), [areas]);
  const classes = useMemo(() => classesOf(counts), [counts]);
  const fill = (count: Count) => {
    if (count === null) return `url(#${hatch})`;
    return count === 0 ? 'var(--surface)' : colourOf(count, classes);
  };
  // The chosen one last: its edge lies over those of its neighbours.
  const order = areas.map((_, i) => i).sort((a, b) => Number(a === selected) - Number(b === selected));
  return (
    <figure className={styles.picture}>
      <svg
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="img"
        aria-label={intl.formatMessage({
          id: 'published.map',
          defaultMessage:
            'Map of the areas, darker where more was counted; the table says the same in figures',
        })}
      >
        <Hatch id={hatch} />
        {order.map((i) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the name in the table is the button for it
          <path
            key={i}
            d={picture.paths[i]}
            fill={fill(counts[i])}
            fillRule="evenodd"
            className={styles.shape}
            data-selected={i === selected ? '' : undefined}
            onClick={() => onSelect(i)}
          >
            <title>{areas[i].name}</title>
          </path>
        ))}
      </svg>
      <Legend counts={counts} classes={classes} />
    </figure>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} className={styles.hatchGround} />
        <line x1={0} y1={0} x2={0} y2={6} className={styles.hatchLine} />
      </pattern>
    </defs>
  );
}

function Legend({ counts, classes }: { counts: readonly Count[]; classes: readonly ColourClass[] }) {
  const intl = useIntl();
  const hatch = useId();
  return (
    <figcaption>
      <ul className={styles.legend}>
        {counts.includes(0) ? (
          <li>
            <span className={styles.swatch} style={{ background: 'var(--surface)' }} />
            <FormattedMessage id="published.legend.none" defaultMessage="none" />
          </li>
        ) : null}
        {classes.map(({ colour, from, to }) => (
          <li key={from}>
            <span className={styles.swatch} style={{ background: colour }} />
            <bdi>
              {from === to
                ? intl.formatNumber(from)
                : intl.formatMessage(
                    { id: 'published.legend.class', defaultMessage: '{from, number}–{to, number}' },
                    { from, to },
                  )}
            </bdi>
          </li>
        ))}
        {counts.includes(null) ? (
          <li>
            <svg className={styles.swatch} viewBox="0 0 18 18" aria-hidden>
              <Hatch id={hatch} />
              <rect width={18} height={18} fill={`url(#${hatch})`} />
            </svg>
            <FormattedMessage id="published.hidden" defaultMessage="not shown" />
          </li>
        ) : null}
      </ul>
    </figcaption>
  );
}
