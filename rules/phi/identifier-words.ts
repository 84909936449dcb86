import type { Identity } from 'promolint/rule';

const WORDS: Readonly<Record<Identity['kind'], string>> = {
  name: 'name', place: 'place', date: 'date', age: 'age over 89', phone: 'phone number', fax: 'fax number', email: 'e-mail address',
  ssn: 'Social Security number', record: 'record number', 'health-plan': 'health plan number', account: 'account or card number',
  licence: 'licence number', vehicle: 'vehicle number', device: 'device number', url: 'page address', ip: 'IP address',
  biometric: 'biometric identifier', photo: 'picture', other: 'identifying number', story: 'story',
};

/** What a message may say of an identifier: its type and length, and how much of a name it is; never a character of it. */
export function wordsOf({ kind, partial, length }: Identity): { readonly type: string; readonly length: number } {
  return { type: kind === 'name' && partial ? 'first name or initials' : WORDS[kind], length };
}

/** The key of the message that says what became of the patient's permission. */
export const permission = ({ authorization }: Identity): 'default' | 'authorized' | 'expired' | 'incomplete' =>
  authorization === 'valid' || authorization === 'stated' ? 'authorized' : authorization === 'none' ? 'default' : authorization;
