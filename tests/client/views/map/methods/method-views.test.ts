import { describe, expect, it } from 'vitest';
import { layerById } from '../../../../../client/map/layer-list.ts';
import { ASKED, METHOD_VIEWS, methodsOf } from '../../../../../client/views/map/methods/method-views.ts';
import { QUESTION_IDS } from '../../../../../client/views/map/methods/questions.ts';

describe('the questions', () => {
  it('are offered in their order, each with a method', () => {
    expect(ASKED).toEqual(QUESTION_IDS.filter((id) => ASKED.includes(id)));
    for (const question of ASKED) expect(methodsOf(question).length).toBeGreaterThan(0);
  });

  it('name only layers that exist', () => {
    for (const { layer } of Object.values(METHOD_VIEWS))
      expect(layer === null || layerById(layer) !== undefined).toBe(true);
  });

  it('explain what is drawn: a method with a layer of parts has a card', () => {
    for (const [method, { layer, Card }] of Object.entries(METHOD_VIEWS))
      if (layer !== null && method !== 'kernel-density') expect(Card, method).not.toBeNull();
  });
});
