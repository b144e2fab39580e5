import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type DrawMode, type DrawnGeometry, DrawTool } from '../../map/draw-tool.ts';
import { useMapContext } from './map-context.ts';

/** The drawing tool for as long as its panel is open, and the one shape it holds. */
export function useDrawing() {
  const { engine, palette } = useMapContext();
  const tool = useRef<DrawTool | null>(null);
  const [mode, setMode] = useState<DrawMode | null>(null);
  const [shape, setShape] = useState<DrawnGeometry | null>(null);
  const take = useEffectEvent((drawn: DrawnGeometry | null) => {
    setShape(drawn);
    if (drawn) setMode(null);
  });
  useEffect(() => {
    if (!engine) return;
    const made = new DrawTool(engine, palette.note, take);
    tool.current = made;
    const cancel = (event: KeyboardEvent) => event.key === 'Escape' && setMode(null);
    engine.map.getCanvas().addEventListener('keyup', cancel);
    return () => {
      engine.map.getCanvas()?.removeEventListener('keyup', cancel);
      made.remove();
      tool.current = null;
    };
  }, [engine, palette]);
  return {
    ready: engine !== null,
    mode,
    shape,
    begin: (next: DrawMode) => {
      setMode(next);
      tool.current?.begin(next);
    },
    put: (drawn: DrawnGeometry) => {
      if (tool.current) tool.current.put(drawn);
      else setShape(drawn);
    },
    clear: () => {
      setShape(null);
      tool.current?.clear();
    },
  };
}
