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

/** Where the versions of n8n lie that only `npm run test:versions` uses. */
const versionsFolder = path.join(runFolder, 'versions');

/**
 * A version of n8n that can be run.
 *
 * @typedef {object} N8nVersion
 * @property {string} manifestFolder pins it, and the Node.js that runs it
 * @property {string} folder where it is installed
 * @property {number} minimumNodeMajor what it asks for: where npm has no Node.js binary, the running
 *   one must be as new
 * @property {Record<string, string>} env what it needs beside what each n8n needs
 */

/** @type {N8nVersion} The one that everything is made for. */
const n8n = {
	manifestFolder: path.join(__dirname, 'n8n'),
	folder: path.join(runFolder, 'n8n'),
	minimumNodeMajor: 24,
	env: { N8N_DISABLED_MODULES: 'mcp-registry,instance-ai' },
};

/** @type {N8nVersion} The maintained n8n 1.x. */
const olderN8n = {
	manifestFolder: path.join(__dirname, 'versions/1.123'),
	folder: path.join(versionsFolder, '1.123'),
	minimumNodeMajor: 20,
	// Its sandbox for expressions has no ready-made binary.
	env: { N8N_EXPRESSION_ENGINE: 'legacy' },
};

module.exports = {
	/** Where each jest run leaves its counts, for the sum of `.ci/run`, and other steps what they say. */
	testResultsFolder: path.join(runFolder, 'test-results'),

	/** What a fresh clone needs. */
	minimumNodeMajor: 20,

	n8n,
	olderN8n,

	/**
	 * n8n's engine in other versions: folders with the packages n8n-core and n8n-workflow.
	 *
	 * @type {Record<string, import('./n8n/pinned').Pinned>}
	 */
	engines: {
		/** Comes with n8n. */
		1.123: { manifestFolder: olderN8n.manifestFolder, folder: olderN8n.folder },
		2.41: {
			manifestFolder: path.join(__dirname, 'versions/2.41'),
			folder: path.join(versionsFolder, '2.41'),
		},
	},

	/** Taken when free, else any free port. */
	ports: {
		n8n: 5678,
		/** API Fabric: tokens and the interfaces of the Token API credential. */
		fabric: 28443,
		/** CC-iSales, CC-CMS and CC-FS: the interfaces of the AK/SK API credential. */
		isales: 28070,
	},

	/** n8n's queue mode: how many workers, and how many executions each takes at once. */
	queue: { workers: 2, executionsPerWorker: 10 },

	projectFolder,
	runFolder,
	compileCacheFolder: path.join(runFolder, 'compile-cache'),
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

	/** What an MCP client says to the local n8n. */
	mcpToken: 'huawei-aicc-local-mcp',

	/** The account with which everybody signs in to the local n8n. */
	owner: {
		email: 'owner@example.com',
		firstName: 'Local',
		lastName: 'Owner',
		password: 'Huawei-AICC-1',
	},
};
