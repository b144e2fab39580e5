import { renderSVG } from 'uqr';
import { useDoor } from '../../../api/phones.ts';
import styles from './stage.module.css';
import { isolated, Two } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

interface JoinSignProps {
  meetingId: string;
  /** With the picture to photograph; else one line. */
  isLarge?: boolean;
}

/** How telephones come in, as long as the door is open: address and code, at the beginning with a picture of both. */
export function JoinSign({ meetingId, isLarge = false }: JoinSignProps) {
  const { data: door } = useDoor(meetingId);
  if (!door?.code) return null;
  const url = door.addresses[0]?.url ?? `${window.location.origin}/join`;
  const code = `${door.code.slice(0, 3)} ${door.code.slice(3)}`;
  return (
    <div className={isLarge ? styles.joinLarge : undefined}>
      {isLarge ? (
        <img
          className={styles.joinPicture}
          alt=""
          src={`data:image/svg+xml,${encodeURIComponent(renderSVG(`${url}#${door.code}`))}`}
        />
      ) : null}
      <p>
        <Two
          of={WALL_WORDS.join}
          values={() => ({ url: isolated(url), code: isolated(code) })}
          inline={!isLarge}
        />
      </p>
    </div>
  );
}
