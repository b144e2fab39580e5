import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AskError, ask, type Group, type GuestMeeting } from './ask.ts';
import { failureText } from './error-words.ts';
import styles from './join.module.css';
import { directionOf, nameOfLanguage } from './language.ts';
import { GROUP_WORDS } from './words.ts';

interface AboutYouProps {
  readonly meeting: GuestMeeting;
  readonly languages: readonly string[];
  readonly onLanguage: (language: string) => void;
  /** Null: nothing could be said just now; the meeting goes on as it is. */
  readonly onDone: (meeting: GuestMeeting | null) => void;
}

/** The language on this telephone, and what somebody likes to say of themselves. */
export function AboutYou({ meeting, languages, onLanguage, onDone }: AboutYouProps) {
  const intl = useIntl();
  const { language } = meeting.guest;
  const [group, setGroup] = useState<Group | null>(meeting.guest.group);
  const [failure, setFailure] = useState<unknown>(null);
  const error = failure === null ? '' : failureText(intl, failure);
  const groups =
    group === null || meeting.groups.includes(group) ? meeting.groups : [...meeting.groups, group];

  async function save(): Promise<void> {
    try {
      onDone(await ask<GuestMeeting>('PUT', '/session', { language, group }));
    } catch (why) {
      const isRefused = why instanceof AskError && !why.passes;
      if (isRefused) setFailure(why);
      else onDone(null);
    }
  }

  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{meeting.committee}</h1>
      <fieldset className={styles.choices}>
        <legend>
          <FormattedMessage id="join.language" defaultMessage="Your language" />
        </legend>
        {languages.map((tag) => (
          <label key={tag} className={styles.choice}>
            <input type="radio" name="language" checked={tag === language} onChange={() => onLanguage(tag)} />
            <span lang={tag} dir={directionOf(tag)}>
              {nameOfLanguage(tag)}
            </span>
          </label>
        ))}
      </fieldset>
      {groups.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>
            <FormattedMessage id="join.group" defaultMessage="Who are you? If you like" />
          </legend>
          <p className={styles.quiet}>
            <FormattedMessage
              id="join.group.why"
              defaultMessage="So that it is seen who was heard. Only counted, and never shown when a group is so small that one could tell who chose what."
            />
          </p>
          {groups.map((one) => (
            <label key={one} className={styles.choice}>
              <input type="radio" name="group" checked={one === group} onChange={() => setGroup(one)} />
              <span>
                <FormattedMessage {...GROUP_WORDS[one]} />
              </span>
            </label>
          ))}
          <label className={styles.choice}>
            <input type="radio" name="group" checked={group === null} onChange={() => setGroup(null)} />
            <span>
              <FormattedMessage id="join.group.none" defaultMessage="I do not want to say" />
            </span>
          </label>
        </fieldset>
      )}
      <p role="alert" className={error === '' ? styles.none : styles.error}>
        {error}
      </p>
      <button type="submit" className={styles.primary}>
        <FormattedMessage id="join.continue" defaultMessage="To the meeting" />
      </button>
    </form>
  );
}
