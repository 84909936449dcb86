import { sift } from 'promolint/rule';
import type { Detector } from 'promolint/rule';
import { valueOf } from './health-context.ts';

const MARK = sift(/\b(?:seal|badge|certified|certification|compliant|compliance|logo|stamp|approved|verified)\b/i);

/** An image that shows a seal for the privacy law, by its alternative text or its file's name. */
const detect: Detector = (page, report) => {
  for (const element of page.document.elements) {
    if (element.name !== 'img' && element.name !== 'image') continue;
    const file = valueOf(element, 'src').split(/[?#]/)[0]!.split('/').at(-1)!.replace(/[-_.%]+/g, ' ');
    const alt = valueOf(element, 'alt');
    const shown = [alt, file].find((text) => /\bhipaa\b/i.test(text) && MARK.test(text));
    if (shown === undefined) continue;
    const at = element.attributes.find(({ name }) => name === (shown === alt ? 'alt' : 'src')) ?? element;
    report({ at, message: 'seal', data: { match: shown.slice(0, 60) }, severity: 'error' });
  }
};

export default detect;
