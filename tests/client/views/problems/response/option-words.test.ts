import { describe, expect, it } from 'vitest';
import { type Option, rightsResult } from '../../../../../client/views/problems/response/option-words.ts';
import { rightsResult as ofServer, optionItem } from '../../../../../server/domain/case/option.ts';

describe('the rights check', () => {
  it('says what the server says', () => {
    const answers = ['yes', 'no', 'unsure', null] as const;
    const bare: Option = optionItem.parse({ title: 'x' });
    for (const lawful of answers)
      for (const necessary of answers)
        for (const reviewedBy of ['', 'Office']) {
          const option: Option = {
            ...bare,
            lawful,
            necessary,
            proportionate: 'yes',
            nonDiscriminatory: 'yes',
            reviewedBy,
          };
          expect(rightsResult(option)).toBe(ofServer(option));
        }
  });
});
