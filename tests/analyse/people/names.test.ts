import { describe, expect, it } from 'vitest';
import { findNames } from '../../../src/analyse/people/names.ts';
import { lexicon } from './lexicon.ts';

const names = (text: string, least = 0.45): string[] =>
  findNames(text, lexicon)
    .filter(({ strength }) => strength >= least)
    .map(({ start, end }) => text.slice(start, end));

describe('names of persons', () => {
  it.each([
    ['Mrs. Beatrice Holloway had surgery.', ['Mrs. Beatrice Holloway']],
    ['Then Seán Ó Briain called.', ['Seán Ó Briain']],
    ['Anneke van der Berg had both hips replaced.', ['Anneke van der Berg']],
    ['Abdul-Rahman al-Masri received a kidney.', ['Abdul-Rahman al-Masri']],
    ['María José Fernández-Ruiz finished radiation.', ['María José Fernández-Ruiz']],
    ['says Sarah M., a patient', ['Sarah M.']],
    ['seen by T. Greer today', ['T. Greer']],
    ['our patient danielle fischer is home', ['danielle fischer']],
    ['ROSALIND MCTAVISH LEFT THE WARD WITH HER SISTER', ['ROSALIND MCTAVISH']],
    ['PRUITT, LEANDER DOB 1948', ['PRUITT, LEANDER']],
    ['the Abernathy family drove', ['Abernathy family']],
    ['#ThankJoseRamirez', ['#ThankJoseRamirez']],
  ])('are found in %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    'The Margaret Sloan Breast Center offers mammography.',
    "Hashimoto's disease and Bell's palsy",
    'May 18 is our open house.',
    'St. Francis and Santa Rosa offer care.',
    'Will Medicare pay? Can Botox help?',
    'Advanced Wound Healing Options',
    'Jane Doe and John Doe',
  ])('are not found in %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('do not run on over the end of a sentence', () => {
    expect(names('It was Sarah. Lopez Street is closed.')).not.toContain('Sarah. Lopez');
  });
});
