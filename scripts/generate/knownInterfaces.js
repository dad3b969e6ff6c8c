/**
 * What requests to any interface must know of those that the vendor documents, also of those without an
 * operation: which change something, so that none is taken for a look-up that is none; which have no
 * result code; and how often they may be asked.
 */

const { formatted } = require('../lib/formatted');
const { interfacesIn, PRODUCT_FOLDERS } = require('../lib/interface-files');

const FILE = 'aicc/endpoints/knownInterfaces.ts';

/**
 * @typedef {object} Known
 * @property {boolean} isWrite
 * @property {boolean} [hasNoCode]
 * @property {number} [gapAfter429]
 * @property {{ concurrency: number, gap: number, code?: string }} [pace]
 */

/** @param {import('../lib/interface-files').InterfaceFile['operation']} operation @returns {Known} */
function knownOf(operation) {
	const { 'x-success': success, 'x-pace': pace, responses = {} } = operation;
	const isCodeless = success !== undefined && success.code?.length === 0 && !success.file;
	const gap = '429' in responses ? pace?.gap : undefined;
	return {
		isWrite: operation['x-write'] === true,
		...(isCodeless && { hasNoCode: true }),
		...(gap !== undefined && { gapAfter429: gap }),
		...(pace?.concurrency && {
			pace: {
				concurrency: pace.concurrency,
				gap: pace.gap ?? 0,
				...(pace.code && { code: pace.code }),
			},
		}),
	};
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	/** @type {Record<string, Record<string, Known>>} */
	const known = {};
	for (const { method, path, operation } of PRODUCT_FOLDERS.flatMap(interfacesIn)) {
		const ofMethod = (known[method.toUpperCase()] ??= {});
		const one = knownOf(operation);
		ofMethod[path] = { ...one, isWrite: one.isWrite || ofMethod[path]?.isWrite === true };
	}
	const text = `// Made by \`npm run generate\` from openapi/.

		export interface KnownInterface {
			/** Whether it changes something. */
			isWrite: boolean;
			/** Whether its answers have no result code. */
			hasNoCode?: boolean;
			/** Where HTTP 429 says that it is asked too often: milliseconds from one question to the next. */
			gapAfter429?: number;
			/** How fast it may be asked at one path: \`RateLimit\` says more. The code says that it was asked faster. */
			pace?: Readonly<{ concurrency: number; gap: number; code?: string }>;
		}

		/** By method and path. */
		export const KNOWN_INTERFACES: Readonly<
			Record<string, Readonly<Record<string, KnownInterface>> | undefined>
		> = ${JSON.stringify(known)};`;
	return [{ file: FILE, content: await formatted(FILE, text) }];
}

module.exports = { files };
