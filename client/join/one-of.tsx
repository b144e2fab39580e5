import styles from './join.module.css';
import type { Marks, Option } from './option-text.ts';
import { Spoken } from './spoken.tsx';

interface OneOfProps {
  readonly name: string;
  readonly options: readonly Option[];
  readonly marks: Marks;
  readonly onChange: (marks: Marks) => void;
}

/** One answer of several. */
export function OneOf({ name, options, marks, onChange }: OneOfProps) {
  return (
    <div role="radiogroup" className={styles.choices}>
      {options.map(({ id, said }) => (
        <label key={id} className={styles.choice}>
          <input type="radio" name={name} checked={marks[id] === 1} onChange={() => onChange({ [id]: 1 })} />
          <Spoken said={said} />
        </label>
      ))}
    </div>
  );
}
