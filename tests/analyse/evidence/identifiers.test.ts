import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../../src/analyse/evidence/identifiers.ts';
import { readAddress, SourceHosts, yearIn } from '../../../src/analyse/evidence/source-kind.ts';

describe('identifiers', () => {
  it.each([
    ['doi:10.1097/j.pain.1234.', 'doi', '10.1097/j.pain.1234', true],
    ['https://doi.org/10.1016/S0140-6736(20)30183-5', 'doi', '10.1016/S0140-6736(20)30183-5', true],
    ['doi:10.12/x9', 'doi', '10.12/x9', false],
    ['PMID: 12345678', 'pmid', '12345678', true],
    ['PMID 123456789', 'pmid', '123456789', false],
    ['PMC7654321', 'pmcid', 'PMC7654321', true],
    ['NCT01234567', 'trial', 'NCT01234567', true],
    ['NCT12', 'trial', 'NCT12', false],
    ['ISBN 978-3-16-148410-0', 'isbn', '9783161484100', true],
    ['ISBN 978-3-16-148410-1', 'isbn', '9783161484101', false],
    ['ISBN 0-306-40615-2', 'isbn', '0306406152', true],
  ] as const)('%s', (text, scheme, value, valid) => {
    expect(findIdentifiers(text)).toMatchObject([{ scheme, value, valid }]);
  });

  it('sees none in prose', () => {
    expect(findIdentifiers('Doing well at 10.30 with a NCTM teacher and a doi in the sentence.')).toEqual([]);
  });
});

describe('addresses and years', () => {
  const hosts = new SourceHosts([{ term: 'gov', class: 'government' }, { term: 'accessdata.fda.gov', class: 'label' }, { term: 'ncbi.nlm.nih.gov', class: 'government', forms: ['ncbi.nlm.nih.gov/pmc'] }]);

  it('takes the longest host, whole labels only', () => {
    expect(hosts.kindOf('www.accessdata.fda.gov', '/x')).toBe('label');
    expect(hosts.kindOf('wwwnc.cdc.gov', '/')).toBe('government');
    expect(hosts.kindOf('notgov', '/')).toBeUndefined();
    expect(hosts.kindOf('fakegov.com', '/')).toBeUndefined();
  });

  it('tells own pages, other hosts and dead ends apart', () => {
    expect(readAddress('/outcomes/2024.pdf', [])).toMatchObject({ own: true, empty: false });
    expect(readAddress('report.pdf', [])).toMatchObject({ own: true });
    expect(readAddress('https://blog.harbor.example/x', ['harbor.example'])).toMatchObject({ own: true, host: 'blog.harbor.example' });
    expect(readAddress('https://evilharbor.example/', ['harbor.example'])).toMatchObject({ own: false });
    expect(readAddress('#', [])).toMatchObject({ empty: true });
    expect(readAddress('tel:+14065550190', [])).toMatchObject({ own: false, host: '' });
  });

  it('reads the year of publication, not one in an address or the future', () => {
    expect(yearIn('Pain. 2021;44:12-19. https://x.example/2024/a', 2027)).toBe(2021);
    expect(yearIn('Okafor J (2019). Bracing since 1990.', 2027)).toBe(2019);
    expect(yearIn('By 2050 all will change', 2027)).toBeUndefined();
  });
});
