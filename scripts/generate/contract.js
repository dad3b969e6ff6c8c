/** The record of the names that saved workflows depend on. It only ever grows. */

const fs = require('node:fs');
const path = require('node:path');
const { added, contractOf } = require('../lib/contract');
const { formatted } = require('../lib/formatted');
const { load } = require('../lib/operations');
const { projectFolder } = require('../settings');

const CONTRACT = 'test/unit/guards/contract.json';

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const { HuaweiAicc } = load('nodes/HuaweiAicc/HuaweiAicc.node.ts');
	const place = path.join(projectFolder, CONTRACT);
	const known = fs.existsSync(place) ? JSON.parse(fs.readFileSync(place, 'utf8')) : {};
	const contract = added(known, contractOf(new HuaweiAicc().description));
	return [
		{
			file: CONTRACT,
			content: await formatted(CONTRACT, JSON.stringify(contract)),
			stale: 'does not know every operation and field',
		},
	];
}

module.exports = { files, after: ['resources'] };
