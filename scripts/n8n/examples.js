/** Runs the two example workflows and gathers what came out of them. */

const fs = require('node:fs');
const path = require('node:path');
const settings = require('../settings');
const { dataTableRows } = require('./data-table');

const SYNC_EXAMPLE = 'sync-hotlines-and-result-codes.json';
const FAULT_EXAMPLE = 'alert-triggered-fault-check.json';
const ALARM_EXAMPLE = 'alarm-calls-the-engineer.json';
const WALLBOARD_EXAMPLE = 'wallboard.json';
const MCP_EXAMPLE = 'contact-centre-as-mcp-server.json';

const TABLES = {
	accessCodes: 'Huawei AICC access codes',
	obsResultCodes: 'Huawei AICC OBS result codes',
};

/**
 * @typedef {import('./api').N8nApi} N8nApi
 * @typedef {import('./api').Row} Row
 * @typedef {{ read: number, stored: number, rows: Row[] }} SyncedList
 * @typedef {{ status: number, body: Row }} FaultAnswer
 */

/**
 * Starts the sync by hand, as its button in the editor does.
 *
 * @param {N8nApi} api
 * @param {Record<string, string>} workflowIds by file name
 * @returns {Promise<{ accessCodes: SyncedList, obsResultCodes: SyncedList }>}
 */
async function runSync(api, workflowIds) {
	const execution = await api.runWorkflow(workflowIds[SYNC_EXAMPLE] ?? '', 'Start by hand');
	if (execution.status !== 'success') {
		throw new Error(`${SYNC_EXAMPLE} ended as ${execution.status}: ${execution.error}`);
	}
	const counts = execution.items.Counts?.[0] ?? {};
	return {
		accessCodes: {
			read: Number(counts.accessCodesRead),
			stored: Number(counts.accessCodesStored),
			rows: await dataTableRows(api, TABLES.accessCodes),
		},
		obsResultCodes: {
			read: Number(counts.obsResultCodesRead),
			stored: Number(counts.obsResultCodesStored),
			rows: await dataTableRows(api, TABLES.obsResultCodes),
		},
	};
}

/**
 * Sends an alert to the fault check's webhook, as a monitoring system would.
 *
 * @param {string} n8nUrl
 * @param {Row} alert
 * @returns {Promise<FaultAnswer>}
 */
async function sendAlert(n8nUrl, alert) {
	const response = await fetch(faultCheckUrl(n8nUrl), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(alert),
	});
	const text = await response.text();
	try {
		return { status: response.status, body: JSON.parse(text) };
	} catch {
		throw new Error(`${FAULT_EXAMPLE} answered ${response.status}: ${text.slice(0, 300)}`);
	}
}

/**
 * The path at which an example takes requests.
 *
 * @param {string} example
 * @param {string} triggerType
 */
function pathOf(example, triggerType) {
	const file = path.join(settings.examplesFolder, example);
	/** @type {import('./api').Workflow} */
	const workflow = JSON.parse(fs.readFileSync(file, 'utf8'));
	return workflow.nodes.find(({ type }) => type === triggerType)?.parameters.path;
}

/**
 * Where an example takes requests.
 *
 * @param {string} n8nUrl
 * @param {string} example
 */
function webhookUrl(n8nUrl, example) {
	return `${n8nUrl}/webhook/${pathOf(example, 'n8n-nodes-base.webhook')}`;
}

/** @param {string} n8nUrl */
function faultCheckUrl(n8nUrl) {
	return webhookUrl(n8nUrl, FAULT_EXAMPLE);
}

/** @param {string} n8nUrl */
function alarmUrl(n8nUrl) {
	return webhookUrl(n8nUrl, ALARM_EXAMPLE);
}

/** @param {string} n8nUrl */
function wallboardUrl(n8nUrl) {
	return webhookUrl(n8nUrl, WALLBOARD_EXAMPLE);
}

/**
 * Where MCP clients find the contact centre.
 *
 * @param {string} n8nUrl
 */
function mcpUrl(n8nUrl) {
	return `${n8nUrl}/mcp/${pathOf(MCP_EXAMPLE, '@n8n/n8n-nodes-langchain.mcpTrigger')}`;
}

/**
 * Changes values of the node Settings of an example. One that is published is published with them.
 *
 * @param {N8nApi} api
 * @param {string} id of its workflow
 * @param {Row} values
 */
async function changeSettings(api, id, values) {
	const workflow = await api.workflow(id);
	const settings = workflow.nodes.find(({ name }) => name === 'Settings')?.parameters.assignments;
	const { assignments } = /** @type {{ assignments: Array<{ name: string, value: unknown }> }} */ (
		settings
	);
	for (const setting of assignments) setting.value = values[setting.name] ?? setting.value;
	await api.saveWorkflow(workflow, id);
	if (workflow.active) await api.activateWorkflow(id);
}

module.exports = {
	TABLES,
	alarmUrl,
	changeSettings,
	faultCheckUrl,
	mcpUrl,
	runSync,
	sendAlert,
	wallboardUrl,
};
