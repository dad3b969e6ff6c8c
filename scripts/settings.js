/** Every version, port, name and folder that the commands use. */

const path = require('node:path');

const projectFolder = path.resolve(__dirname, '..');
/** Everything that the commands make, apart from node_modules and dist. Git ignores it. */
const runFolder = path.join(projectFolder, '.run');
/**
 * For the user folders of n8n, where it keeps scripts of its own. ESLint leaves every folder of
 * this name alone, and n8n's strict lint allows no other way to keep it out.
 */
const homesFolder = path.join(runFolder, 'node_modules');

module.exports = {
	/** What a fresh clone needs. */
	minimumNodeMajor: 20,

	/** The versions of n8n and of the Node.js that runs it are pinned in scripts/n8n/package.json. */
	n8nManifestFolder: path.join(__dirname, 'n8n'),
	/** n8n 2 asks for this; where npm has no Node.js binary, the running one must be as new. */
	n8nMinimumNodeMajor: 24,

	/** Taken when free, else any free port. */
	ports: {
		n8n: 5678,
		/** API Fabric: tokens and the interfaces of the Token API credential. */
		fabric: 28443,
		/** Outbound campaigns: the interfaces of the AK/SK API credential. */
		isales: 28070,
	},

	/** n8n's queue mode: how many workers, and how many executions each takes at once. */
	queue: { workers: 2, executionsPerWorker: 10 },

	projectFolder,
	runFolder,
	n8nFolder: path.join(runFolder, 'n8n'),
	packageFolder: path.join(runFolder, 'package'),
	/** User folder of the n8n that `npm start` runs; a second one beside it gets a number. */
	n8nHomeFolder: path.join(homesFolder, 'n8n-home'),
	/** The same for `npm run start:queue`, with the data of its Redis and its PostgreSQL. */
	queueHomeFolder: path.join(homesFolder, 'n8n-queue-home'),
	/** User folders of the end-to-end tests, a new one for each. */
	testHomesFolder: path.join(homesFolder, 'e2e'),
	screenshotFolder: path.join(runFolder, 'screenshots'),
	picturesFolder: path.join(projectFolder, 'docs/images'),
	examplesFolder: path.join(projectFolder, 'examples'),

	/** The account with which everybody signs in to the local n8n. */
	owner: {
		email: 'owner@example.com',
		firstName: 'Local',
		lastName: 'Owner',
		password: 'Huawei-AICC-1',
	},
};
