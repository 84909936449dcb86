import { posix } from 'node:path';
import type { FileReport, Finding, LegalBasis, Place, Report, Suggestion, Suppression } from '../check/finding.ts';
import { plain } from '../plain.ts';
import type { Severity } from '../rule.ts';
import { version } from '../version.ts';
import type { FormatOptions, RuleFacts } from './formats.ts';
import { Holder, Streamed, jsonParts } from './json-text.ts';
import { codeMarkdown, escapeMarkdown, linkMarkdown } from './markdown-text.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0, for code scanning, in parts. The paths count from the root of the repository, columns in UTF-16 code units.
 */
export function sarifReport(
  { run, files, suppressed, skipped }: Report,
  { prefix = '', rules }: FormatOptions,
): Iterable<string> {
  const sample = new Map<string, Finding>();
  for (const { findings } of files) for (const finding of findings) sample.set(finding.ruleId, finding);
  for (const finding of suppressed) sample.set(finding.ruleId, finding);
  const ids = [...sample.keys()].sort();
  const ruleIndex = new Map(ids.map((id, index) => [id, index]));
  const artifact = (path: string) => artifactOf(posix.join(prefix, path));
  const toResult = (path: string, finding: Finding, suppression?: Suppression) =>
    result(artifact(path), finding, ruleIndex.get(finding.ruleId)!, suppression);
  function* results() {
    for (const { path, findings } of files) for (const finding of findings) yield toResult(path, finding);
    for (const finding of suppressed) yield toResult(finding.path, finding, finding.suppression);
  }
  const sarifRun = new Holder({
    tool: {
      driver: {
        name: 'promolint',
        version,
        semanticVersion: version,
        rules: ids.map((id) => descriptor(sample.get(id)!, rules?.get(id))),
      },
    },
    automationDetails: { id: 'promolint/' },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(files, skipped, artifact) }],
    artifacts: files.map(({ path }) => ({ location: artifact(path), roles: ['analysisTarget'] })),
    results: new Streamed(results()),
    properties: { ...run },
  });
  return jsonParts(
    new Holder({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: new Streamed([sarifRun]),
    }),
  );
}

const artifactOf = (path: string) => ({ uri: path.split('/').map(encodeSegment).join('/'), uriBaseId: ROOT });

// Half a surrogate pair has no encoding; the way upward needs none.
const encodeSegment = (name: string): string => encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'));

type ArtifactLocation = ReturnType<typeof artifactOf>;

function descriptor(finding: Finding, facts: RuleFacts | undefined) {
  const { ruleId, family, severity, why, confidence } = finding;
  const title = plain(facts?.title ?? ruleId);
  return {
    id: ruleId,
    name: pascalCase(ruleId),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: helpText(title, finding), markdown: helpMarkdown(title, finding) },
    defaultConfiguration: { level: LEVELS[facts?.severity ?? severity] },
    properties: {
      tags: [family],
      precision: precision(confidence),
      'problem.severity': problemSeverity(facts?.severity ?? severity),
    },
  };
}

const pascalCase = (id: string): string => id.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

const precision = (confidence: number): string => (confidence >= 0.9 ? 'very-high' : confidence >= 0.7 ? 'high' : 'medium');

const problemSeverity = (severity: Severity): string => (severity === 'info' ? 'recommendation' : severity);

function helpText(title: string, { ruleId, why, fix, legalBasis, docs }: Finding): string {
  const laws = legalBasis.map(({ cite, says }) => `Law: ${cite}: ${says}`);
  return [title, `Why: ${why}`, `Fix: ${fix}`, ...laws, `More: promolint explain ${ruleId}, or ${docs}`].join('\n');
}

function helpMarkdown(title: string, { ruleId, why, fix, legalBasis }: Finding): string {
  const laws = legalBasis.map((basis) => `- ${lawMarkdown(basis)}`).join('\n');
  return [
    `# ${escapeMarkdown(title)}`,
    `**Why.** ${escapeMarkdown(why)}`,
    `**What to write instead.** ${escapeMarkdown(fix)}`,
    ...(laws === '' ? [] : [`**The law**`, laws]),
    `More: ${codeMarkdown(`promolint explain ${ruleId}`)}. promolint does not give legal advice.`,
  ].join('\n\n');
}

const lawMarkdown = ({ cite, title, says, url, checked }: LegalBasis): string =>
  `${linkMarkdown(cite, url)}, ${escapeMarkdown(title)}: ${escapeMarkdown(says)}${checked === 'memory' ? ' (not verified against a source)' : ''}`;

function result(artifactLocation: ArtifactLocation, finding: Finding, ruleIndex: number, suppression: Suppression | undefined) {
  const { ruleId, family, severity, message, fix, suggestions, confidence, fingerprint, also, related } = finding;
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: messageText(`${message} ${fix}`) },
    locations: [{ physicalLocation: { artifactLocation, region: { ...region(finding), ...snippet(finding) } } }],
    partialFingerprints: { 'promolintFinding/v1': fingerprint },
    rank: Math.round(confidence * 100),
    ...(also.length > 0 && {
      relatedLocations: also.map((place, id) => ({
        id,
        message: { text: 'The same words.' },
        physicalLocation: { artifactLocation, region: region(place) },
      })),
    }),
    ...(suggestions.length > 0 && { fixes: suggestions.map((suggestion) => toFix(suggestion, artifactLocation)) }),
    ...(suppression && { suppressions: [toSuppression(suppression, artifactLocation)] }),
    properties: { family, confidence, ...(related.length > 0 && { related }) },
  };
}

const toFix = ({ title, edits }: Suggestion, artifactLocation: ArtifactLocation) => ({
  description: { text: messageText(title) },
  artifactChanges: [
    { artifactLocation, replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })) },
  ],
});

// A number in braces would stand for an argument, brackets and parentheses for a link.
const messageText = (text: string): string =>
  plain(text)
    .replace(/\{\d+\}/g, '{$&}')
    .replaceAll('](', '] (');

const region = ({ line, column, endLine, endColumn }: Place) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

/** The source of the region, where it may be shown and stands in the quote letter by letter: never for a private finding. */
function snippet({ excerpt, quote, line, endLine, startOffset, endOffset }: Finding) {
  const exact = excerpt !== undefined && line === endLine && quote?.words.length === endOffset - startOffset;
  return exact ? { snippet: { text: quote.words } } : {};
}

function toSuppression({ kind, reason, owner, until, approver, line }: Suppression, artifactLocation: ArtifactLocation) {
  return {
    kind: kind === 'baseline' ? 'external' : 'inSource',
    status: 'accepted',
    justification: plain(reason),
    ...(line !== undefined && { location: { physicalLocation: { artifactLocation, region: { startLine: line } } } }),
    properties: { kind, owner, until, approver },
  };
}

function notifications(files: readonly FileReport[], skipped: Report['skipped'], artifact: (path: string) => ArtifactLocation) {
  const notices = files.flatMap(({ path, notices }) =>
    notices.map(({ code, message, line, column }) => ({
      descriptor: { id: code },
      level: 'note',
      message: { text: messageText(message) },
      locations: [{ physicalLocation: { artifactLocation: artifact(path), region: { startLine: line, startColumn: column } } }],
    })),
  );
  const unread = skipped.map(({ path, reason }) => ({
    descriptor: { id: 'not-read' },
    level: 'warning',
    message: { text: messageText(`Not read: ${reason}`) },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  }));
  return [...notices, ...unread];
}
