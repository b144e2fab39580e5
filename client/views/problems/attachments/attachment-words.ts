import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { AttachmentKind } from '../../../api/attachments.ts';

export const ATTACHMENT_WORDS: Readonly<Record<AttachmentKind, MessageDescriptor>> = defineMessages({
  place: { id: 'attachments.kind.place', defaultMessage: 'The place' },
  before: { id: 'attachments.kind.before', defaultMessage: 'Before the response' },
  after: { id: 'attachments.kind.after', defaultMessage: 'After the response' },
  plan: { id: 'attachments.kind.plan', defaultMessage: 'Plan or map' },
  survey: { id: 'attachments.kind.survey', defaultMessage: 'Survey' },
  report: { id: 'attachments.kind.report', defaultMessage: 'Report' },
  minutes: { id: 'attachments.kind.minutes', defaultMessage: 'Minutes' },
  other: { id: 'attachments.kind.other', defaultMessage: 'Something else' },
});
