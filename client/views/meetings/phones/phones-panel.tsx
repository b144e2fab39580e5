import { useMay } from '../../../api/session.ts';
import { BallotsPanel } from './ballots-panel.tsx';
import { DecisionsPanel } from './decisions-panel.tsx';
import { DoorPanel } from './door-panel.tsx';
import styles from './phones.module.css';

interface PhonesPanelProps {
  readonly meetingId: string;
  /** The first is the main one. */
  readonly languages: readonly string[];
  readonly isRunning: boolean;
}

/** Telephones, votes and decisions of one meeting, for whoever runs it; others see what came of it. */
export function PhonesPanel({ meetingId, languages, isRunning }: PhonesPanelProps) {
  const mayRun = useMay('meeting.run');
  return (
    <div className={styles.panel}>
      {mayRun && isRunning && <DoorPanel meetingId={meetingId} />}
      <BallotsPanel meetingId={meetingId} languages={languages} mayRun={mayRun} isRunning={isRunning} />
      <DecisionsPanel meetingId={meetingId} isRunning={mayRun && isRunning} />
    </div>
  );
}
