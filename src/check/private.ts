import type { Rule } from '../load/rule.ts';

/** What such a rule finds is somebody's identity or health: type and length may be shown, never the words. */
export const isPrivate = ({ rule }: { readonly rule: Rule }): boolean => rule.family === 'phi';
