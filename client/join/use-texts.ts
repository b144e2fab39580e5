import { useEffect, useState } from 'react';
import { inEnglish, loadTexts, type Texts } from './texts.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * The texts of the page in a language. What was shown before stays until they are here; null only before the first, for a
 * moment, so that nobody sees a language flash by that is not theirs.
 */
export function useTexts(language: string): Texts | null {
  const [texts, setTexts] = useState<Texts | null>(null);
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async (waitMs: number): Promise<void> => {
      try {
        const found = await loadTexts(language);
        if (isWanted) setTexts(found);
      } catch {
        if (!isWanted) return;
        setTexts((shown) => shown ?? inEnglish());
        timer = setTimeout(() => void load(Math.min(LONGEST_WAIT_MS, 2 * waitMs)), waitMs);
      }
    };
    void load(FIRST_WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [language]);
  return texts;
}
