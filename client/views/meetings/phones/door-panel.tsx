import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { renderSVG } from 'uqr';
import { type Door, useDoor, useOpenDoor, useShutDoor, type VoiceGroup } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { GROUP_WORDS } from './phone-words.ts';
import styles from './phones.module.css';

const USUAL: readonly VoiceGroup[] = ['women', 'men', 'youth', 'older'];
// The keys of the record are the groups; Object.keys forgets it.
const GROUPS = Object.keys(GROUP_WORDS) as VoiceGroup[];

/** Lets telephones in: the address as a picture to photograph, the code to type, and how many are in. */
export function DoorPanel({ meetingId }: { readonly meetingId: string }) {
  const intl = useIntl();
  const { data: door, error } = useDoor(meetingId);
  const [groups, setGroups] = useState(USUAL);
  const open = useOpenDoor(meetingId);
  const shut = useShutDoor(meetingId);
  if (error) return <ErrorNotice error={error} />;
  if (!door) return null;
  return (
    <section className={styles.block} aria-labelledby="phones-door">
      <h2 id="phones-door">
        <FormattedMessage id="door.title" defaultMessage="Telephones" />
      </h2>
      <p>
        <FormattedMessage
          id="door.count"
          defaultMessage="{phones, plural, =0 {No telephone is in} one {# telephone is in} other {# telephones are in}}"
          values={{ phones: door.phones }}
        />
      </p>
      <ErrorNotice error={open.error ?? shut.error} />
      <Reach door={door} />
      {door.code === null ? (
        <>
          <fieldset className={styles.choices}>
            <legend>
              <FormattedMessage
                id="door.groups"
                defaultMessage="What a telephone may say of its owner, so that it is seen who was heard"
              />
            </legend>
            {GROUPS.map((group) => (
              <Checkbox
                key={group}
                isSelected={groups.includes(group)}
                onChange={(on) =>
                  setGroups(GROUPS.filter((one) => (one === group ? on : groups.includes(one))))
                }
              >
                {intl.formatMessage(GROUP_WORDS[group])}
              </Checkbox>
            ))}
          </fieldset>
          <Button kind="primary" isPending={open.isPending} onPress={() => open.mutate([...groups])}>
            <FormattedMessage id="door.open" defaultMessage="Let telephones in" />
          </Button>
        </>
      ) : (
        <>
          <Code code={door.code} addresses={door.addresses} />
          <div className={styles.buttons}>
            <Button isPending={open.isPending} onPress={() => open.mutate(door.groups)}>
              <FormattedMessage id="door.newCode" defaultMessage="Another code" />
            </Button>
            <Button isPending={shut.isPending} onPress={() => shut.mutate()}>
              <FormattedMessage id="door.shut" defaultMessage="Let no more in" />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Code({ code, addresses }: { readonly code: string; readonly addresses: Door['addresses'] }) {
  const intl = useIntl();
  const [chosen, setChosen] = useState<string | null>(null);
  const own = `${window.location.origin}/join`;
  const all = addresses.length > 0 ? addresses : [{ network: '', url: own }];
  const url = all.find((one) => one.url === chosen)?.url ?? all[0]?.url ?? own;
  const label = intl.formatMessage({ id: 'door.picture', defaultMessage: 'To photograph with a telephone' });
  return (
    <div className={styles.door}>
      {/* The picture is drawn by the package from the address alone; nothing of anybody's is in it. */}
      <img
        className={styles.picture}
        alt={label}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(`${url}#${code}`))}`}
      />
      <div className={styles.block}>
        <p className={styles.code} dir="ltr">
          {`${code.slice(0, 3)} ${code.slice(3)}`}
        </p>
        <p dir="ltr">{url}</p>
        {all.length > 1 && (
          <Select
            label={intl.formatMessage({ id: 'door.address', defaultMessage: 'Network of the telephones' })}
            value={url}
            onChange={setChosen}
            choices={all.map((one) => ({ id: one.url, label: one.url, hint: one.network }))}
          />
        )}
      </div>
    </div>
  );
}

function Reach({ door }: { readonly door: Door }) {
  const intl = useIntl();
  if (door.reach === 'this_machine')
    return (
      <Notice
        tone="amber"
        title={intl.formatMessage({
          id: 'door.unreached',
          defaultMessage: 'Telephones cannot reach this computer as it is started now.',
        })}
      >
        <FormattedMessage
          id="door.unreached.how"
          defaultMessage="Stop it and start it with {command}, on a network of its own for the meeting. Hands and papers can be counted without."
          values={{ command: <code dir="ltr">HOST=0.0.0.0 npm start</code> }}
        />
      </Notice>
    );
  if (!door.inTheClear) return null;
  return (
    <Notice
      tone="amber"
      title={intl.formatMessage({
        id: 'door.clear',
        defaultMessage: 'Whoever is in the same network could read along.',
      })}
    >
      <FormattedMessage
        id="door.clear.how"
        defaultMessage="Use a network of the meeting’s own, with a password, and switch it off afterwards. Nobody should sign in over it."
      />
    </Notice>
  );
}
