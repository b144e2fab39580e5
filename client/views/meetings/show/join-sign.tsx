import { renderSVG } from 'uqr';
import { useDoor } from '../../../api/phones.ts';
import own from './join-sign.module.css';
import styles from './stage.module.css';
import { Two } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

interface JoinSignProps {
  meetingId: string;
  /** With the picture to photograph; else a line. */
  isLarge?: boolean;
}

/** How telephones come in, as long as the door is open: address and code, in the head of each card or large with a picture of both. */
export function JoinSign({ meetingId, isLarge = false }: JoinSignProps) {
  const { data: door } = useDoor(meetingId);
  if (!door?.code) return null;
  const url = door.addresses[0]?.url ?? `${window.location.origin}/join`;
  const code = `${door.code.slice(0, 3)} ${door.code.slice(3)}`;
  if (!isLarge)
    return (
      <p className={own.line} dir="ltr">
        {url} <strong>{code}</strong>
      </p>
    );
  return (
    <div className={own.large}>
      {/* The picture is drawn by the package from the address alone; nothing of anybody's is in it. */}
      <img
        className={own.picture}
        alt=""
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(`${url}#${door.code}`))}`}
      />
      <div>
        <p>
          <Two of={WALL_WORDS.join} />
        </p>
        <p dir="ltr">{url}</p>
        <p className={styles.verdict} dir="ltr">
          {code}
        </p>
      </div>
    </div>
  );
}
