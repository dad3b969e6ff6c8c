/** What the readers of fields make of values, character by character. */
import { BadValue, quoted } from '../../nodes/shared/readers/badValue';
import { codeText, plainText } from '../../nodes/shared/readers/characters';
import { entriesOf } from '../../nodes/shared/readers/list';
import {
	DIALLED_NUMBER,
	LINE_NUMBER,
	MSISDN,
	checkParts,
	readPhoneNumber,
	type CleaningChoice,
	type PhoneRules,
} from '../../nodes/shared/readers/phoneNumber';
import { readChoice, readSwitch, readWholeNumber } from '../../nodes/shared/readers/scalar';
import { isEmpty, readText, readTextOrJson } from '../../nodes/shared/readers/text';

/** What is wrong with a value, and what to do about it. */
function fault(read: () => unknown): { what: string; remedy: string } {
	try {
		return { what: `nothing: ${JSON.stringify(read())}`, remedy: '' };
	} catch (thrown) {
		expect(thrown).toBeInstanceOf(BadValue);
		const { what, remedy } = thrown as BadValue;
		return { what, remedy };
	}
}

describe('a code', () => {
	it.each([
		['\u202a13021\u202c', '13021'],
		['\ufeff13021', '13021'],
		['130\u00ad21', '13021'],
		['130\u200b21', '13021'],
		['\u3000 13021\t\n', '13021'],
		['１３０２１', '13021'],
		['٠١٢٣٤٥٦٧٨٩', '0123456789'],
		['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
		['०१२३४५६७८९', '0123456789'],
		['𝟎𝟗𝟘𝟡𝟢𝟫', '090909'],
		['＊１＃＋', '*1#+'],
		['ｃｒｍ－１', 'crm-1'],
	])('%j is %j', (text, code) => {
		expect(codeText(text)).toBe(code);
	});

	it.each(['②', '²', '½', 'Ⅳ', '五'])('does not take %s for a digit', (text) => {
		expect(codeText(text)).toBe(text);
	});
});

describe('a text', () => {
	it.each([
		['\u200bSpring\u200e', 'Spring'],
		['  Spring\u00a0', 'Spring'],
		['Ｓ１', 'Ｓ１'],
		['👨‍👩‍👧 and ❤️', '👨‍👩‍👧 and ❤️'],
		['می‌خواهم', 'می‌خواهم'],
		['a\u200db', 'ab'],
	])('%j is %j', (text, plain) => {
		expect(plainText(text)).toBe(plain);
	});

	it.each([undefined, null, '', ' ', '\u3000', '\u200b', '\ufeff \u2060', '\u2800', []])(
		'is nothing when it is %j',
		(value) => {
			expect(isEmpty(value)).toBe(true);
		},
	);

	it.each(['x', 0, false, {}, ['']])('is something when it is %j', (value) => {
		expect(isEmpty(value)).toBe(false);
	});

	it.each([
		['\ud83d', 'has half a character in it: "\\ud83d"'],
		['1\n2', 'has a line break or another control character: "1\\n2"'],
		[{ toString: 1 }, 'is neither text nor a number: an object'],
		[Object.create(null), 'is neither text nor a number: an object'],
		[1.5, 'came as a number that cannot be taken digit by digit: 1.5'],
		['x'.repeat(50), `has 50 characters: "${'x'.repeat(40)}"…`],
	])('%j is refused in words', (value, what) => {
		expect(fault(() => readText(value, { maxLength: 49 })).what).toBe(what);
	});

	it.each([{ name: '\ud83d' }, ['x', ['\\', '\\\ude00']]])(
		'%j as JSON has half a character',
		(value) => {
			expect(fault(() => readTextOrJson(value, {})).what).toBe(
				'has half a character in one of its texts',
			);
		},
	);

	it('as JSON may speak of half a character', () => {
		expect(readTextOrJson({ note: 'say \\ud83d' }, {})).toBe('{"note":"say \\\\ud83d"}');
	});
});

describe('a list', () => {
	const all = (value: unknown, splitsAtBlanks = true) => entriesOf(value, { splitsAtBlanks });

	it.each([
		'A,B',
		'A，B',
		'A、B',
		'A;B',
		'A；B',
		'A B',
		'A\u3000B',
		'A\tB',
		'A\nB',
		'A\r\nB',
		'A\u2028B',
		' A , , B ; ',
		'["A","B"]',
		' [ "A", "B" ] ',
		'\ufeff["A","B"]',
		['A', 'B'],
		['A,B'],
		['["A"]', 'B'],
	])('%j has two entries', (value) => {
		expect(all(value)).toEqual(['A', 'B']);
	});

	it('keeps blanks in texts', () => {
		expect(all('Not at home, call later', false)).toEqual(['Not at home', ' call later']);
	});

	it('keeps every digit of numbers in JSON', () => {
		expect(all('[1302100000000000001, 13021]')).toEqual(['1302100000000000001', 13021]);
	});

	it.each(['[A,B]', '["A"', '[00602]'])('%s is broken JSON', (value) => {
		expect(fault(() => all(value)).what).toMatch(/^begins like a JSON list and is none: /);
	});

	it.each([[['A', '']], [['A', null]], [['A', undefined]], ['["A",""]']])(
		'%j has an entry that is empty',
		(value) => {
			expect(fault(() => all(value)).what).toBe('has an entry that is empty');
		},
	);
});

describe('a phone number', () => {
	const read = (
		value: unknown,
		choice: CleaningChoice = 'notChosen',
		rules: PhoneRules = DIALLED_NUMBER,
	) => readPhoneNumber(value, rules, choice);

	it.each([
		['13900000001', { number: '13900000001' }],
		[13900000001, { number: '13900000001' }],
		['*100#', { number: '*100#' }],
		['1390000０００１', { number: '13900000001', input: '1390000０００１' }],
		['13900000001 ', { number: '13900000001', input: '13900000001 ' }],
	])('%j is %j', (value, number) => {
		expect(read(value)).toEqual(number);
	});

	it.each([
		['139 0000', 'has a blank in it: "139 0000"'],
		['139\u00a00000', 'has a blank in it: "139\\u00a00000"'],
		['139-0000', 'has "-" in it: "139-0000"'],
		['139–0000', 'has "–" in it: "139–0000"'],
		['(139)0000', 'has "(" in it: "(139)0000"'],
		['139a', 'has the letter a in it: "139a"'],
		['139ж', 'has "ж" in it: "139ж"'],
		['6666601.0', 'has "." in it: "6666601.0"'],
		['="6666601"', 'has "=" in it: "=\\"6666601\\""'],
		["'6666601", 'has "\'" in it: "\'6666601"'],
		['+86139', 'has "+" in it: "+86139"'],
		['139²', 'has "²" in it: "139²"'],
		['1.39E+10', 'is in scientific notation: "1.39E+10"'],
		['1,39e10', 'is in scientific notation: "1,39e10"'],
		['１．３９Ｅ＋１０', 'is in scientific notation: "1.39E+10"'],
		['1'.repeat(25), `has 25 characters: "${'1'.repeat(25)}"`],
	])('%j is refused in words: %s', (value, what) => {
		expect(fault(() => read(value)).what).toBe(what);
	});

	it('hints at Clean Numbers where that would help and is offered', () => {
		expect(fault(() => read('139 0000')).remedy).toMatch(/Clean Numbers under Options/);
		expect(fault(() => read('139 0000')).remedy).not.toMatch(/Country Code/);
		expect(fault(() => read('+86139')).remedy).toMatch(/Clean Numbers .* Country Code/);
		expect(fault(() => read('139 0000', 'notOffered')).remedy).toBe('Enter digits, * and # only.');
		expect(fault(() => read('139a')).remedy).toBe('Enter digits, * and # only.');
	});

	it('may begin with a + where lines are meant', () => {
		expect(read('+8613900000001', 'notChosen', LINE_NUMBER)).toEqual({ number: '+8613900000001' });
		expect(fault(() => read('86+139', 'notChosen', LINE_NUMBER)).what).toBe(
			'has "+" in it: "86+139"',
		);
		expect(fault(() => read('+', 'notChosen', LINE_NUMBER)).what).toMatch(/^has "\+"/);
		expect(fault(() => read('1'.repeat(33), 'notChosen', LINE_NUMBER)).what).toMatch(/^has 33/);
	});

	describe('that is cleaned', () => {
		it.each([
			['139 0000 0001', '13900000001'],
			['139\u00a00000\u20090001', '13900000001'],
			['139-0000-0001', '13900000001'],
			['139–0000—0001', '13900000001'],
			['(010) 6666-6601', '01066666601'],
			['（010）6666－6601', '01066666601'],
			['030/123 456', '030123456'],
			['06.12.34.56.78', '0612345678'],
			["'6666601", '6666601'],
			['’6666601', '6666601'],
			['="6666601"', '6666601'],
			['"6666601"', '6666601'],
			['=6666601', '6666601'],
			['6666601.0', '6666601'],
			['6666601.00', '6666601'],
			['６６６６６０１．０', '6666601'],
			['*100#', '*100#'],
		])('%j is %s', (value, number) => {
			expect(read(value, {})).toEqual({ number, ...(value !== number && { input: value }) });
		});

		it.each([
			['+86 139 0000 0001', '13900000001'],
			['0086-13900000001', '13900000001'],
			['(+86) 13900000001', '13900000001'],
			['8613900000001', '8613900000001'],
			['13900000001', '13900000001'],
		])('loses the country code that is named: %j is %s', (value, number) => {
			expect(read(value, { countryCode: '86' }).number).toBe(number);
		});

		it('loses the 0 in brackets with it only', () => {
			expect(read('+49 (0) 30 123456', { countryCode: '49' }).number).toBe('030123456');
			expect(fault(() => read('0049 (0) 30 123456', {})).what).toMatch(/^has a 0 in brackets/);
		});

		it.each([
			['+86 13900000001', {}, /^begins with a \+ and a country code/],
			['+49 3012345', { countryCode: '86' }, /^begins with a \+ and a country code/],
			['1.39E+10', {}, /^is in scientific notation/],
			['="1.39E+10"', {}, /^is in scientific notation/],
			['6666601.5', {}, /^is a decimal number/],
			['6666601.000', {}, /^is a decimal number/],
			['13900000001/13900000002', {}, /^has 22 characters without what separates them/],
			['13900000001 13900000002', {}, /^has 22 characters without what separates them/],
			['-6666601', {}, /^has "-" in it/],
			['1,390,000', {}, /^has "," in it/],
			['139 ext. 5', {}, /^has the letter e in it/],
			['139\n138', {}, /^has a line break/],
			['()', {}, /^has no digits/],
			['+86', { countryCode: '86' }, /^has no digits/],
		])('%j is refused all the same', (value, choice, what) => {
			expect(fault(() => read(value, choice)).what).toMatch(what);
		});

		it.each(['+66 80512100869', '0066-80512100869', '66 80512100869'])(
			'keeps its country code where that belongs to it: %s',
			(value) => {
				expect(read(value, {}, MSISDN).number).toBe('6680512100869');
			},
		);
	});

	it('is not taken apart in a list', () => {
		const value = '138 0000 0001\n139 0000 0002';
		const entries = entriesOf(value, { splitsAtBlanks: true });
		expect(fault(() => checkParts(value, entries)).what).toMatch(/^seems to have blanks within/);
		expect(() =>
			checkParts('13800000001 13900000002', ['13800000001', '13900000002']),
		).not.toThrow();
	});

	it.each([
		[['66 80512100869']],
		[['6680512100102', '668051 2100869']],
		['668051 2100869'],
		['６６\u3000８０５１２１００８６９'],
		['["66 80512100869"]'],
	])('is not taken apart in a list of any form: %j', (value) => {
		const entries = entriesOf(value, { splitsAtBlanks: true });
		expect(fault(() => checkParts(value, entries)).what).toMatch(/^seems to have blanks within/);
	});
});

describe('a switch, a number and a choice', () => {
	const choices = [
		{ name: 'Paused', value: 3 },
		{ name: 'Click-to-Dial (2)', value: 2 },
	];

	it.each([true, 'true', ' true\u200b'])('%j is on', (value) => {
		expect(readSwitch(value)).toBe(true);
	});

	it.each([60, '60', ' 60 ', '６０', '060'])('%j is 60', (value) => {
		expect(readWholeNumber(value, { min: 60, max: 100 })).toBe(60);
	});

	it.each([3, '3', '３', ' 3'])('%j is chosen', (value) => {
		expect(readChoice(value, choices)).toBe(3);
	});

	it.each(['0x3', '3.0', '03', 4, 3.5, {}, Object.create(null), true])(
		'%j is no choice',
		(value) => {
			expect(fault(() => readChoice(value, choices))).toEqual({
				what: `is none of the values that can be chosen: ${quoted(value)}`,
				remedy: 'Enter one of 3 (Paused), Click-to-Dial (2).',
			});
		},
	);
});

it.each([
	['a\u200bb', '"a\\u200bb"'],
	['a"\n', '"a\\"\\n"'],
	[[1], 'a list'],
	[null, 'null'],
	[NaN, 'NaN'],
	[10n, '10'],
	[Symbol('x'), 'symbol'],
	[Object.create(null), 'an object'],
])('a value is shown whatever it is: %p', (value, text) => {
	expect(quoted(value)).toBe(text);
});
