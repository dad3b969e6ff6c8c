/** The simulator of CC-iSales writes its texts in the language that is asked for. */
import { inLanguage } from '../../simulator/isales/shared/texts';
import { filesIn, read } from './guards/project';
import { goodRequest, sendTo, SIMULATED, useDescribed } from './simulatorDescribed';

const world = useDescribed();

const CHINESE = /\p{Script=Han}/u;
const ISALES = SIMULATED.filter((file) => file.startsWith('isales/'));

/** The texts of the answers to what is worth trying; none where an interface has no code. */
async function textsOf(file: string, locale?: string): Promise<string[]> {
	const operation = world.operationOf(file);
	const texts: string[] = [];
	for (const { ask } of world.triesOf(file)) {
		const { defaultLocale } = world.simulator.behaviour;
		world.simulator.reset();
		world.simulator.behaviour.defaultLocale = defaultLocale;
		const request = goodRequest(world, operation, ask);
		const { status, data } = await sendTo(world, operation, request, { locale });
		expect(status).toBe(200);
		texts.push(...[data.resultDesc, data.returnDesc].filter((text) => text !== undefined));
	}
	return texts;
}

describe.each(ISALES)('%s', (file) => {
	it('writes Chinese and English', async () => {
		const [chinese, english, neither] = [
			await textsOf(file, 'zh_CN'),
			await textsOf(file, 'en_US'),
			await textsOf(file),
		];
		expect(chinese.filter((text) => !CHINESE.test(text))).toEqual([]);
		expect(english.filter((text) => CHINESE.test(text))).toEqual([]);
		expect(neither).toEqual(english);
	});

	it('writes Chinese by itself where the platform is as its page says', async () => {
		world.simulator.behaviour.defaultLocale = 'zh_CN';
		expect((await textsOf(file)).filter((text) => !CHINESE.test(text))).toEqual([]);
	});
});

it('has a Chinese text of its own for everything that is refused', () => {
	const texts = filesIn('simulator/isales', /\.ts$/).flatMap((file) =>
		[...read(file).matchAll(/refuse\([\w.]+, '([^']+)'\)/g)].map(([, text]) => text),
	);
	expect(texts.length).toBeGreaterThan(20);
	const same = texts.filter((text) => {
		const { resultDesc } = inLanguage({ resultDesc: text }, 'zh_CN') as { resultDesc: string };
		return !CHINESE.test(resultDesc);
	});
	expect(same).toEqual([]);
});

it('words a code on demand in the language that is asked for', async () => {
	const file = 'isales/queryOBSResultCode';
	const operation = world.operationOf(file);
	const asked = goodRequest(world, operation, { pageNum: 1, pageSize: 1 });
	world.simulator.faults = [{ kind: 'code', code: '02000003' }];
	const { data } = await sendTo(world, operation, asked, { locale: 'zh_CN' });
	expect(data).toMatchObject({ resultCode: '02000003', resultDesc: '参数过长' });
});
