import { useBlocker } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** What somebody is writing: begun from a version of the server, and not saved yet. */
export interface Draft<Body> {
  readonly base: Body;
  readonly body: Body;
  readonly version: number;
}

interface Drafts {
  readonly all: ReadonlyMap<string, Draft<unknown>>;
  put(key: string, change: (before: Draft<unknown> | null) => Draft<unknown> | null): void;
}

const DraftsContext = createContext<Drafts>({ all: new Map(), put: () => {} });

/** Keeps what is being written while the tabs of a case are changed, and asks before the page is left. */
export function DraftsOfCase({ children }: { children: ReactNode }) {
  const [all, setAll] = useState<ReadonlyMap<string, Draft<unknown>>>(new Map());
  const drafts = useMemo(
    (): Drafts => ({
      all,
      put: (key, change) =>
        setAll((before) => {
          const after = new Map(before);
          const draft = change(before.get(key) ?? null);
          if (draft) after.set(key, draft);
          else after.delete(key);
          return after;
        }),
    }),
    [all],
  );
  const isUnsaved = [...all.values()].some(isChanged);
  return (
    <DraftsContext value={drafts}>
      {children}
      <LeaveGuard isUnsaved={isUnsaved} />
    </DraftsContext>
  );
}

/** Fields may change in one go: each change is made to what the one before it left. */
export type ChangeDraft<Body> = (
  draft: Draft<Body> | null | ((before: Draft<Body> | null) => Draft<Body> | null),
) => void;

/** One draft of the case. The type goes with the key: a key is used for one kind of body only. */
export function useDraft<Body>(key: string): [Draft<Body> | null, ChangeDraft<Body>] {
  const { all, put } = useContext(DraftsContext);
  // A map cannot hold values of as many types as it has keys.
  const typed = (draft: Draft<unknown> | null) => draft as Draft<Body> | null;
  return [
    typed(all.get(key) ?? null),
    (change) => put(key, (before) => (typeof change === 'function' ? change(typed(before)) : change)),
  ];
}

/** A draft with some of its fields changed. */
export function withFields<Body>(change: Partial<Body>): (before: Draft<Body> | null) => Draft<Body> | null {
  return (before) => before && { ...before, body: { ...before.body, ...change } };
}

export function isChanged({ base, body }: Draft<unknown>): boolean {
  return JSON.stringify(base) !== JSON.stringify(body);
}

function LeaveGuard({ isUnsaved }: { isUnsaved: boolean }) {
  const intl = useIntl();
  const guard = useBlocker({
    // Another tab of the same page keeps what is written.
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (guard.status !== 'blocked') return null;
  return (
    <Dialog
      title={intl.formatMessage({ id: 'draft.leave', defaultMessage: 'Leave without saving?' })}
      isOpen
      onClose={guard.reset}
      actions={
        <>
          <Button onPress={guard.proceed} kind="danger">
            <FormattedMessage id="draft.leave.do" defaultMessage="Leave, and lose it" />
          </Button>
          <Button kind="primary" onPress={guard.reset}>
            <FormattedMessage id="draft.leave.stay" defaultMessage="Stay here" />
          </Button>
        </>
      }
    >
      <FormattedMessage
        id="draft.leave.text"
        defaultMessage="Something on this case was written and is not saved yet."
      />
    </Dialog>
  );
}
