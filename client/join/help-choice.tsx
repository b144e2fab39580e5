import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './join.module.css';
import { PATHWAY_WORDS } from './words.ts';

interface HelpChoiceProps {
  readonly onChoose: (pathway: string) => void;
  readonly onCancel: () => void;
}

const PATHWAYS = Object.entries(PATHWAY_WORDS);

/** For what must not be kept here: no word and no place leaves the telephone, only which help was asked for. */
export function HelpChoice({ onChoose, onCancel }: HelpChoiceProps) {
  const [pathway, setPathway] = useState('');
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(pathway);
      }}
    >
      <h1>
        <FormattedMessage id="join.help" defaultMessage="There is help for this" />
      </h1>
      <p>
        <FormattedMessage
          id="join.help.text"
          defaultMessage="Nothing you wrote is sent or kept: no word and no place. Choose who could help; only that somebody asked is counted. The facilitator knows how to reach them: you need not say what it is about."
        />
      </p>
      <fieldset className={styles.choices}>
        <legend>
          <FormattedMessage id="join.help.who" defaultMessage="Who could help?" />
        </legend>
        {PATHWAYS.map(([id, word]) => (
          <label key={id} className={styles.choice}>
            <input type="radio" name="pathway" checked={id === pathway} onChange={() => setPathway(id)} />
            <span>
              <FormattedMessage {...word} />
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className={styles.primary} disabled={pathway === ''}>
        <FormattedMessage id="join.help.count" defaultMessage="Count that somebody asked" />
      </button>
      <button type="button" className={styles.plain} onClick={onCancel}>
        <FormattedMessage id="join.help.back" defaultMessage="Back" />
      </button>
    </form>
  );
}
