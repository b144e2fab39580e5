import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { RecordingChange } from './api/recording-changes.ts';

/** What made recording another. */
export const RECORDING_KIND_WORDS: Record<RecordingChange['kind'], MessageDescriptor> = defineMessages({
  new_form: { id: 'recording.kind.form', defaultMessage: 'A new form or system' },
  new_station: { id: 'recording.kind.station', defaultMessage: 'A new station' },
  campaign: { id: 'recording.kind.campaign', defaultMessage: 'A campaign to report' },
  law: { id: 'recording.kind.law', defaultMessage: 'A law or a rule of counting' },
  merge_of_data: { id: 'recording.kind.merge', defaultMessage: 'Data brought together' },
  outage: { id: 'recording.kind.outage', defaultMessage: 'A time without recording' },
});

export const RECORDING_EFFECT_WORDS: Record<RecordingChange['effect'], MessageDescriptor> = defineMessages({
  up: { id: 'recording.effect.up', defaultMessage: 'More is recorded' },
  down: { id: 'recording.effect.down', defaultMessage: 'Less is recorded' },
  unknown: { id: 'recording.effect.unknown', defaultMessage: 'Not known' },
});

const TITLES: Readonly<Record<'since' | 'during', MessageDescriptor>> = defineMessages({
  since: { id: 'recording.since', defaultMessage: 'Since {day}: {kind}' },
  during: { id: 'recording.during', defaultMessage: 'From {day} to {until}: {kind}' },
});

/** From when, until when where it ended, and what it was. */
export function recordingTitle(
  intl: IntlShape,
  { fromDay, untilDay, kind }: Pick<RecordingChange, 'fromDay' | 'untilDay' | 'kind'>,
  dateStyle: 'medium' | 'long',
): string {
  const dayText = (day: string) => intl.formatDate(day, { dateStyle, timeZone: 'UTC' });
  const said = { day: dayText(fromDay), kind: intl.formatMessage(RECORDING_KIND_WORDS[kind]) };
  return untilDay === null
    ? intl.formatMessage(TITLES.since, said)
    : intl.formatMessage(TITLES.during, { ...said, until: dayText(untilDay) });
}
