/** The report on many records in n8n's log: every item that was not taken is in it. */
import { BatchReport } from '../../aicc/patterns/batch/batchReport';
import { AiccError, notSent } from '../../aicc/base/errors';

function reportOf(count: number) {
	const lines: string[] = [];
	const keep = (line: string) => void lines.push(line);
	const report = new BatchReport('Numbers', { info: keep, warn: keep }, 20);
	for (let index = 0; index < count; index++) report.join();
	return { report, lines };
}

it('names every item, however many there are', () => {
	const { report, lines } = reportOf(2000);
	const refused = Array.from({ length: 500 }, (_, index) => index * 2);
	const others = Array.from({ length: 2000 }, (_, index) => index).filter(
		(index) => !refused.includes(index),
	);
	report.note(others, notSent(new AiccError('cancelled', 'Cancelled')));
	report.note(refused, new AiccError('service', 'Refused'));
	report.close();
	const [line = ''] = lines;
	const [, list = ''] = /; refused: items ([^;]*);/.exec(line) ?? [];
	expect(list.split(', ').map(Number)).toEqual(refused);
	expect(line).toMatch(/; not sent: items 1, 3, .*, 997, 999-1999$/);
});

it('says nothing at the end of one request in which everything was taken', () => {
	const { report, lines } = reportOf(20);
	report.note(Array.from({ length: 20 }, (_, index) => index));
	report.close();
	expect(lines).toEqual([]);
});

it('notes more items at once than a function takes arguments', () => {
	const { report, lines } = reportOf(150_000);
	report.note(
		Array.from({ length: 150_000 }, (_, index) => index),
		new AiccError('service', 'Refused'),
	);
	report.close();
	expect(lines.at(-1)).toBe(
		'Numbers: 0 of 150000 taken, 150000 refused, 0 not known, 0 not sent; refused: items 0-149999',
	);
});

it('does not call taken what needed nothing', () => {
	const { report, lines } = reportOf(30);
	for (let item = 0; item < 3; item++) report.noteSpared(item);
	report.note(Array.from({ length: 27 }, (_, index) => index + 3));
	report.close();
	expect(lines).toEqual([
		'Numbers: 27 of 30 taken, 3 there already, 0 refused, 0 not known, 0 not sent',
	]);
});
