import { sift } from 'promolint/rule';
import type { Detector } from 'promolint/rule';

const AGENCY = sift(/(?:^|[^a-z])(?:fda|hhs|cms|medicare|medicaid|cdc|nih|nhs|mhra|usda|va|who|department of health)(?![a-z])/i);
const MARK = sift(/(?:^|[^a-z])(?:logo|seal|badge|stamp|emblem|approved|certified|endorsed|registered)(?![a-z])/i);

/** An image that shows the seal or logo of an agency, by its alternative text or its file's name. */
const detect: Detector = (page, report) => {
  for (const element of page.document.elements) {
    if (element.name !== 'img') continue;
    const value = (name: string): string => element.attributes.find((attribute) => attribute.name === name)?.value ?? '';
    const file = value('src').split(/[?#]/)[0]!.split('/').at(-1)!.replace(/[-_.%]+/g, ' ');
    const alt = value('alt');
    const shows = [alt, file].find((text) => AGENCY.test(text) && MARK.test(text));
    if (shows === undefined || /\bnot\b/i.test(alt)) continue;
    const named = element.attributes.find(({ name }) => name === (shows === alt ? 'alt' : 'src'));
    // The NHS, NIH and WHO license their marks to partners; a reader of the copy cannot see a licence.
    const severity = /(?:^|[^a-z])(?:nhs|nih|who|cqc)(?![a-z])/i.test(shows) ? 'warning' : 'error';
    report({ at: named ?? element, message: 'logo', data: { match: shows.slice(0, 60) }, severity });
  }
};

export default detect;
