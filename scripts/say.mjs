/** One line for the person at the terminal; on the error stream, so that what a command prints stays clean. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Stops with a reason and what to do about it. */
export function stop(sentence, code = 1) {
  say(sentence);
  process.exit(code);
}
