import { type FormEvent, useState } from 'react';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useUpdateWorkspace, useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './settings.module.css';

export function WorkspaceForm() {
  const { data: workspace, error } = useWorkspace();
  return (
    <section className={styles.section} aria-labelledby="settings-workspace">
      <h2 id="settings-workspace">
        <FormattedMessage id="settings.workspace" defaultMessage="This workspace" />
      </h2>
      <ErrorNotice error={error} />
      {workspace ? (
        <Fields
          key={workspace.version}
          name={workspace.name}
          zone={workspace.timezone}
          rule={workspace.secondFactor}
          answerDays={workspace.answerDays}
          contactDays={workspace.contactDays}
          version={workspace.version}
        />
      ) : null}
    </section>
  );
}

type Rule = NonNullable<ReturnType<typeof useWorkspace>['data']>['secondFactor'];

const RULES: Record<Rule, MessageDescriptor> = defineMessages({
  off: { id: 'settings.second-factor.off', defaultMessage: 'Nobody: everybody decides for themselves' },
  exact: {
    id: 'settings.second-factor.exact',
    defaultMessage: 'Whoever sees exact incidents or decides about people',
  },
  all: { id: 'settings.second-factor.all', defaultMessage: 'Everybody' },
});

interface Start {
  name: string;
  zone: string;
  rule: Rule;
  answerDays: number;
  contactDays: number;
  version: number;
}

function Fields(start: Start) {
  const intl = useIntl();
  const [name, setName] = useState(start.name);
  const [timezone, setTimezone] = useState(start.zone);
  const [secondFactor, setSecondFactor] = useState(start.rule);
  const [answerDays, setAnswerDays] = useState(start.answerDays);
  const [contactDays, setContactDays] = useState(start.contactDays);
  const update = useUpdateWorkspace();
  const change = { name: name.trim(), timezone, secondFactor, answerDays, contactDays };
  const unchanged =
    change.name === start.name &&
    timezone === start.zone &&
    secondFactor === start.rule &&
    answerDays === start.answerDays &&
    contactDays === start.contactDays;
  const isWhole = change.name !== '' && answerDays >= 1 && contactDays >= 1;
  const save = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(
      { version: start.version, change },
      {
        onSuccess: () =>
          showToast({ text: intl.formatMessage({ id: 'settings.saved', defaultMessage: 'Saved.' }) }),
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <ErrorNotice error={update.error} />
      <TextField
        label={intl.formatMessage({ id: 'settings.name', defaultMessage: 'Name' })}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <Select
        label={intl.formatMessage({ id: 'settings.timezone', defaultMessage: 'Time zone' })}
        hint={intl.formatMessage({
          id: 'settings.timezone.hint',
          defaultMessage: 'For times in files that do not name a zone. Data already loaded keep theirs.',
        })}
        value={timezone}
        onChange={setTimezone}
        choices={timeZoneChoices(start.zone)}
      />
      <Select
        label={intl.formatMessage({
          id: 'settings.second-factor',
          defaultMessage: 'Who must have a second factor',
        })}
        hint={intl.formatMessage({
          id: 'settings.second-factor.hint',
          defaultMessage: 'Whoever must and has none sees nothing but their own sign-in until it is set up.',
        })}
        value={secondFactor}
        onChange={setSecondFactor}
        choices={(['off', 'exact', 'all'] as const).map((id) => ({
          id,
          label: intl.formatMessage(RULES[id]),
        }))}
      />
      <NumberField
        label={intl.formatMessage({ id: 'settings.answer-days', defaultMessage: 'Days to answer a concern' })}
        hint={intl.formatMessage({
          id: 'settings.answer-days.hint',
          defaultMessage: 'After these the list says that the answer is overdue.',
        })}
        value={answerDays}
        onChange={setAnswerDays}
        minValue={1}
        maxValue={365}
      />
      <NumberField
        label={intl.formatMessage({
          id: 'settings.contact-days',
          defaultMessage: 'Days to keep how to reach the person',
        })}
        hint={intl.formatMessage({
          id: 'settings.contact-days.hint',
          defaultMessage:
            'Counted from when their concern is settled, or its case closed. Then it is forgotten.',
        })}
        value={contactDays}
        onChange={setContactDays}
        minValue={1}
        maxValue={3650}
      />
      <div>
        <Button type="submit" kind="primary" isDisabled={unchanged || !isWhole} isPending={update.isPending}>
          <FormattedMessage id="settings.save" defaultMessage="Save" />
        </Button>
      </div>
    </form>
  );
}

function timeZoneChoices(current: string) {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    id: zone,
    label: zone.replaceAll('_', ' '),
  }));
}
