import { FormattedMessage, useIntl } from 'react-intl';
import type { ResponseCard } from '../../../api/response-cards.ts';
import work from '../case-work.module.css';
import styles from '../problems.module.css';
import { SIDE_WORDS } from '../side-words.ts';
import { EMMIE, EMMIE_WORDS } from './card-words.ts';
import { QUALITY_WORDS } from './option-words.ts';

/** All that a card says. */
export function CardText({ card }: { card: ResponseCard }) {
  const intl = useIntl();
  return (
    <div className={work.cardText}>
      <p>{card.about}</p>
      <p className={styles.facts}>
        <FormattedMessage
          id="card.sides"
          defaultMessage="Acts on: {sides}"
          values={{ sides: intl.formatList(card.sides.map((side) => intl.formatMessage(SIDE_WORDS[side]))) }}
        />
      </p>
      <List
        title={<FormattedMessage id="card.examples" defaultMessage="For example" />}
        lines={card.examples}
      />
      <List
        title={<FormattedMessage id="card.harms" defaultMessage="What could go wrong" />}
        lines={[...card.harms, card.displacement]}
      />
      <dl className={styles.answers}>
        {EMMIE.map((part) => (
          <div key={part}>
            <dt>
              {intl.formatMessage(EMMIE_WORDS[part])} ·{' '}
              {intl.formatMessage(QUALITY_WORDS[card.emmie[part].evidenceQuality])}
            </dt>
            <dd>{card.emmie[part].text}</dd>
          </div>
        ))}
        {card.cost.text ? (
          <div>
            <dt>
              <FormattedMessage
                id="card.cost"
                defaultMessage="Cost: {level, select, low {low} medium {medium} other {high}}"
                values={{ level: card.cost.level }}
              />
            </dt>
            <dd>{card.cost.text}</dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
}

function List({ title, lines }: { title: React.ReactNode; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.quiet}>{title}</h3>
      <ul className={work.points}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
