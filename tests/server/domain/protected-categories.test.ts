import { describe, expect, it } from 'vitest';
import { normaliseLabel } from '../../../server/domain/protected-categories.ts';
import { readCategoryGuard } from '../../../server/imports/category-scheme.ts';

const guard = readCategoryGuard();

describe('labels of protected categories', () => {
  it.each([
    ['Rape'],
    ['RAPE - FORCIBLE'],
    ['Other Sex Offenses (Not Commercialized)'],
    ['Criminal Sexual Assault'],
    ['Domestic Violence'],
    ['domestic_violence'],
    ['CHILD ABUSE/NEGLECT'],
    ['Human trafficking'],
    ['Viol'],
    ['Agressions sexuelles'],
    ['Violences faites aux femmes'],
    ['Traite des êtres humains'],
    ['Violación'],
    ['ABUSO SEXUAL'],
    ['Violencia de género'],
    ['Estupro'],
    ['Violência doméstica'],
    ['اِغْتِصَاب'],
    ['الاغتصاب'],
    ['العنف الأسري'],
    ['الإتجار بالبشر'],
    ['Ubakaji'],
    ['Ukatili wa kijinsia'],
    ['Vergewaltigung'],
    ['Häusliche Gewalt'],
    ['зґвалтування'],
  ])('%s is protected', (label) => {
    expect(guard.classify(label)).toBe('protected');
  });

  it.each([
    ['Violence and sexual offences'],
    ['Offenses Against Family and Children'],
    ['Prostitution and Commercialized Vice'],
    ['Trafficking'],
    ['Domestic disturbance'],
    ['Stalking'],
    ['Sexual content'],
  ])('%s is doubtful', (label) => {
    expect(guard.classify(label)).toBe('doubtful');
  });

  it.each([
    ['Thefts'],
    ['Grape theft'],
    ['Drug trafficking'],
    ['Traffic collision'],
    ['Burglary Residential'],
    ['Vol'],
    ['Violation de domicile'],
    ['Violación de domicilio'],
    ['Sussex Street'],
    ['Anti-social behaviour'],
    ['سرقة'],
    ['Wizi'],
    [''],
    ['123'],
  ])('%s is open', (label) => {
    expect(guard.classify(label)).toBe('open');
  });

  it('tells a name of a protected category from words around one', () => {
    for (const label of ['Rape', 'SEXUAL ASSAULT', 'Rape / sexual assault'])
      expect(guard.isBareProtected(label), label).toBe(true);
    for (const label of ['Rape crisis centre', 'Domestic violence shelter', 'Theft', ''])
      expect(guard.isBareProtected(label), label).toBe(false);
  });

  it('reads official codes', () => {
    expect(guard.classifyCode('ucr', '200')).toBe('protected');
    expect(guard.classifyCode('ucr', '0200')).toBe('protected');
    expect(guard.classifyCode('ucr', '1700.0')).toBe('protected');
    expect(guard.classifyCode('ucr', '2000')).toBe('doubtful');
    expect(guard.classifyCode('ucr', '600')).toBe('open');
    expect(guard.classifyCode('nibrs', '11a')).toBe('protected');
  });

  it('takes the names of its own protected categories', () => {
    expect(guard.classify('sexual-violence')).toBe('protected');
    expect(guard.classify('Trafficking in persons')).toBe('protected');
  });
});

describe('meaning of labels', () => {
  it.each([
    ['Thefts', 'theft'],
    ['Motor Vehicle Theft', 'vehicle-theft'],
    ['BURGLARY', 'burglary'],
    ['Cambriolage', 'burglary'],
    ['Wizi', 'theft'],
  ])('%s means %s', (label, code) => {
    expect(guard.categoryOf(label)).toBe(code);
  });

  it('does not guess', () => {
    expect(guard.categoryOf('Something else')).toBeNull();
  });
});

describe('normaliseLabel', () => {
  it('forgets case, accents, punctuation and the forms of Arabic letters', () => {
    expect(normaliseLabel('  Violência—DOMÉSTICA! ')).toBe('violencia domestica');
    expect(normaliseLabel('أُسْرَة')).toBe(normaliseLabel('اسره'));
  });
});
