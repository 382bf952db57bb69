import { permissionsAsCsv, proposePermissions } from '../permissions/propose-permissions';
import { procedures } from '../tables/procedures';

// `npm run --silent permissions:propose`: what the tables amount to, to be compared with test/permissions.csv before that is changed.
process.stdout.write(permissionsAsCsv(proposePermissions(procedures)));
