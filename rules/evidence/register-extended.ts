import { reportMatches } from './register-matches.ts';

export default reportMatches({ extended: ({ data }) => (data['missing'] === undefined ? 'default' : 'stronger') });
