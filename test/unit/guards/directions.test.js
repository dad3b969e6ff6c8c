/** Arrows between folders point one way: see .dependency-cruiser.js and docs/architecture.md. */

const { execFile } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const { exists } = require('./project');

const projectFolder = path.resolve(__dirname, '../../..');
const FOLDERS = ['aicc', 'credentials', 'nodes', 'simulator'];
const CRUISER = path.join(
	projectFolder,
	'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
);
const RULES = path.join(projectFolder, '.dependency-cruiser.js');

/**
 * @typedef {object} Violation
 * @property {string} from
 * @property {string} to
 * @property {string} unresolvedTo as it is written in the import
 * @property {string[]} dependencyTypes
 * @property {Array<{ name: string }>} [cycle]
 * @property {{ name: string }} rule
 */

/** @param {Violation} violation */
function inWords({ from, to, unresolvedTo, dependencyTypes, cycle, rule }) {
	const target = dependencyTypes.includes('local') ? to : unresolvedTo;
	const way = cycle ? `: ${[from, ...cycle.map(({ name }) => name)].join(' -> ')}` : '';
	return `${from} must not import ${target} (rule ${rule.name}${way})`;
}

/**
 * What is wrong with the imports of a project.
 *
 * @param {string} root
 * @returns {Promise<string[]>} one line for each import
 */
async function strayImports(root) {
	const folders = FOLDERS.filter((folder) => fs.existsSync(path.join(root, folder)));
	const args = [CRUISER, '--config', RULES, '--output-type', 'json', ...folders];
	const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
	const { stdout } = await promisify(execFile)(process.execPath, args, options);
	/** @type {Violation[]} */
	const violations = JSON.parse(stdout).summary.violations;
	return violations.map(inWords).sort();
}

it('point as they should', async () => {
	expect(FOLDERS.filter((folder) => !exists(folder))).toEqual([]);
	expect(await strayImports(projectFolder)).toEqual([]);
});

describe('an arrow that points back', () => {
	/** @type {Array<[file: string, text: string, target: string, rule: string]>} */
	const STRAYS = [
		[
			'aicc/endpoints/a',
			"import type { A } from '../c'",
			'aicc/c.ts',
			'aicc-endpoints-looks-down-only',
		],
		[
			'aicc/patterns/a',
			"import type { A } from '../endpoints/b'",
			'aicc/endpoints/b.ts',
			'aicc-patterns-looks-down-only',
		],
		[
			'aicc/client/a',
			"import type { A } from '../patterns/b'",
			'aicc/patterns/b.ts',
			'aicc-client-looks-down-only',
		],
		[
			'aicc/auth/a',
			"import { a } from '../client/b'",
			'aicc/client/b.ts',
			'aicc-auth-looks-down-only',
		],
		[
			'aicc/protocol/a',
			"import type { A } from '../auth/b'",
			'aicc/auth/b.ts',
			'aicc-protocol-looks-down-only',
		],
		[
			'aicc/base/a',
			"export type { A } from '../protocol/b'",
			'aicc/protocol/b.ts',
			'aicc-base-looks-down-only',
		],
		[
			'aicc/base/one',
			"import type { A } from './two'",
			'aicc/base/two.ts',
			'no-circle: aicc/base/one.ts -> aicc/base/two.ts -> aicc/base/one.ts',
		],
		['aicc/base/files', "import { readFileSync } from 'node:fs'", 'fs', 'aicc-stands-below'],
		['aicc/base/http', "import axios from 'axios'", 'axios', 'aicc-stands-below'],
		[
			'aicc/base/node',
			"import type { A } from '../../nodes/Action/b'",
			'nodes/Action/b.ts',
			'aicc-stands-below',
		],
		[
			'credentials/a',
			"import type { A } from '../nodes/Action/b'",
			'nodes/Action/b.ts',
			'credentials-import-aicc',
		],
		[
			'nodes/Action/a',
			"type A = import('../Trigger/b').A",
			'nodes/Trigger/b.ts',
			'no-node-imports-another',
		],
		[
			'nodes/shared/a',
			"import type { A } from '../Action/b'",
			'nodes/Action/b.ts',
			'no-node-imports-another',
		],
		[
			'nodes/Action/hash',
			"import { createHash } from 'node:crypto'",
			'crypto',
			'triggers-alone-hash',
		],
		[
			'nodes/Action/c',
			"import type { A } from '../../simulator/b'",
			'simulator/b.ts',
			'nodes-import-aicc',
		],
		[
			'simulator/a',
			"import { a } from '../aicc/base/b'",
			'aicc/base/b.ts',
			'simulator-stands-alone',
		],
	];
	const RIGHT = [
		['aicc/c', "import { a } from './endpoints/b'"],
		['aicc/base/two', "import { a } from './one'"],
		['aicc/client/right', "import type { A } from '../base/b'; import { DateTime } from 'luxon'"],
		['aicc/endpoints/right', "import { a } from '../patterns/b'; import { b } from '../base/b'"],
		['credentials/right', "import { a } from '../aicc/auth/b'"],
		['nodes/Trigger/right', "import { createHash } from 'node:crypto'; import '../shared/b'"],
		['nodes/shared/b', "import type { INode } from 'n8n-workflow'; import '../../aicc/auth/b'"],
		['simulator/right', "import { readFileSync } from 'node:fs'; import fastify from 'fastify'"],
	];
	/** Files that others import, and that import nothing. */
	const TARGETS = [
		...['endpoints', 'patterns', 'client', 'auth', 'protocol', 'base'].map(
			(room) => `aicc/${room}/b`,
		),
		...['nodes/Action/b', 'nodes/Trigger/b', 'simulator/b'],
	];
	let root = '';

	beforeAll(() => {
		const runFolder = path.join(projectFolder, '.run');
		fs.mkdirSync(runFolder, { recursive: true });
		root = fs.mkdtempSync(path.join(runFolder, 'directions-'));
		const bare = TARGETS.map((file) => [file, 'export type A = string; export const a = 1']);
		for (const [file = '', text = ''] of [...bare, ...STRAYS, ...RIGHT]) {
			fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
			fs.writeFileSync(path.join(root, `${file}.ts`), `${text};`);
		}
	});

	afterAll(() => fs.rmSync(root, { recursive: true }));

	it('is named in one line, whether it is a type or not', async () => {
		const lines = STRAYS.map(
			([file, , target, rule]) => `${file}.ts must not import ${target} (rule ${rule})`,
		);
		expect(await strayImports(root)).toEqual(lines.sort());
	});

	it('is shown for every rule', () => {
		const shown = STRAYS.map(([, , , rule]) => rule.split(':')[0]);
		const { forbidden } = require(RULES);
		for (const { name } of forbidden) expect(shown).toContain(name);
	});
});
