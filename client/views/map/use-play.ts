import { useEffect, useEffectEvent, useState } from 'react';
import { type BarRange, nextStep } from './brush.ts';

const STEP_MS = 350;

interface Playing {
  readonly bars: number;
  readonly range: BarRange | null;
  readonly onShow: (range: BarRange) => void;
  readonly onCommit: (range: BarRange | null) => void;
}

/** Moves the brush bar by bar; without a brush it begins with an eighth of the strip. Pausing writes the address. */
export function usePlay({ bars, range, onShow, onCommit }: Playing) {
  const [playing, setPlaying] = useState(false);
  const step = useEffectEvent(() => {
    onShow(range ? nextStep(range, bars) : { first: 0, last: Math.max(Math.floor(bars / 8) - 1, 0) });
  });
  useEffect(() => {
    if (!playing) return;
    const timer = window.setInterval(step, STEP_MS);
    return () => window.clearInterval(timer);
  }, [playing]);
  const toggle = () => {
    if (playing) onCommit(range);
    setPlaying(!playing);
  };
  return { playing, toggle };
}
