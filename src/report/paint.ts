import { Chalk } from 'chalk';
import type { Severity } from '../rule.ts';

export interface Paint {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  path(text: string): string;
}

export function createPaint(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const bySeverity = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan };
  return {
    severity: (severity, text) => bySeverity[severity](text),
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    path: (text) => chalk.underline(text),
  };
}
