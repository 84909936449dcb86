import { createHash } from 'node:crypto';
import { version } from '../../version.ts';
import { Markup, markup } from './template.ts';

/** The head of a page that asks for nothing, and runs no style and no script but its own, whatever got into the copy that it shows. */
export const pageHead = (title: string, style: string, script: string): Markup => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${new Markup(hash(script))}; style-src ${new Markup(hash(style))}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="promolint ${version}">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>`;

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
