/** JSON without lost digits. */
import { parseJson } from '../../aicc/base/json';

const LONG = '1234567890123456789';

it.each([
	[`${LONG}`, LONG],
	[`-${LONG}`, `-${LONG}`],
	[`[${LONG},${LONG}]`, [LONG, LONG]],
	[`[1, ${LONG},\n\t${LONG} ]`, [1, LONG, LONG]],
	[`{"id":${LONG},"other": -${LONG}}`, { id: LONG, other: `-${LONG}` }],
	[`{"id":"${LONG}","called":666}`, { id: LONG, called: 666 }],
	[`{"text":"a: ${LONG}","id":${LONG}}`, { text: `a: ${LONG}`, id: LONG }],
	['{"time":1768469400000}', { time: 1_768_469_400_000 }],
])('keeps every digit of %s', (text, value) => {
	expect(parseJson(text)).toEqual(value);
});

it('gives nothing for what is no JSON', () => {
	expect(parseJson('{"id":')).toBeUndefined();
});
