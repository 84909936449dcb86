import { defineDetector } from 'promolint/rule';

export default defineDetector((page, report) => {
  const { register } = page;
  if (!register) return;
  for (const { sentence, start, end } of register.unregistered) {
    const draft = register.matches.find((match) => match.sentence === sentence && match.state === 'draft');
    report({ at: { block: sentence.block, start, end }, ...(draft ? { message: 'draft', data: { id: draft.id } } : {}) });
  }
});
