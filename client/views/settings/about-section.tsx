import { FormattedMessage } from 'react-intl';
import styles from './settings.module.css';

/** Whose work this stands on: names, licences and the data that come with it. */
const BUILT_ON = [
  ['MapLibre GL JS', 'BSD-3-Clause'],
  ['deck.gl', 'MIT'],
  ['Terra Draw', 'MIT'],
  ['Turf', 'MIT'],
  ['React, React Aria Components', 'MIT, Apache-2.0'],
  ['TanStack Router and Query', 'MIT'],
  ['Hono', 'MIT'],
  ['Better Auth, SimpleWebAuthn, openid-client', 'MIT'],
  ['SQLite, better-sqlite3', 'Public domain, MIT'],
  ['Apache Arrow', 'Apache-2.0'],
  ['Lucide icons', 'ISC'],
  ['Natural Earth, through world-atlas', 'Public domain, ISC'],
] as const;

export function AboutSection() {
  return (
    <section className={styles.section} aria-labelledby="settings-about">
      <h2 id="settings-about">
        <FormattedMessage id="settings.about" defaultMessage="About" />
      </h2>
      <p>
        <FormattedMessage
          id="settings.about.text"
          defaultMessage="Common Ground is free software under the Apache License 2.0. It sends nothing anywhere: no telemetry, no remote maps, no remote fonts. The one address it may ask is the sign-in of an organisation, where an operator has set one."
        />
      </p>
      <h3>
        <FormattedMessage id="settings.about.built-on" defaultMessage="Built on" />
      </h3>
      <dl className={styles.licences}>
        {BUILT_ON.map(([name, licence]) => (
          <div key={name} className={styles.licence}>
            <dt>{name}</dt>
            <dd>{licence}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
