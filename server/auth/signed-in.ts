/** Somebody whose session was checked. */
export interface SignedIn {
  user: { id: string; name: string };
  sessionId: string;
  /** Whether the person has something to prove themselves by beside the passphrase. */
  secondFactor: boolean;
}

/** Who knocks: what is known of a browser before anybody is signed in. */
export interface Visitor {
  /** Of the machine, or of the household it stands in. */
  address: string;
  /** Kind of browser and system, as in 'firefox/windows'. */
  browser: string;
  /** The header Cookie. */
  cookies: string | null;
}
