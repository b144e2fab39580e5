import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

export type Step = ItemBodies['script_step'];

export const ACT_WORDS: Record<Step['act'], MessageDescriptor> = defineMessages({
  preparation: { id: 'script.preparation', defaultMessage: 'Preparing' },
  arrival: { id: 'script.arrival', defaultMessage: 'Coming to the place' },
  approach: { id: 'script.approach', defaultMessage: 'Choosing and approaching' },
  doing: { id: 'script.doing', defaultMessage: 'Doing it' },
  leaving: { id: 'script.leaving', defaultMessage: 'Leaving' },
  afterwards: { id: 'script.afterwards', defaultMessage: 'Afterwards' },
});

export const SCRIPT_STEP_WORDS: BodyWords<Step> = {
  title: defineMessage({ id: 'script.step', defaultMessage: 'Step of the script' }),
  fields: defineMessages({
    act: { id: 'script.act', defaultMessage: 'Act' },
    what: { id: 'script.what', defaultMessage: 'What is done' },
    where: { id: 'script.where', defaultMessage: 'Where' },
    needs: { id: 'script.needs', defaultMessage: 'What it needs to work' },
    opening: { id: 'script.opening', defaultMessage: 'What could be done at this step' },
  }),
  values: ACT_WORDS,
};
