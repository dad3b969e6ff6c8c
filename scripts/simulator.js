/** `npm run simulator`: the stand-in AICC platform alone. Also used by `npm start`. */

const settings = require('./settings');
const { loadSimulator } = require('./load-typescript');
const { onEnd } = require('./lib/cleanup');
const { freePort } = require('./lib/ports');

/** @typedef {import('./n8n/set-up').Simulator} Simulator */

/** The first campaigns are the ones to count on: simulator/README.md. */
const KNOWN_CAMPAIGNS = 4;

/** How often it calls the numbers that were added to running campaigns. */
const CALLING_INTERVAL_MS = 10_000;

/** Numbers with a device of their own, beside the access codes, each of which leads somewhere. */
const KNOWN_NUMBER = /^66666\d\d$/;

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

/**
 * Made-up numbers that the simulator knows, with what it answers.
 *
 * @param {Simulator} simulator
 */
function describeNumbers({ data }) {
	const subscribers = Object.entries(data.subscribers).map(
		([msisdn, { description }]) => `    ${msisdn}   ${description}`,
	);
	const called = Object.entries(data.calledNumbers)
		.filter(([number]) => KNOWN_NUMBER.test(number))
		.map(([number, answer]) => `    ${number}         ${describeDevice(answer)}`);
	const campaigns = data.campaigns
		.slice(0, KNOWN_CAMPAIGNS)
		.map(({ id, name }) => `    ${id}   ${name}`);
	return [
		'Made-up numbers to try',
		'  MSISDN of Fault User: Check',
		...subscribers,
		'  Called number of Call: Get Called Device',
		...called,
		`    and each of the ${data.accessCodes.length} access codes, such as ${data.accessCodes[0]?.accessCode}`,
		'  Campaign of Call Data, Call Result and Campaign',
		...campaigns,
		`  Blocked numbers: ${data.blocklist[0]?.blockNum} and following`,
	].join('\n');
}

/** @param {Simulator['data']['calledNumbers'][string]} answer */
function describeDevice({ retMsg, result }) {
	if (!result) return retMsg;
	const { skillId, skillName, called } = result;
	return skillId ? `leads to the skill queue ${skillName} (${skillId})` : `leads to ${called}`;
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
	console.log(`\n${describeNumbers(simulator)}\n\nCtrl-C ends it.`);
	return await new Promise(() => {});
}

module.exports = {
	describeNumbers,
	describeSimulator,
	run,
	sampleSubscribers,
	startSimulatorHere,
};
