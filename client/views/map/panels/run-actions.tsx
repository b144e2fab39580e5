import type { Run } from '../../../api/runs.ts';
import { ChainFold } from '../../../chain-strip.tsx';
import { KeepOnCase } from './keep-dialog.tsx';
import styles from './panels.module.css';
import { SaveMenu } from './save-menu.tsx';

/** What can be done with a finished answer. */
export function RunActions({ run }: { run: Run }) {
  return (
    <>
      <div className={styles.row}>
        <KeepOnCase runId={run.id} />
        <SaveMenu run={run} />
      </div>
      <ChainFold kind="run" id={run.id} />
    </>
  );
}
