let taken: string | null = null;

/**
 * Takes the token of a sign-in link out of the address, at once, so that it is in no history and no screenshot.
 * It stays here until it is spent.
 */
export function takeLinkToken(): void {
  const { pathname, hash, search } = window.location;
  if (pathname !== '/sign-in' || hash.length < 2) return;
  taken = hash.slice(1);
  window.history.replaceState(window.history.state, '', pathname + search);
}

/** Whether a link waits to be opened. */
export function holdsLinkToken(): boolean {
  return taken !== null;
}

/** Gives the token once. */
export function spendLinkToken(): string | null {
  const token = taken;
  taken = null;
  return token;
}
