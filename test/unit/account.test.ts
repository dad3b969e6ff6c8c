/** The account of many records in n8n's log: every item that was not taken is in it. */
import { Account } from '../../aicc/account';
import { AiccError } from '../../aicc/errors';

function accountOf(count: number) {
	const lines: string[] = [];
	const keep = (line: string) => void lines.push(line);
	const account = new Account('Numbers', { info: keep, warn: keep });
	for (let index = 0; index < count; index++) account.join();
	return { account, lines };
}

it('names every item, however many there are', () => {
	const { account, lines } = accountOf(2000);
	const refused = Array.from({ length: 500 }, (_, index) => index * 2);
	const others = Array.from({ length: 2000 }, (_, index) => index).filter(
		(index) => !refused.includes(index),
	);
	account.note(others, new AiccError('cancelled', 'Cancelled'));
	account.note(refused, new AiccError('service', 'Refused'));
	account.close();
	const [line = ''] = lines;
	const [, list = ''] = /; refused: items ([^;]*);/.exec(line) ?? [];
	expect(list.split(', ').map(Number)).toEqual(refused);
	expect(line).toMatch(/; not sent: items 1, 3, .*, 997, 999-1999$/);
});

it('says nothing at the end of one request in which everything was taken', () => {
	const { account, lines } = accountOf(20);
	account.note(Array.from({ length: 20 }, (_, index) => index));
	account.close();
	expect(lines).toEqual([]);
});
