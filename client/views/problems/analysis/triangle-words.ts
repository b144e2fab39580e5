import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';
import { SIDE_WORDS } from '../side-words.ts';

export type Triangle = PartBodies['triangle'];
export type Answer = NonNullable<Triangle['handlerExists']>;
export type SuperController = Triangle['superControllers'][number];

export const ANSWER_WORDS: Record<Answer, MessageDescriptor> = defineMessages({
  yes: { id: 'triangle.yes', defaultMessage: 'Yes' },
  partly: { id: 'triangle.partly', defaultMessage: 'Partly' },
  no: { id: 'triangle.no', defaultMessage: 'No' },
  unknown: { id: 'triangle.unknown', defaultMessage: 'Not known' },
});

export const SUPER_WORDS: Record<SuperController['kind'], MessageDescriptor> = defineMessages({
  organisational: { id: 'super.organisational', defaultMessage: 'Own organisation' },
  contractual: { id: 'super.contractual', defaultMessage: 'Contract' },
  financial: { id: 'super.financial', defaultMessage: 'Finance and insurance' },
  regulatory: { id: 'super.regulatory', defaultMessage: 'Regulator' },
  courts: { id: 'super.courts', defaultMessage: 'Courts' },
  political: { id: 'super.political', defaultMessage: 'Politics' },
  markets: { id: 'super.markets', defaultMessage: 'Market' },
  media: { id: 'super.media', defaultMessage: 'Media' },
  groups: { id: 'super.groups', defaultMessage: 'Groups' },
  family: { id: 'super.family', defaultMessage: 'Family' },
});

const FIELDS = defineMessages({
  behaviour: { id: 'triangle.behaviour', defaultMessage: 'Offending: what is done' },
  motivation: { id: 'triangle.motivation', defaultMessage: 'What makes it worth while' },
  tools: { id: 'triangle.tools', defaultMessage: 'Tools' },
  target: { id: 'triangle.target', defaultMessage: 'Who or what is harmed' },
  attraction: { id: 'triangle.attraction', defaultMessage: 'What makes them a target' },
  features: { id: 'triangle.features', defaultMessage: 'What the place is like' },
  handler: { id: 'triangle.handler', defaultMessage: 'Handler: a role that could restrain offending' },
  handlerExists: { id: 'triangle.handler.exists', defaultMessage: 'Handler exists' },
  handlerAble: { id: 'triangle.handler.able', defaultMessage: 'Handler is able' },
  handlerWilling: { id: 'triangle.handler.willing', defaultMessage: 'Handler is willing' },
  handlerMissing: { id: 'triangle.handler.missing', defaultMessage: 'What the handler is missing' },
  guardian: { id: 'triangle.guardian', defaultMessage: 'Guardian: a role that could protect the target' },
  guardianExists: { id: 'triangle.guardian.exists', defaultMessage: 'Guardian exists' },
  guardianAble: { id: 'triangle.guardian.able', defaultMessage: 'Guardian is able' },
  guardianWilling: { id: 'triangle.guardian.willing', defaultMessage: 'Guardian is willing' },
  guardianMissing: { id: 'triangle.guardian.missing', defaultMessage: 'What the guardian is missing' },
  manager: { id: 'triangle.manager', defaultMessage: 'Manager: a role that could keep order in the place' },
  managerExists: { id: 'triangle.manager.exists', defaultMessage: 'Manager exists' },
  managerAble: { id: 'triangle.manager.able', defaultMessage: 'Manager is able' },
  managerWilling: { id: 'triangle.manager.willing', defaultMessage: 'Manager is willing' },
  managerMissing: { id: 'triangle.manager.missing', defaultMessage: 'What the manager is missing' },
  superControllers: { id: 'triangle.super', defaultMessage: 'Who could move the controllers' },
  weakSide: { id: 'triangle.weak', defaultMessage: 'Weak side' },
  whyWeak: { id: 'triangle.why', defaultMessage: 'Why that side' },
});

/** The parts of one who could move a controller. */
export const SUPER_FIELDS = defineMessages({
  kind: { id: 'super.kind', defaultMessage: 'Kind' },
  who: { id: 'super.who', defaultMessage: 'Which office, body or group' },
  lever: { id: 'super.lever', defaultMessage: 'What they could do' },
});

export const TRIANGLE_WORDS: BodyWords<Triangle> = {
  title: defineMessage({ id: 'triangle.title', defaultMessage: 'Problem triangle' }),
  fields: { ...FIELDS, ...SUPER_FIELDS },
  values: { ...ANSWER_WORDS, ...SUPER_WORDS, ...SIDE_WORDS },
};

/** One side: what it is, who could control it, and how these are called in the body. */
export const SIDES = [
  {
    side: 'offender/handler',
    inner: ['behaviour', 'motivation', 'tools'],
    controller: 'handler',
    asked: ['handlerExists', 'handlerAble', 'handlerWilling'],
    missing: 'handlerMissing',
  },
  {
    side: 'target/guardian',
    inner: ['target', 'attraction'],
    controller: 'guardian',
    asked: ['guardianExists', 'guardianAble', 'guardianWilling'],
    missing: 'guardianMissing',
  },
  {
    side: 'place/manager',
    inner: ['features'],
    controller: 'manager',
    asked: ['managerExists', 'managerAble', 'managerWilling'],
    missing: 'managerMissing',
  },
] as const;
export type Side = (typeof SIDES)[number];
