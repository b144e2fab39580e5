/** The command line was used wrongly: the message names the option and says what is allowed. */
export class WrongUsage extends Error {}

/** The table cannot be used: one sentence with lines and options, never with what stands in a row. */
export class RefusedInput extends Error {}
