/** The tables of operations in README, its Chinese translation and docs/operations.md. */

const { withParts } = require('../lib/documents');
const { findResources, isWriting, read, schemaFile } = require('../lib/operations');
const { markdownTable } = require('../lib/table');

/** What most operations are called. Others say their Chinese name in their file: `@zh …`. */
const USUAL_WORDS = /** @type {Record<string, string>} */ ({
	Add: '添加',
	Check: '检查',
	Create: '创建',
	Delete: '删除',
	Get: '查询',
	'Get Many': '查询多个',
	Pause: '暂停',
	Resume: '恢复',
	Send: '发送',
	Update: '修改',
});

const CREDENTIALS = { token: 'Token', akSk: 'AK/SK' };

/** Fields of an item that a row names, at most. */
const SHOWN_FIELDS = 8;

/** @typedef {import('../lib/operations').FoundResource} FoundResource */

/** @param {FoundResource} resource */
function englishRow({ facts, operations }) {
	const names = operations.map(({ operation }) => operation.option.name);
	return [facts.name, names.join(', '), CREDENTIALS[facts.authentication]];
}

/**
 * @param {FoundResource} resource
 * @throws Error naming the file that has no Chinese words
 */
function chineseRow({ facts, chinese, operations, file }) {
	if (chinese === undefined) throw missingChinese(file, facts.name);
	const names = operations.map((found) => {
		const { name } = found.operation.option;
		const own = found.chinese ?? USUAL_WORDS[name];
		if (own === undefined) throw missingChinese(found.file, name);
		return `${name}（${own}）`;
	});
	return [`${facts.name}（${chinese}）`, names.join('、'), CREDENTIALS[facts.authentication]];
}

/** @param {string} file @param {string} name */
function missingChinese(file, name) {
	return new Error(
		`${file} has no Chinese words for "${name}": write "/** @zh … */" above its export`,
	);
}

/** @param {string} title `resource/operation` */
function outputOf(title) {
	const names = Object.keys(JSON.parse(read(schemaFile(title))).properties);
	const shown = names.slice(0, SHOWN_FIELDS).map((name) => `\`${name}\``);
	const more = names.length - shown.length;
	return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** @param {FoundResource} resource */
function fullRows({ value, facts, operations }) {
	return operations.map((found) => [
		facts.name,
		found.operation.option.name,
		found.operation.option.description,
		found.operation.isOfAnyInterface
			? 'any'
			: found.interfaces.map((name) => name.split('/')[1]).join(', '),
		found.operation.isOfAnyInterface
			? 'as the service gives them'
			: outputOf(`${value}/${found.name}`),
	]);
}

/**
 * The operations that change something, a line for each resource.
 *
 * @param {FoundResource[]} resources
 */
function writingOperations(resources) {
	return resources
		.flatMap(({ facts, operations }) => {
			const names = operations.filter(isWriting).map(({ operation }) => operation.option.name);
			return names.length > 0 ? [`- ${facts.name}: ${names.join(', ')}`] : [];
		})
		.join('\n');
}

/** @returns {Promise<import('../generate').GeneratedFile[]>} */
async function files() {
	const resources = findResources();
	const byCredential = /** @type {const} */ (['token', 'akSk']).flatMap((credential) =>
		resources.filter(({ facts }) => facts.authentication === credential),
	);
	return await Promise.all([
		withParts('README.md', {
			operations: markdownTable(
				['Resource', 'operations', 'credential'],
				byCredential.map(englishRow),
			),
		}),
		withParts('docs/README.zh-CN.md', {
			operations: markdownTable(['资源', '操作', '凭据'], byCredential.map(chineseRow)),
		}),
		withParts('docs/operations.md', {
			operations: markdownTable(
				['Resource', 'operation', 'what it does', 'interface', 'fields that come out'],
				resources.flatMap(fullRows),
			),
			'operations that write': writingOperations(resources),
		}),
	]);
}

module.exports = { files, after: ['outputSchemas'] };
