import { reportMatches } from './register-matches.ts';

export default reportMatches({ scope: ({ data }) => (data['what'] === 'product' ? 'product' : 'default') });
