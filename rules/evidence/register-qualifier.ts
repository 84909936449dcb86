import { reportMatches } from './register-matches.ts';

export default reportMatches({ qualifier: ({ data }) => (data['found'] === 'elsewhere' ? 'misplaced' : 'default') });
