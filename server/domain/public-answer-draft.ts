/** A first draft from the record alone, by rules: people rewrite the words, and the lists beside them stay as they are. */
import type { AnswerRow, LanguageTexts } from './public-answer.ts';

/** What a draft is made of; none of it is a concern's own words. */
export interface DraftedFrom {
  title: string;
  elements: { place: string; behaviour: string; time: string } | null;
  concerns: number;
  rows: readonly AnswerRow[];
  /** Promises kept of those that are due: the rate that is published. */
  kept: { verified: number; due: number };
  /** The verdict in the words of those who answer for it, or the generated sentence; empty: nothing was measured. */
  verdict: string;
}

/** Fewer people than this might recognise each other. */
const FEWEST_TOLD = 5;

export function draftTexts(from: DraftedFrom): LanguageTexts {
  return {
    language: 'en',
    title: from.title,
    youSaid: youSaid(from),
    weDid: weDid(from),
    result: from.verdict,
    notYet: notYet(from.rows),
    whyNot: whyNot(from.rows),
    thanks: 'Thank you to everybody who spoke up. Tell us if you see it differently.',
    promises: [],
    decisions: [],
  };
}

function youSaid({ elements, concerns, title }: DraftedFrom): string {
  const { behaviour = '', place = '', time = '' } = elements ?? {};
  const named = [behaviour, place, time].map((part) => part.trim()).filter((part) => part !== '');
  const what = named.length > 0 ? sentence(named.join(', ')) : sentence(title);
  if (concerns === 0) return what;
  const who = concerns < FEWEST_TOLD ? 'Residents' : `${concerns} times residents`;
  return `${what} ${who} raised it with us.`;
}

function weDid({ rows, kept }: DraftedFrom): string {
  if (!rows.some(({ list }) => list === 'done')) return '';
  return `Residents have verified ${kept.verified} of ${promises(kept.due)} that ${kept.due === 1 ? 'is' : 'are'} due. Only what they verified stands here.`;
}

function notYet(rows: readonly AnswerRow[]): string {
  const open = rows.filter(({ list }) => list === 'not_yet').length;
  if (open === 0) return '';
  return open === 1
    ? 'One promise is not kept yet. It is listed with the day it is promised for now.'
    : `${open} promises are not kept yet. They are listed with the days they are promised for now.`;
}

function whyNot(rows: readonly AnswerRow[]): string {
  const stopped = rows.filter(({ list }) => list === 'why_not').length;
  if (stopped === 0) return '';
  return stopped === 1
    ? 'One promise was stopped or refused. The reason stands beside it.'
    : `${stopped} promises were stopped or refused. The reasons stand beside them.`;
}

const promises = (count: number): string => (count === 1 ? '1 promise' : `${count} promises`);

function sentence(text: string): string {
  const begun = text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
