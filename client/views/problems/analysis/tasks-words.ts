import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

export type Tasks = PartBodies['analysis_tasks'];
type Task = Tasks['done'][number];

export const TASK_WORDS: Record<Task, MessageDescriptor> = defineMessages({
  events_and_conditions: {
    id: 'task.events',
    defaultMessage: 'Understand the events and conditions that precede and accompany the problem',
  },
  relevant_data: { id: 'task.data', defaultMessage: 'Identify the relevant data' },
  known_of_the_type: {
    id: 'task.known',
    defaultMessage: 'Research what is known about this type of problem',
  },
  current_response: {
    id: 'task.current',
    defaultMessage: 'List what is done about it now, with strengths and limits',
  },
  narrow_scope: { id: 'task.scope', defaultMessage: 'Narrow the scope as far as possible' },
  resources: { id: 'task.resources', defaultMessage: 'Find who could help to understand it better' },
  working_hypothesis: {
    id: 'task.hypothesis',
    defaultMessage: 'Form a working hypothesis of why it happens',
  },
});
// The keys of the record are the tasks; Object.keys forgets it.
export const TASKS = Object.keys(TASK_WORDS) as Task[];

export const ANALYSIS_TASKS_WORDS: BodyWords<Tasks> = {
  title: defineMessage({ id: 'tasks.title', defaultMessage: 'Seven tasks of analysis' }),
  fields: defineMessages({
    done: { id: 'tasks.done', defaultMessage: 'Done' },
    notes: { id: 'tasks.notes', defaultMessage: 'Notes' },
  }),
  values: TASK_WORDS,
};
