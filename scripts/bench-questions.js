/** What the operations that `npm run bench` measures are asked: their parameters. */

const DAY_MS = 24 * 60 * 60 * 1000;

/** The call centre and the virtual one of the credential. */
const IDS_OF_TENANT = { ccId: 1, vdn: 40 };

/** Days over which the simulator has calls. */
const DAYS_OF_CALLS = 20;

/** The parameters for all of them. */
function callDetails() {
	const now = Date.now();
	return {
		resource: 'call',
		operation: 'getAll',
		beginTime: new Date(now - DAYS_OF_CALLS * DAY_MS).toISOString(),
		endTime: new Date(now).toISOString(),
		returnAll: true,
	};
}

/** The parameters for all records of today. */
function callRecords() {
	const today = new Date().toISOString().slice(0, 10);
	return {
		resource: 'callRecord',
		operation: 'getAll',
		beginTime: today,
		endTime: today,
		direction: 'both',
		returnAll: true,
	};
}

/**
 * So many IDs.
 *
 * @param {number} first
 * @param {number} count
 */
function idsFrom(first, count) {
	return Array.from({ length: count }, (_, index) => first + index);
}

/**
 * The parameters for the state of so many agents.
 *
 * @param {number} count
 */
function agentStatus(count) {
	return { resource: 'agentMonitor', operation: 'getStatus', agentIds: idsFrom(101, count) };
}

const NOTIFICATION = {
	resource: 'voiceNotification',
	operation: 'send',
	calledNumber: '={{ 13600000001 + 10 * $itemIndex }}',
	voiceContent: '$Your order has been sent.$',
};

const LOOKUP = {
	resource: 'call',
	operation: 'getCalledDevice',
	callerNumber: '8888888',
	calledNumber: '={{ $json.called }}',
};
const LIST = { resource: 'obsResultCode', operation: 'getAll', returnAll: true };

module.exports = {
	agentStatus,
	callDetails,
	callRecords,
	DAY_MS,
	idsFrom,
	IDS_OF_TENANT,
	LIST,
	LOOKUP,
	NOTIFICATION,
};
