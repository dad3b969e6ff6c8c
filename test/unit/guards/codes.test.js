/** The tables of `aicc/codes.ts` say what the vendor's pages say; seed-tables.json holds those. */

const codes = require('../../../aicc/codes');
const { asShown, seeds, shown } = require('./seedTables');

/** @param {import('../../../aicc/codes').CodeTable} table */
function texts(table) {
	return Object.fromEntries(Object.entries(table).map(([code, { text }]) => [code, text]));
}

describe('result codes', () => {
	it.each([
		['SMARTCARE_CODES', codes.SMARTCARE_CODES, seeds.queryfaultyuser.codes],
		['ISALES_CODES', codes.ISALES_CODES, seeds.queryObsResultDetail.codes],
		['CALLED_INFO_CODES', codes.CALLED_INFO_CODES, seeds.getCalledInfo.codes],
		['CONFIGURATION_CODES', codes.CONFIGURATION_CODES, seeds.queryAccessCodeList.codes],
	])('of %s are those of the page, word for word', (_name, table, seed) => {
		expect(texts(table)).toEqual(shown(seed));
	});

	it('of CC-iSales are the same on both pages', () => {
		expect(Object.keys(codes.ISALES_CODES)).toEqual(Object.keys(seeds.queryOBSResultCode.codes));
	});
});

describe('values', () => {
	it.each([
		['MEDIA_TYPES', codes.MEDIA_TYPES, seeds.queryAccessCodeList.mediatypeId],
		['NUMBER_CALL_ATTRIBUTES', codes.NUMBER_CALL_ATTRIBUTES, seeds.queryAccessCodeList.numCallAttr],
		['DEVICE_TYPES', codes.DEVICE_TYPES, seeds.getCalledInfo.devType],
	])('of %s are those of the page', (_name, table, seed) => {
		expect(table).toEqual(seed);
	});

	it('of the query of access codes are those of the page', () => {
		expect(codes.QUERYABLE_MEDIA_TYPES.map(String)).toEqual(
			Object.keys(seeds.queryAccessCodeList.queryableMediatypeId),
		);
	});
});

it('says of each HTTP status at least what the pages say', () => {
	const meanings = Object.entries(codes.STATUS_MEANINGS).map(([status, { text, advice }]) => [
		status,
		`${text}. ${advice}`,
	]);
	expect(meanings.map(([status]) => status)).toEqual(Object.keys(seeds.status));
	for (const [status = '', said] of meanings) {
		const page = /** @type {import('./seedTables').Table} */ (seeds.status)[status] ?? '';
		expect(said).toMatch(new RegExp(`^${asShown(page).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
	}
});
