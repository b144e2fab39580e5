import { Hono } from 'hono';
import type { AppEnv } from '../deps.ts';
import { libraryCard } from '../domain/response-card.ts';
import { describe, pageOf } from '../openapi.ts';
import { readResponseCards } from '../response-cards.ts';

const card = libraryCard.meta({ id: 'ResponseCard' });

/** Ways of responding to a problem, from which options are begun. */
export function responseCardRoutes() {
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'response-card.read',
      tag: 'Response cards',
      summary: 'All response cards: the 25 techniques of situational prevention, then the other families',
      replies: { 200: pageOf(card) },
    }),
    (c) => c.json({ items: [...readResponseCards()], next: null }),
  );
}
