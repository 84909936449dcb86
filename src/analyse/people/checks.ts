/** Checks that tell a real number from one of the same shape. Each takes the characters without separators. */

export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const digit = digits.charCodeAt(i) - 48;
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** Area 000, 666 and 900 up, group 00 and serial 0000 were never issued; the two famous samples were printed on card inserts. */
export function socialSecurity(digits: string): boolean {
  if (!/^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits)) return false;
  return digits !== '078051120' && digits !== '219099999' && digits !== '123456789' && !/^(\d)\1{8}$/.test(digits);
}

export function paymentCard(digits: string): boolean {
  return /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11})$/.test(digits) && luhn(digits);
}

export function iban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const char of text.slice(4) + text.slice(0, 4)) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** National Provider Identifier: Luhn over 80840 and the ten digits. Public, never a patient's. */
export const providerIdentifier = (digits: string): boolean => /^[12]\d{9}$/.test(digits) && luhn(`80840${digits}`);

/** British NHS number: ten digits, modulus 11. */
export function nhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (10 - i) * (digits.charCodeAt(i) - 48);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === digits.charCodeAt(9) - 48;
}

export function vehicleNumber(text: string): boolean {
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(text)) return false;
  const values: Record<string, number> = {};
  'ABCDEFGH'.split('').forEach((char, i) => (values[char] = i + 1));
  'JKLMN'.split('').forEach((char, i) => (values[char] = i + 1));
  Object.assign(values, { P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 });
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (values[text[i]!] ?? Number(text[i])) * weights[i]!;
  return text[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}

/** Medicare Beneficiary Identifier. It has no check digit; the sample of CMS's own leaflets is nobody's. */
export function medicareNumber(text: string): boolean {
  return /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(text) && text !== '1EG4TE5MK73' && text !== '1EG4TE5MK72';
}

export function ipAddress(text: string): boolean {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => part > 255)) return false;
  const [a, b] = parts as [number, number];
  return !(a === 0 || a === 127 || a === 10 || a >= 224 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32) || (a === 169 && b === 254));
}

/** Ten digits of the North American plan; area and exchange never begin with 0 or 1, save in numbers that fiction uses. */
export const northAmericanPhone = (digits: string): boolean => /^1?[2-9]\d{2}(?:[2-9]\d{2}|010)\d{4}$/.test(digits) && !/^1?8(?:00|88|77|66|55|44|33)/.test(digits);
