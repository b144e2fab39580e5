/** Settings: when the clock looked last, and when the rules were changed last. */
export const LAST_LOOK = 'retention.lastLook';
export const RULES_SINCE = 'retention.since';
