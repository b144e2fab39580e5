import { KeyRound } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { passkeyObstacle } from '../../api/passkeys.ts';
import { useSecondStepByPasskey } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { PasskeyObstacleText } from '../../passkey-obstacle.tsx';
import { Button } from '../../ui/button.tsx';

/** The second step with a passkey; where none can work, why. */
export function PasskeyStep({ onDone }: { onDone: () => void }) {
  const prove = useSecondStepByPasskey();
  const obstacle = passkeyObstacle();
  if (obstacle) return <PasskeyObstacleText obstacle={obstacle} />;
  return (
    <>
      <ErrorNotice error={prove.error} />
      <Button
        kind="primary"
        isPending={prove.isPending}
        onPress={() => prove.mutate(undefined, { onSuccess: onDone })}
      >
        <KeyRound aria-hidden size={18} />
        <FormattedMessage id="second-step.passkey" defaultMessage="Use a passkey" />
      </Button>
    </>
  );
}
