/** `npm run simulator`: the stand-in AICC platform alone. Also used by `npm start`. */

const settings = require('./settings');
const { loadSimulator } = require('./load-typescript');
const { onEnd } = require('./lib/cleanup');
const { freePort } = require('./lib/ports');

/** @typedef {import('./n8n/set-up').Simulator} Simulator */

/** How often it calls the numbers that were added to running campaigns. */
const CALLING_INTERVAL_MS = 10_000;

/** Starts the simulator in this process, on its usual ports when they are free. */
async function startSimulatorHere() {
	const simulator = await loadSimulator().startSimulator({
		fabricPort: await freePort(settings.ports.fabric),
		isalesPort: await freePort(settings.ports.isales),
	});
	const calling = setInterval(() => simulator.callNumbers(), CALLING_INTERVAL_MS);
	onEnd(async () => {
		clearInterval(calling);
		await simulator.stop();
	});
	return simulator;
}

/**
 * Addresses and keys, with the names of the fields that they belong into.
 *
 * @param {Simulator} simulator
 */
function describeSimulator({ account, fabricUrl, isalesUrl }) {
	return `The simulator, with a certificate of its own (switch on Ignore SSL Issues)
  Huawei AICC Token API
    Base URL          ${fabricUrl}
    App Key           ${account.appKey}
    App Secret        ${account.appSecret}
    Tenant Space ID   ${account.tenantSpaceId}
  Huawei AICC AK/SK API
    Base URL          ${isalesUrl}
    Access Key        ${account.accessKey}
    Secret Key        ${account.secretKey}
    VDN ID            ${account.vdnId}`;
}

/** Made-up numbers that the simulator knows, with what it answers. */
async function describeNumbers() {
	const all = await loadSimulator().numbersToTry();
	const known = all.filter(({ ask }) => hasOnlyNumbers(ask));
	const interfaces = new Set(known.map(({ operationId }) => operationId));
	const lines = [...interfaces].flatMap((operationId) => {
		const asked = known.filter((one) => one.operationId === operationId);
		return [
			`  ${asked[0]?.summary} (${operationId})`,
			...asked.map(({ ask, gives }) => `    ${Object.values(ask).join('  ').padEnd(40)}  ${gives}`),
		];
	});
	return ['Made-up numbers to try', ...lines].join('\n');
}

/** @param {Record<string, unknown>} ask */
function hasOnlyNumbers(ask) {
	const values = Object.values(ask);
	const isNumber = (/** @type {unknown} */ value) =>
		typeof value === 'string' && /^\d[\d-]+$/.test(value);
	return values.length > 0 && values.every(isNumber);
}

/**
 * A subscriber with a fault, one without, and one for whom the check fails.
 *
 * @param {Simulator} simulator
 * @returns {Array<{ msisdn: string, expected: boolean | 'error' }>}
 */
function sampleSubscribers({ data }) {
	const all = Object.entries(data.subscribers);
	/** @param {(returnCode: number) => boolean} matches */
	const first = (matches) => all.find(([, { returnCode }]) => matches(returnCode))?.[0] ?? '';
	return [
		{ msisdn: first((code) => code === 0), expected: true },
		{ msisdn: first((code) => code === 1), expected: false },
		{ msisdn: first((code) => code > 1), expected: 'error' },
	];
}

async function run() {
	const simulator = await startSimulatorHere();
	console.log(describeSimulator(simulator));
	console.log(`\n${await describeNumbers()}\n\nCtrl-C ends it.`);
	return await new Promise(() => {});
}

module.exports = {
	describeNumbers,
	describeSimulator,
	run,
	sampleSubscribers,
	startSimulatorHere,
};
