import { OctagonX } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { RedLineDialog } from '../../red-line-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

/** Whoever was asked for something that is refused can put it on record. */
export function RedLineSection() {
  const [recording, setRecording] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="settings-red-lines">
      <h2 id="settings-red-lines">
        <FormattedMessage id="redLine.section" defaultMessage="Red lines" />
      </h2>
      <p>
        <FormattedMessage
          id="redLine.section.text"
          defaultMessage="The workbench keeps nothing about persons: no names, no ethnicity or religion, no faces, no exact data for others. If somebody asks for it, put it on record; those who oversee will see it."
        />
      </p>
      <div>
        <Button onPress={() => setRecording(true)}>
          <OctagonX aria-hidden size={18} />
          <FormattedMessage id="redLine.record" defaultMessage="Record a request" />
        </Button>
      </div>
      {recording ? <RedLineDialog onClose={() => setRecording(false)} /> : null}
    </section>
  );
}
