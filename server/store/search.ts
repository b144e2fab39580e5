import { type RawBuilder, sql } from 'kysely';
import { cursorOf, keyOf } from '../keyset.ts';
import type { Backend } from './backend.ts';
import type { CaseSight, Ids, SearchHit, SearchStore } from './ports.ts';
import { isOneOf } from './problem-rows.ts';

export function searchStore({ db }: Backend): SearchStore {
  return {
    async find(words, sight, { after, limit }) {
      const seen = [
        ...(sight.problem ? [casesSeen(sight.problem)] : []),
        ...(sight.concern ? [concernsSeen(sight.concern)] : []),
        ...(sight.commitment ? [commitmentsSeen(sight.commitment)] : []),
      ];
      if (words.length === 0 || seen.length === 0) return { items: [], next: null };
      const past = after === undefined ? sql`true` : beyond(keyOf(after, 3));
      const { rows } = await sql<HitRow>`
        WITH found AS (
          SELECT search_entry.key, seen.kind, seen.id, seen.at, seen.state,
            search_entry.key IN (
              SELECT rowid FROM search_index WHERE search_index MATCH ${`{title} : (${matching(words)})`}
            ) AS in_title
          FROM search_index
          JOIN search_entry ON search_entry.key = search_index.rowid
          JOIN (${sql.join(seen, sql` UNION ALL `)}) AS seen
            ON seen.kind = search_entry.kind AND seen.id = search_entry.object_id
          WHERE search_index MATCH ${matching(words)}
        )
        SELECT found.*, searched.title, searched.body
        FROM (
          SELECT * FROM found WHERE ${past} ORDER BY in_title DESC, at DESC, key DESC LIMIT ${limit + 1}
        ) AS found
        JOIN searched ON searched.kind = found.kind AND searched.object_id = found.id
        ORDER BY in_title DESC, at DESC, key DESC`.execute(db);
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: shown.map(({ kind, id, title, body, at, state }) => ({ kind, id, title, body, at, state })),
        next: last ? cursorOf(last.in_title, last.at, last.key) : null,
      };
    },
  };
}

interface HitRow extends SearchHit {
  key: number;
  in_title: number;
}

/** Each word as text and never as an operator; a star after it: whatever begins with it. */
function matching(words: readonly string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND ');
}

const beyond = ([inTitle, at, key]: (string | number)[]) =>
  sql`(in_title, at, key) < (${inTitle}, ${at}, ${key})`;

type Seen = RawBuilder<unknown>;

function casesSeen({ internal, opened }: CaseSight): Seen {
  return sql`SELECT 'problem' AS kind, id, created_at AS at, stage AS state FROM problem
    WHERE deleted_at IS NULL AND CASE confidentiality
      WHEN 'internal' THEN ${isOneOf('id', internal)} ELSE ${isOneOf('id', opened)} END`;
}

function concernsSeen(ids: Ids): Seen {
  return sql`SELECT 'concern' AS kind, id, received_on AS at, state FROM concern
    WHERE erased_at IS NULL AND ${isOneOf('id', ids)}`;
}

function commitmentsSeen(ids: Ids): Seen {
  return sql`SELECT 'commitment' AS kind, id, created_at AS at, state FROM commitment WHERE ${isOneOf('id', ids)}`;
}
