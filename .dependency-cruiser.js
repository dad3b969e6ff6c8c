/**
 * Arrows between folders point one way: see docs/architecture.md. `test/unit/guards/directions.test.js`
 * checks it, imports of types included.
 */

/** The rooms of `aicc/`: each may import those after it, and none of those before it. */
const ROOMS = ['endpoints', 'patterns', 'client', 'auth', 'protocol', 'base'];

/** @param {string} name of a package */
const npm = (name) => `(^|/)node_modules/${name}/`;
const N8N_WORKFLOW = npm('n8n-workflow');
const SIMULATOR_PACKAGES = ['@apidevtools/json-schema-ref-parser', 'ajv', 'fastify', 'selfsigned'];
const CRYPTO = '^(node:)?crypto$';

/**
 * @param {string} name
 * @param {string} from which files, as a pattern
 * @param {string[]} places what they may import, as patterns; `$1` is what is in brackets in `from`
 * @param {object} [others] what else they may import
 */
function only(name, from, places, others = {}) {
	return { name, severity: 'error', from: { path: from }, to: { pathNot: places, ...others } };
}

module.exports = {
	forbidden: [
		{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
		only('aicc-stands-below', '^aicc/', ['^aicc/', npm('luxon'), N8N_WORKFLOW, CRYPTO]),
		...ROOMS.map((room, index) => ({
			name: `aicc-${room}-looks-down-only`,
			severity: 'error',
			from: { path: `^aicc/${room}/` },
			to: { path: '^aicc/', pathNot: `^aicc/(${ROOMS.slice(index).join('|')})/` },
		})),
		only('credentials-import-aicc', '^credentials/', ['^aicc/', '^credentials/', N8N_WORKFLOW]),
		only('nodes-import-aicc', '^nodes/', ['^aicc/', '^nodes/', N8N_WORKFLOW, CRYPTO]),
		only('no-node-imports-another', '^nodes/([^/]+)/', ['^(?!nodes/)', '^nodes/($1|shared)/']),
		{
			name: 'triggers-alone-hash',
			severity: 'error',
			from: { path: '^nodes/', pathNot: '^nodes/[^/]*Trigger/' },
			to: { path: CRYPTO },
		},
		only(
			'simulator-stands-alone',
			'^simulator/',
			['^simulator/', ...SIMULATOR_PACKAGES.map(npm), N8N_WORKFLOW],
			{ dependencyTypesNot: ['core'] },
		),
	],
	options: {
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
	},
};
