import { defineMessages, type MessageDescriptor } from 'react-intl';
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
