import { Check, Circle } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { useBodyFields } from '../body-fields.tsx';
import { useChoices } from '../body-words.ts';
import work from '../case-work.module.css';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { ANALYSIS_TASKS_WORDS, TASK_WORDS, TASKS, type Tasks } from './tasks-words.ts';

const EMPTY: Tasks = { done: [], notes: '' };

/** The standard tasks of analysis, ticked off. */
export function TasksSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="analysis_tasks"
      empty={EMPTY}
      mark={({ done }) => (
        <span className={styles.quiet}>
          <FormattedMessage
            id="tasks.count"
            defaultMessage="{done} of {all}"
            values={{ done: done.length, all: TASKS.length }}
          />
        </span>
      )}
      read={(tasks) => <TaskList tasks={tasks} />}
      form={(tasks, set) => <TaskFields tasks={tasks} set={set} />}
    />
  );
}

function TaskList({ tasks }: { tasks: Tasks }) {
  const intl = useIntl();
  return (
    <>
      <ul className={styles.lines}>
        {TASKS.map((task) => {
          const isDone = tasks.done.includes(task);
          const Icon = isDone ? Check : Circle;
          return (
            <li key={task} className={work.task}>
              <Icon
                size={16}
                role="img"
                aria-label={intl.formatMessage(
                  { id: 'task.state', defaultMessage: '{done, select, yes {Done} other {Open}}' },
                  { done: isDone ? 'yes' : 'no' },
                )}
              />
              <span>{intl.formatMessage(TASK_WORDS[task])}</span>
            </li>
          );
        })}
      </ul>
      {tasks.notes ? <p className={styles.statement}>{tasks.notes}</p> : null}
    </>
  );
}

function TaskFields({ tasks, set }: { tasks: Tasks; set: (change: Partial<Tasks>) => void }) {
  const choices = useChoices();
  const { label, textOf } = useBodyFields(ANALYSIS_TASKS_WORDS.fields, tasks, set);
  return (
    <>
      <CheckGroup
        label={label('done')}
        choices={choices(TASK_WORDS)}
        value={tasks.done}
        onChange={(done) => set({ done })}
      />
      {textOf('notes')}
    </>
  );
}
