import { reportMatches } from './register-matches.ts';

export default reportMatches({ withdrawn: 'default', suspended: 'suspended', expired: 'expired', early: 'early' });
