import { reportMatches } from './register-matches.ts';

export default reportMatches({ near: 'default' });
