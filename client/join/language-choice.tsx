import { FormattedMessage } from 'react-intl';
import styles from './join.module.css';
import { bestOf, nameOfLanguage } from './language.ts';

interface LanguageChoiceProps {
  readonly languages: readonly string[];
  readonly language: string;
  readonly onChoose: (language: string) => void;
}

/** Always at hand: each language stands there as its speakers call it. What is typed elsewhere on the page stays. */
export function LanguageChoice({ languages, language, onChoose }: LanguageChoiceProps) {
  return (
    <label className={styles.language}>
      <FormattedMessage id="join.language" defaultMessage="Your language" />
      <select value={bestOf(languages, language)} onChange={(event) => onChoose(event.target.value)}>
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {nameOfLanguage(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
