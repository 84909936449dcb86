import type { Finding, Report } from '../check/finding.ts';
import { plain, plainPath } from '../plain.ts';
import { element, xmlDocument } from './xml.ts';

/** The XML of Checkstyle, which Jenkins and many other tools read. */
export function formatCheckstyle({ files }: Report): string {
  const content = files.map(({ path, findings }) => element('file', { name: plainPath(path) }, findings.map(error)));
  return xmlDocument(element('checkstyle', { version: '4.3' }, content));
}

function error({ line, column, severity, message, why, fix, ruleId }: Finding): string {
  return element('error', { line, column, severity, message: plain(`${message} ${why} ${fix}`), source: `promolint.${ruleId}` });
}
