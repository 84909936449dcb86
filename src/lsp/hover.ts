import { MarkupKind } from 'vscode-languageserver';
import type { MarkupContent } from 'vscode-languageserver';
import type { Finding, LegalBasis } from '../check/finding.ts';
import { CHECKED_WORDS } from '../load/explain.ts';
import { docsAddress } from './diagnostics.ts';

/** What is wrong, why, what to write instead, and on which law that rests. */
export function hoverOf(findings: readonly Finding[], markdown: boolean): MarkupContent {
  const write = markdown ? MARKDOWN : PLAIN;
  const parts = findings.map((finding) => {
    const { ruleId, severity, message, why, fix, legalBasis } = finding;
    return [
      write.strong(message),
      write.text(why),
      `${write.label('Instead')} ${write.text(fix)}`,
      ...legalBasis.map((basis) => law(basis, write)),
      `${write.code(ruleId)}, ${severity}${link(docsAddress(finding), write)}`,
    ].join('\n\n');
  });
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { kind, value: [...parts, write.text('promolint does not give legal advice.')].join(write.rule) };
}

interface Writer {
  text(text: string): string;
  strong(text: string): string;
  /** Of our own words. */
  label(text: string): string;
  code(text: string): string;
  link(label: string, href: string): string;
  readonly rule: string;
}

// A message quotes copy, which may look like markup: a link, an image, a command of the editor.
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$:/@]/g, '\\$&');

const MARKDOWN: Writer = {
  text: escaped,
  strong: (text) => `**${escaped(text)}**`,
  label: (text) => `**${text}:**`,
  code: (text) => `\`${text.replaceAll('`', "'")}\``,
  link: (label, href) => `[${escaped(label)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  rule: '\n\n---\n\n',
};

const PLAIN: Writer = {
  text: (text) => text,
  strong: (text) => text,
  label: (text) => `${text}:`,
  code: (text) => text,
  link: (label, href) => `${label} (${href})`,
  rule: '\n\n',
};

function law({ cite, says, url, checked }: LegalBasis, write: Writer): string {
  const name = url !== undefined && /^https?:/.test(url) ? write.link(cite, url) : write.text(cite);
  return `${write.label('Law')} ${name}${write.text(`: ${says} (${CHECKED_WORDS[checked]})`)}`;
}

const link = (href: string | undefined, write: Writer): string =>
  href === undefined ? '' : `, ${write.link('all about it', href)}`;
