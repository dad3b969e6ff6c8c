/** The words for codes, beside them and in a drop-down. */
import { choicesOf, withNames } from '../../nodes/shared/names';

const DEVICES = { '1': 'skill queue', '3': 'IVR', '4': 'video click-to-dial' };

it('gives the words beside a code, and none for a code that nobody documents', () => {
	const row = { devicetype: 3, mediatypeId: 9 };
	expect(withNames(row, { devicetype: DEVICES, mediatypeId: DEVICES })).toEqual({
		...row,
		devicetypeName: 'IVR',
		mediatypeName: null,
	});
});

it('offers the values that an interface takes, in the order of their names', () => {
	expect(choicesOf([1, 3, 4], DEVICES)).toEqual([
		{ name: 'IVR (3)', value: 3 },
		{ name: 'Skill Queue (1)', value: 1 },
		{ name: 'Video Click-to-Dial (4)', value: 4 },
	]);
});

it('begins with a great letter, also where the first word is a small one', () => {
	expect(choicesOf(['1'], { '1': 'by number or type' })).toEqual([
		{ name: 'By Number or Type (1)', value: '1' },
	]);
	expect(choicesOf([2], { '2': 'predicted (skill queue)' })).toEqual([
		{ name: 'Predicted (Skill Queue) (2)', value: 2 },
	]);
});

it('has names that n8n takes in expressions, in the order of the answer', () => {
	const row = {
		callId: '1',
		caller: '2',
		called: '3',
		callee: '4',
		arguments: 'x',
		constructor: 5,
	};
	expect(Object.entries(withNames(row, {}))).toEqual([
		['callId', '1'],
		['callerNumber', '2'],
		['called', '3'],
		['calledNumber', '4'],
		['argumentsText', 'x'],
		['constructor', 5],
	]);
});
