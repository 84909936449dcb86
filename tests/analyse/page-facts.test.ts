import { describe, expect, it } from 'vitest';
import { pageOf } from './evidence/page-of.ts';

const genre = (text: string): string => pageOf(text).facts.genre;

describe('what a page is for', () => {
  it('takes a clinic that names its prices for marketing', () => {
    expect(genre('# Botox\n\nWe treat frown lines. From $12 a unit, with interest-free payments.\n\nBook a visit with our nurses today.')).toBe('marketing');
  });

  it('knows a page on the books of a practice', () => {
    const text = `# Selling your dental practice

The goodwill is taxed as a capital gain, and the VAT on equipment depends on turnover. Ask your accountant about the balance sheet and the
working capital, since lenders look at profits before tax. Pension allowances and dividends of the limited company matter as well: the tax relief
on the overdraft interest is lost permanently when the shares are sold.`;
    expect(genre(text)).toBe('business');
  });

  it('knows a page on the contracts of a practice', () => {
    const text = `# When an associate leaves

Read the clause on notice periods first, then the restrictive covenant. Deductions for lab bills are settled in instalments, and the landlord of
the surgery may ask who signs the lease. The solicitors reconcile what was paid against the remuneration that the contract promised.`;
    expect(genre(text)).toBe('business');
  });

  it('knows a page on the systems of health care, but no maker who only says what his reader connects to', () => {
    const text = `# Release 4.2

Users can now download bulk data files through the FHIR endpoint; developers test in the sandbox with synthetic datasets. Administrators upload
CSV files, and every module runs on one server or in the cloud. The workflow for reporting to public health departments is faster than ever.`;
    expect(genre(text)).toBe('business');
    expect(
      genre(
        '# Our patch finds every irregular heartbeat\n\nWear it for a week. The reading goes to the portal of your doctor, our platform sends it to the EHR, and no stroke surprises you again. Order yours today.',
      ),
    ).toBe('marketing');
  });

  it('knows a plan for marketers', () => {
    const text = `# Spring campaign

Target audience: women 35 to 60. Value stack first, then social proof and risk reversal. The email sequence has three parts, each subject line
under fifty characters, the CTA goes to the landing page. Competitor analysis: two have better backlinks. KPI: open rate.`;
    expect(genre(text)).toBe('internal');
  });

  it.each([
    ['a voice chart', '# How we sound\n\n| We are | We are not |\n|---|---|\n| "It may take months." | "Instant results!" |\n\nKeep short sentences. Our voice is calm, and every headline must be true.'],
    ['a training sheet', '# Talking about results\n\nCompare these answers.\n\nWeak: "It will fix your knee."\n\nStrong: "We will measure your knee."'],
    ['a brief', '# Content brief: heel pain\n\n**Audience:** runners\n\n**Target keyword:** heel pain\n\n**Word count:** 900'],
    ['a prompt', 'You are a copywriter for a clinic.\n\nRules:\n\n- Never write "painless".\n- Output JSON.'],
    ['an audit', '# Copy audit\n\n| Text | Issue | Fix |\n|---|---|---|\n| "Cures hangovers" | disease claim | remove |'],
  ])('knows %s as internal', (_, text) => expect(genre(text)).toBe('internal'));

  it.each([
    ['who lists what to avoid', '# Laser hair removal\n\nOur laser removes hair for good.\n\n## Before your visit\n\nAvoid:\n\n- Sun\n- Waxing\n\nDo:\n\n- Shave the day before\n\nBook a visit today.'],
    ['who speaks of a playbook', '# The menopause playbook\n\nOur program ends hot flashes in a week. Order now for $49 and get the guide free.'],
    ['whose template has holes', '# Heal your gut, [First Name]\n\nOur capsules heal the gut. Order now, [First Name].'],
  ])('keeps a seller %s', (_, text) => expect(genre(text)).toBe('marketing'));
});

describe('what sells', () => {
  const filler = 'The bone is cut by a tool that a computer guides, and the new joint is set in place and held with cement. '.repeat(14);
  const sells = (text: string): boolean => pageOf(text).facts.sells;
  it('hears a practice that speaks of its doctor in the third person', () => {
    expect(sells(`# Hip replacement\n\n${filler}\n\nConsult Dr. Okafor in Leeds. Patients choose Dr. Okafor because he is careful, and he sees you with Dr. Lund.`)).toBe(true);
    expect(sells(`# Hip replacement\n\n${filler}`)).toBe(false);
  });
});

describe('the language of a page', () => {
  const english = (text: string): boolean => pageOf(text).facts.english;

  it('is English where catchwords stand without a small word', () => {
    expect(english('Painless laser. Cures acne. Erases scars. Stops sweating. Melts fat fast. Kills toenail fungus. Guaranteed results. Removes wrinkles. Ends snoring. Heals eczema. Reverses hair loss. Restores hearing.')).toBe(true);
  });

  it.each([
    ['Polish', 'Leczymy choroby skóry. Bezbolesny zabieg. Szybkie gojenie. Nowoczesny sprzęt. Umów wizytę już dziś. Zapraszamy codziennie. Wieloletnie doświadczenie. Zaufało nam tysiące pacjentów. Bezpłatna konsultacja. Skuteczność potwierdzona badaniami. Zadzwoń teraz.'],
    ['Spanish', 'Tratamos la piel con láser y sin dolor. Los resultados se ven en pocas semanas. Pida su cita hoy en la clínica del centro para una consulta gratuita con el médico que prefiera.'],
  ])('is not English in %s', (_, text) => {
    expect(english(text)).toBe(false);
  });
});
