import { FormattedMessage, useIntl } from 'react-intl';
import { IfMay } from '../../if-may.tsx';
import { usePreferences } from '../../preferences.ts';
import { LinkButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { AboutSection } from './about-section.tsx';
import { OrganisationsSection } from './organisations-section.tsx';
import { OwnDataSection } from './own-data-section.tsx';
import { OwnRolesSection } from './own-roles-section.tsx';
import { OwnSignInSection } from './own-sign-in-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RedLineSection } from './red-line-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import styles from './settings.module.css';
import { WorkspaceForm } from './workspace-form.tsx';

export function SettingsView() {
  const intl = useIntl();
  const [preferences, change] = usePreferences();
  return (
    <div className={styles.page}>
      <h1>
        <FormattedMessage id="settings.title" defaultMessage="Settings" />
      </h1>
      <OwnRolesSection />
      <OwnSignInSection />
      <IfMay action="workspace.change">
        <WorkspaceForm />
      </IfMay>
      <IfMay action="people.read">
        <PeopleSection />
      </IfMay>
      <IfMay action="organisation.change">
        <OrganisationsSection />
      </IfMay>
      <IfMay action="retention.read">
        <RetentionSection />
      </IfMay>
      <IfMay action="red-line.add">
        <RedLineSection />
      </IfMay>
      <section className={styles.section} aria-labelledby="settings-look">
        <h2 id="settings-look">
          <FormattedMessage id="settings.look" defaultMessage="On this device" />
        </h2>
        <RadioGroup
          label={intl.formatMessage({ id: 'settings.theme', defaultMessage: 'Appearance' })}
          layout="segments"
          value={preferences.theme}
          onChange={(theme) => change({ theme })}
          choices={[
            {
              id: 'system',
              label: intl.formatMessage({ id: 'settings.theme.system', defaultMessage: 'As the system' }),
            },
            {
              id: 'light',
              label: intl.formatMessage({ id: 'settings.theme.light', defaultMessage: 'Light' }),
            },
            { id: 'dark', label: intl.formatMessage({ id: 'settings.theme.dark', defaultMessage: 'Dark' }) },
          ]}
        />
        <RadioGroup
          label={intl.formatMessage({ id: 'settings.text', defaultMessage: 'Text size' })}
          layout="segments"
          value={preferences.textSize}
          onChange={(textSize) => change({ textSize })}
          choices={[
            {
              id: 'normal',
              label: intl.formatMessage({ id: 'settings.text.normal', defaultMessage: 'Normal' }),
            },
            {
              id: 'large',
              label: intl.formatMessage({ id: 'settings.text.large', defaultMessage: 'Large' }),
            },
          ]}
        />
        <RadioGroup
          label={intl.formatMessage({ id: 'settings.motion', defaultMessage: 'Motion' })}
          layout="segments"
          value={preferences.motion}
          onChange={(motion) => change({ motion })}
          choices={[
            {
              id: 'system',
              label: intl.formatMessage({ id: 'settings.motion.system', defaultMessage: 'As the system' }),
            },
            { id: 'less', label: intl.formatMessage({ id: 'settings.motion.less', defaultMessage: 'Less' }) },
          ]}
        />
      </section>
      <section className={styles.section} aria-labelledby="settings-api">
        <h2 id="settings-api">
          <FormattedMessage id="settings.api" defaultMessage="For programmers" />
        </h2>
        <p>
          <FormattedMessage
            id="settings.api.text"
            defaultMessage="Everything the workbench does goes through one API, described on a page of this server."
          />
        </p>
        <LinkButton href="/api/docs" target="_blank">
          <FormattedMessage id="settings.api.open" defaultMessage="Open the API description" />
        </LinkButton>
      </section>
      <OwnDataSection />
      <AboutSection />
    </div>
  );
}
