/** Somebody whose session was checked. */
export interface SignedIn {
  user: { id: string; name: string };
  sessionId: string;
  /** Whether the person has something to prove themselves by beside the passphrase. */
  secondFactor: boolean;
  /** When the person last proved who they are in this session: at its beginning, or asked again since. */
  provenAt: string;
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

/** Whoever is in, with the cookies to set. */
export interface Entered {
  entered: true;
  user: SignedIn['user'];
  cookies: string[];
}

/** The passphrase was right, and something else is asked for. */
export interface HalfWay {
  entered: false;
  /** What this person can give. */
  takes: { code: boolean; passkey: boolean; recoveryCode: boolean };
  cookies: string[];
}

export type SignInReply = Entered | HalfWay;
