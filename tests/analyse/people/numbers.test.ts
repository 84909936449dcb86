import { describe, expect, it } from 'vitest';
import { iban, luhn, medicareNumber, nhsNumber, paymentCard, providerIdentifier, socialSecurity, vehicleNumber } from '../../../src/analyse/people/checks.ts';
import { findDates } from '../../../src/analyse/people/dates.ts';
import { findNumbers } from '../../../src/analyse/people/numbers.ts';
import { findPlaces } from '../../../src/analyse/people/places.ts';

const kinds = (text: string): string[] => findNumbers(text).map(({ kind, always }) => (always ? `${kind}!` : kind));

describe('check digits and ranges', () => {
  it('know real shapes from look-alikes', () => {
    expect(luhn('4539148803436467')).toBe(true);
    expect(luhn('4539148803436468')).toBe(false);
    expect(paymentCard('5425233430109903')).toBe(true);
    expect(paymentCard('1234567812345670')).toBe(false);
    expect(socialSecurity('219486607')).toBe(true);
    for (const digits of ['000486607', '666486607', '912486607', '219006607', '219480000', '123456789']) expect(socialSecurity(digits)).toBe(false);
    expect(iban('GB82WEST12345698765432')).toBe(true);
    expect(iban('GB82WEST12345698765431')).toBe(false);
    expect(nhsNumber('9434765919')).toBe(true);
    expect(nhsNumber('9434765918')).toBe(false);
    expect(providerIdentifier('1234567893')).toBe(true);
    expect(vehicleNumber('1M8GDM9AXKP042788')).toBe(true);
    expect(vehicleNumber('1M8GDM9A1KP042788')).toBe(false);
    expect(medicareNumber('1EG4TE5MK73')).toBe(false);
    expect(medicareNumber('2AC3DE4FG56')).toBe(true);
  });
});

describe('identifying numbers', () => {
  it.each([
    ['On her form: SSN 481 62 9035', ['ssn!']],
    ['MRN: 00482-7713', ['record!']],
    ['Member ID: ZGP902113847', ['health-plan!']],
    ['Her card 5425 2334 3010 9903 was charged', ['account!']],
    ['driver license K302-5518-4460', ['licence']],
    ['VIN 1M8GDM9AXKP042788', ['vehicle']],
    ['(01)00614141000074(17)290131(21)55310', ['device']],
    ['visitor 203.0.113.41 wrote', ['ip']],
    ['write to ana.diaz@example.com', ['email']],
    ['u=ana.diaz%40example.com', ['email']],
    ['her cell: 503.555.0122', ['phone']],
    ['palm ID 60418825', ['biometric']],
  ])('are found in %s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    'NPI 1234567893', 'Your MRN is the number on your wristband.', 'Trial NCT01234567', 'software v12.1.2.4', 'logo@2x.png', 'SSN XXX-XX-1234',
    'call 1-800-555-0199', '10 mg in 3 doses, 2012-2015', 'Have your member ID ready.',
  ])('are not found in %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('dates, ages and places', () => {
  const dates = (text: string): string[] => findDates(text).map(({ start, end }) => text.slice(start, end));
  it('need a day, or an age over 89 of one person', () => {
    expect(dates('on June 3 and 2/13/2024 and 2023-11-30 and 14 May')).toEqual(['June 3', '2/13/2024', '2023-11-30', '14 May']);
    expect(dates('a 93 year old man, a ninety-four-year-old woman, turned 101')).toEqual(['93 year old', 'ninety-four-year-old', 'turned 101']);
    expect(dates('in June 2024, adults aged 90 or older, patients over 90, 90 days')).toEqual([]);
  });
  it('name a place below a state', () => {
    const text = 'a farmer from Custer County, of 77 Quarry Lane, Bend, OR 97701, from Texas';
    expect(findPlaces(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Custer County', '77 Quarry Lane', '97701']);
  });
});
