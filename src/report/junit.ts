import type { FileReport, Finding, LegalBasis, Report } from '../check/finding.ts';
import { plain, plainPath } from '../plain.ts';
import { element, textElement, xmlDocument } from './xml.ts';

/** The XML of JUnit, for the test reports of a CI server: a file is a suite, a finding a failure; a clean file is one passed test. */
export function formatJunit({ files }: Report): string {
  const suites = files.map(suite);
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(findings.length, 1), 0);
  return xmlDocument(element('testsuites', { name: 'promolint', tests, failures, errors: 0, time: 0 }, suites));
}

function suite({ path, findings }: FileReport): string {
  const name = plainPath(path);
  const cases =
    findings.length === 0
      ? [element('testcase', { name, classname: name, time: 0 })]
      : findings.map((each) => testcase(name, each));
  const counts = { tests: cases.length, failures: findings.length, errors: 0, skipped: 0, time: 0 };
  return element('testsuite', { name, ...counts }, cases);
}

function testcase(path: string, finding: Finding): string {
  const { ruleId, line, column, severity, message, why, fix, legalBasis } = finding;
  const details = [`${path}:${line}:${column}`, why, `Fix: ${fix}`, ...legalBasis.map(law)].map(plain).join('\n');
  const failure = textElement('failure', { type: severity, message: plain(message) }, details);
  return element('testcase', { name: `${ruleId} at ${line}:${column}`, classname: path, file: path, line, time: 0 }, [failure]);
}

const law = ({ cite, says }: LegalBasis): string => `Law: ${cite}: ${says}`;
