import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './drop-overlay.module.css';

/** Takes a file that is let go anywhere over the window. */
export function DropOverlay({ onFile, isDisabled }: { onFile: (file: File) => void; isDisabled: boolean }) {
  const over = useFilesOverWindow(onFile, isDisabled);
  if (!over) return null;
  return (
    <div className={styles.overlay}>
      <div className={styles.card}>
        <FileDown aria-hidden size={40} />
        <p className={styles.title}>
          <FormattedMessage id="frame.drop.title" defaultMessage="Let go to look into this file" />
        </p>
        <p>
          <FormattedMessage
            id="frame.drop.text"
            defaultMessage="CSV (also .gz) or GeoJSON. Nothing is stored before you have seen and confirmed it."
          />
        </p>
      </div>
    </div>
  );
}

function useFilesOverWindow(onFile: (file: File) => void, isDisabled: boolean): boolean {
  const [over, setOver] = useState(false);
  // Enter and leave come in pairs for every element that is crossed.
  const depth = useRef(0);
  useEffect(() => {
    const settle = (count: number) => {
      depth.current = Math.max(0, count);
      setOver(depth.current > 0 && !isDisabled);
    };
    const enter = (event: DragEvent) => carriesFiles(event) && settle(depth.current + 1);
    const leave = (event: DragEvent) => carriesFiles(event) && settle(depth.current - 1);
    const allow = (event: DragEvent) => carriesFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      settle(0);
      const file = event.dataTransfer?.files[0];
      if (file && !isDisabled) onFile(file);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [onFile, isDisabled]);
  return over;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
