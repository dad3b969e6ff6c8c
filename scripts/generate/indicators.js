/** The table of indicators in docs/monitoring.md: those that can be chosen by what they count. */

const { withParts } = require('../lib/documents');
const { load } = require('../lib/operations');
const { markdownTable } = require('../lib/table');

const TABLES = 'aicc/endpoints/cms/shared/indicators.ts';

/** Where they can be chosen, by the name of their table. */
const CHOSEN_IN = {
	SKILL_INDICATORS: 'Skill Monitoring: Get Indicators',
	VDN_INDICATORS: 'VDN: Get Indicators',
	VDN_HISTORY_INDICATORS: 'VDN: Get History',
	AGENT_HISTORY_INDICATORS: 'Agent Monitoring: Get History, Get Daily History',
};

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const tables = load(TABLES);
	const parts = Object.entries(CHOSEN_IN).map(([name, operations]) => {
		/** @type {Record<string, string>} */
		const table = tables[name];
		const rows = Object.entries(table).map(([id, words]) => [`\`${id}\``, words]);
		return `_${operations}_\n\n${markdownTable(['indicator', 'counts'], rows)}`;
	});
	return [await withParts('docs/monitoring.md', { indicators: parts.join('\n\n') })];
}

module.exports = { files };
