import { useState } from 'react';

const KEPT_AS = 'common-ground-language';

/** The language somebody chose on this telephone, also when the page is opened again; null: none yet. */
export function useChosenLanguage(): [string | null, (language: string) => void] {
  const [chosen, setChosen] = useState(kept);
  const choose = (language: string) => {
    setChosen(language);
    try {
      localStorage.setItem(KEPT_AS, language);
    } catch {
      // A browser that keeps nothing: it holds as long as the page is open.
    }
  };
  return [chosen, choose];
}

function kept(): string | null {
  try {
    const found = localStorage.getItem(KEPT_AS);
    return found !== null && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(found) ? found : null;
  } catch {
    return null;
  }
}
