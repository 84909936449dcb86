/** Long ago, or told as history. */
export const historical = (sentence: string): boolean =>
  /\b1[5-8]\d\d\b(?![-–]\d)/.test(sentence) || /\b(?:19[0-7]\d)\b|\b(?:in|of) 19[89]\d\b/.test(sentence) && !/\b(?:dob|born|birth\w*|our|us|we|now|today|still|since|married|20\d\d)\b|\b19\d{2}-\d\d-\d\d\b|\d[/-]19\d\d/i.test(sentence);
