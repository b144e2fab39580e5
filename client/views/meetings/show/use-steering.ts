import { useEffect, useEffectEvent } from 'react';
import { type ShownMeeting, useBlank, usePoint, usePressed, useScreens } from '../../../api/meeting-show.ts';
import { isTheirs, type Step, stepOfKey, targetOf } from './steering.ts';

export interface Steering {
  /** The item that is shown: what was pressed last here, or else where the server has the meeting. */
  readonly currentId: string | null;
  readonly isBlank: boolean;
  readonly error: unknown;
  readonly go: (step: Step) => void;
  readonly goTo: (itemId: string) => void;
}

/** Where the meeting is, and the keys that move it. Keys that are not of the meeting go to `onOther`. */
export function useSteering(
  id: string,
  meeting: ShownMeeting | undefined,
  mayRun: boolean,
  onOther: (step: Step) => void,
): Steering {
  const point = usePoint(id);
  const pressed = usePressed(id);
  const blank = useBlank(id);
  const isBlank = useScreens(id).data?.isBlank ?? false;
  const currentId = pressed ?? meeting?.currentItemId ?? null;
  const isRunning = meeting?.state === 'running';
  const goTo = (itemId: string) => {
    if (!mayRun || !isRunning || itemId === currentId) return;
    if (isBlank) blank.mutate(false);
    point.mutate(itemId);
  };
  const go = (step: Step) => {
    if (step === 'blank') {
      if (mayRun) blank.mutate(!isBlank);
      return;
    }
    const ids = meeting?.items.map((item) => item.id) ?? [];
    const target = targetOf(step, ids, currentId);
    if (target !== null) goTo(target);
    else onOther(step);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (isTheirs(event.key, focused) || focused?.closest('[role="dialog"], [role="listbox"]')) return;
    const step = stepOfKey(event.key, document.body.dir === 'rtl');
    if (step === null) return;
    event.preventDefault();
    go(step);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return { currentId, isBlank, error: point.error ?? blank.error, go, goTo };
}
