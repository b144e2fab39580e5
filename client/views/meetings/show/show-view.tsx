import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  keepOn,
  type ShownMeeting,
  useMeetingToRun,
  useShownCard,
  useShownMeeting,
} from '../../../api/meeting-show.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { AwaySign } from './away-sign.tsx';
import { Card } from './card.tsx';
import { Foot } from './foot.tsx';
import { directionOf } from './item-words.ts';
import { JoinSign } from './join-sign.tsx';
import { KeyHelp } from './key-help.tsx';
import styles from './stage.module.css';
import type { Step } from './steering.ts';
import { Timer } from './timer.tsx';
import { useSteering } from './use-steering.ts';
import { Waiting } from './waiting.tsx';
import { WallLanguages, wallIntl } from './wall-language.tsx';

const FROM = '/meetings/$id/show';

/** The wall of the room: one card at a time, moved by keys or by any other screen of the meeting. */
export function ShowView() {
  const intl = useIntl();
  const { id } = useParams({ from: FROM });
  const { contrast } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const { data: meeting, error, isError } = useShownMeeting(id);
  const mayRun = useMeetingToRun(id).data?.mayRun ?? false;
  const [isHelp, setHelp] = useState(false);
  useEffect(() => keepOn(id, 'show'), [id]);
  const other = (step: Step) => {
    if (step === 'help') setHelp(!isHelp);
    if (step === 'whole') toggleWhole();
    if (step === 'contrast')
      void navigate({ search: { contrast: contrast ? undefined : 'more' }, replace: true });
  };
  const [main] = meeting?.languages ?? [];
  const steering = useSteering(id, meeting, mayRun, other);
  return (
    <main
      className={styles.stage}
      data-contrast={contrast}
      dir={main && wallIntl(intl, main) ? directionOf(main) : undefined}
    >
      <title>{intl.formatMessage({ id: 'show.title', defaultMessage: 'Meeting – Common Ground' })}</title>
      {meeting ? (
        <WallLanguages languages={meeting.languages}>
          <Wall meeting={meeting} currentId={steering.currentId} />
          {isError ? <AwaySign /> : null}
        </WallLanguages>
      ) : (
        <div className={styles.centre}>
          <h1 className={styles.title}>
            <FormattedMessage id="show.opening" defaultMessage="The meeting" />
          </h1>
          <ErrorNotice error={error} />
        </div>
      )}
      {steering.error ? (
        <div className={styles.sign}>
          <ErrorNotice error={steering.error} />
        </div>
      ) : null}
      {steering.isBlank ? <div className={styles.dark} data-testid="dark" /> : null}
      {isHelp ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </main>
  );
}

/** Where the browser allows it: on others the window is as large as somebody makes it. */
function toggleWhole(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

function Wall({ meeting, currentId }: { meeting: ShownMeeting; currentId: string | null }) {
  const index = meeting.items.findIndex((item) => item.id === currentId);
  const item = meeting.items[index];
  const next = meeting.items[index + 1];
  // Asked for ahead, so that it is there when the room gets to it.
  useShownCard(meeting.id, next?.id ?? null);
  if (meeting.state !== 'running' || !item) return <Waiting meeting={meeting} />;
  return (
    <>
      <header className={styles.head}>
        <bdi>{meeting.committeeName}</bdi>
        {item.kind === 'welcome' ? null : <JoinSign meetingId={meeting.id} />}
        <Timer meeting={meeting} item={item} />
      </header>
      <Card key={item.id} meeting={meeting} item={item} />
      <Foot meeting={meeting} place={index + 1} next={next} />
    </>
  );
}
