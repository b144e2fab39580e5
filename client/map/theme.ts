import { useSyncExternalStore } from 'react';
import { PALETTES, type Palette, type Theme } from './palette.ts';

/** The palette of the theme in force: `data-theme` on body, else what the system prefers. */
export function usePalette(): Palette {
  return PALETTES[useSyncExternalStore(subscribe, currentTheme)];
}

const systemDark = () => matchMedia('(prefers-color-scheme: dark)');

function currentTheme(): Theme {
  const chosen = document.body.dataset.theme;
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return systemDark().matches ? 'dark' : 'light';
}

function subscribe(changed: () => void): () => void {
  const media = systemDark();
  const observer = new MutationObserver(changed);
  media.addEventListener('change', changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', changed);
    observer.disconnect();
  };
}
