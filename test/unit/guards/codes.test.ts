/** The codes of the endpoints say what the vendor's pages say; seed-tables.json holds those. */

import { getCalledInfo } from '../../../aicc/endpoints/fabric/getCalledInfo';
import { queryAccessCodeList } from '../../../aicc/endpoints/fabric/queryAccessCodeList';
import { STATUS_MEANINGS } from '../../../aicc/protocol/codes';
import { endpointFiles } from '../../contract/endpointFiles';
import { asShown, seeds, shown } from './seedTables';

const { status, queryOBSResultCode: inChinese, ...pages } = seeds;

function codesOf(name: string) {
	return endpointFiles.find((one) => one.name === name)?.endpoint?.codes ?? {};
}

describe('result codes', () => {
	it.each(Object.entries(pages))('of %s are those of the page, word for word', (name, page) => {
		const texts = Object.entries(codesOf(name)).map(([code, { text }]) => [code, text]);
		expect(Object.fromEntries(texts)).toEqual(shown(page.codes));
	});

	it('of CC-iSales are the same on both pages', () => {
		expect(Object.keys(codesOf('queryOBSResultCode'))).toEqual(Object.keys(inChinese.codes));
	});
});

describe('values', () => {
	it.each([
		[
			'mediatypeId',
			queryAccessCodeList.meanings.mediatypeId,
			seeds.queryAccessCodeList.mediatypeId,
		],
		[
			'numCallAttr',
			queryAccessCodeList.meanings.numCallAttr,
			seeds.queryAccessCodeList.numCallAttr,
		],
		['devType', getCalledInfo.meanings.devType, seeds.getCalledInfo.devType],
	])('of %s are those of the page', (_name, table, seed) => {
		expect(table).toEqual(seed);
	});

	it('of the query of access codes are those of the page', () => {
		const { values } = queryAccessCodeList.limits.mediatypeId;
		expect(values.map(String)).toEqual(Object.keys(seeds.queryAccessCodeList.queryableMediatypeId));
	});
});

it('says of each HTTP status at least what the pages say', () => {
	const meanings = Object.entries(STATUS_MEANINGS).map(([code, { text, advice }]) => [
		code,
		`${text}. ${advice}`,
	]);
	expect(meanings.map(([code]) => code)).toEqual(Object.keys(status));
	for (const [code = '', said] of meanings) {
		const page = (status as Record<string, string>)[code] ?? '';
		expect(said).toMatch(new RegExp(`^${asShown(page).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
	}
});
