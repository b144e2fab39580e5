import { FormattedMessage } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { drawnNotes, nameOfNote } from './drawn-notes.ts';
import styles from './guesses-field.module.css';

interface GuessesFieldProps {
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Which drawn notes are guesses, to be judged beside the maps. */
export function GuessesField({ chosen, onChange }: GuessesFieldProps) {
  const { records, change } = useMapContext();
  const notes = drawnNotes(records.annotations);
  return (
    <fieldset className={styles.guesses}>
      <legend>
        <FormattedMessage id="map.hit.guesses" defaultMessage="Guesses somebody drew" />
      </legend>
      {notes.length > 0 ? (
        <ul>
          {notes.map(({ id, text }) => (
            <li key={id}>
              <Checkbox
                isSelected={chosen.includes(id)}
                isDisabled={chosen.length >= MOST && !chosen.includes(id)}
                onChange={(on) =>
                  onChange(on ? [...chosen, id].sort() : chosen.filter((other) => other !== id))
                }
              >
                {nameOfNote(text)}
              </Checkbox>
            </li>
          ))}
        </ul>
      ) : null}
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.hit.guesses.hint"
          defaultMessage="Where would you have expected the hidden incidents? Draw a polygon round it and save it as a note; the text of the note names the guess. Each guess is held against the maps on as much ground as it covers."
        />
      </p>
      <Button size="small" onPress={() => change({ panel: 'draw' })}>
        <FormattedMessage id="map.hit.guesses.draw" defaultMessage="Draw a guess…" />
      </Button>
    </fieldset>
  );
}

/** As many as the server takes. */
const MOST = 20;
