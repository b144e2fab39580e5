import { FormattedMessage } from 'react-intl';
import type { PasskeyObstacle } from './api/passkeys.ts';
import { Notice } from './ui/notice.tsx';

/** Why no passkey can work here, and what does. */
export function PasskeyObstacleText({ obstacle }: { obstacle: NonNullable<PasskeyObstacle> }) {
  return (
    <Notice>
      {obstacle === 'browser' ? (
        <FormattedMessage
          id="passkey.obstacle.browser"
          defaultMessage="This browser cannot use passkeys: an app with codes does the same."
        />
      ) : (
        <FormattedMessage
          id="passkey.obstacle.address"
          defaultMessage="Passkeys work only where the workbench is reached by a name over https, or as http://localhost on this machine, not by a number such as 127.0.0.1. An app with codes works everywhere."
        />
      )}
    </Notice>
  );
}
