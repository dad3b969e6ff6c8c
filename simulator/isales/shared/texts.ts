/**
 * The texts of CC-iSales in Chinese. The simulator words everything in English; whoever asks for Chinese
 * with the header `locale` gets these in their place.
 */
import type { Fields } from '../../core/answer';

/** Fields of answers with a text in the language that was asked for. */
const TEXT_FIELDS = ['resultDesc', 'returnDesc', 'obsCodeDesc', 'message'];

/** English texts with their Chinese ones; `$1` is what is in brackets. */
const TEXTS: Array<[english: RegExp, chinese: string]> = [
	[/^success$/, '成功'],
	// What is said of one number of many.
	[/^The number (\S+): it is in the request twice$/, '号码 $1 在请求中重复'],
	[/^The number (\S+): it is in the campaign already$/, '号码 $1 已在外呼任务中'],
	[/^The number (\S+): it is on the blocklist$/, '号码 $1 在黑名单中'],
	[/^The number (\S+): .*$/, '号码 $1 的参数错误'],
	[/^A number: it is in the request twice$/, '请求中有重复的号码'],
	[/^A number: it is in the campaign already$/, '有号码已在外呼任务中'],
	[/^A number: it is on the blocklist$/, '有号码在黑名单中'],
	[/^The number (\S+) is in the blocklist already$/, '号码 $1 已在黑名单中'],
	[/^A number is in the blocklist already$/, '有号码已在黑名单中'],
	[/^(\S+) is in the request twice$/, '$1 在请求中重复'],
	[/^(\S+) is not on the blocklist$/, '$1 不在黑名单中'],
	[/^(\S+) is there already$/, '$1 已存在'],
	// Things that there are, and others.
	[/^The VDN does not exist$/, 'VDN 不存在'],
	[/^The campaign does not exist$/, '外呼任务不存在'],
	[/^The batch does not exist$/, '批次不存在'],
	[/^The appointment does not exist$/, '预约不存在'],
	[/^A calling number does not exist$/, '主叫号码不存在'],
	[/^The call (\S+) does not exist$/, '呼叫 $1 不存在'],
	[/^The call data (\S+) does not exist$/, '外呼数据 $1 不存在'],
	[/^The external result (\S+) does not exist$/, '外部结果 $1 不存在'],
	[/^The OBS code (\S+) does not exist$/, 'OBS 码 $1 不存在'],
	[/^The name exists already$/, '名称已存在'],
	[/^A calling number came twice$/, '主叫号码重复'],
	[/^One calling number must remain$/, '至少保留一个主叫号码'],
	// States, and how much there may be.
	[/^The campaign is finished$/, '外呼任务已结束'],
	[/^The campaign is running$/, '外呼任务正在运行'],
	[/^The status of the campaign is (\d+)$/, '外呼任务的状态为 $1'],
	[/^The call data has been called already$/, '外呼数据已被呼叫'],
	[/^The campaign has (\d+)(?: batches)? already$/, '外呼任务已有 $1 个'],
	[/^There may be (\d+) unfinished records$/, '未完成的外呼数据最多 $1 条'],
	[/^Called too often, try again later$/, '操作过于频繁，请稍后再试'],
	[/^The interval between two requests is too short$/, '两次请求的间隔太短'],
	// Values.
	[/^(\S+) is empty$/, '$1 为空'],
	[/^(\S+) is not a text$/, '$1 不是字符串'],
	[/^(\S+) has characters that are not allowed$/, '$1 包含非法字符'],
	[/^(\S+) is longer than (\d+) characters$/, '$1 超过 $2 个字符'],
	[/^(\S+) and (\S+) must come together$/, '$1 和 $2 必须同时填写'],
	[/^(\S+) is not within (\d+) days of (\S+)$/, '$1 与 $3 相差超过 $2 天'],
	[/^(\S+) goes with (\S+) only$/, '$1 只能与 $2 一起使用'],
	[/^(\S+) is not after (\S+)$/, '$1 不晚于 $2'],
	[/^(\S+) is before today$/, '$1 早于今天'],
	[/^(\S+) cannot be changed$/, '$1 不能修改'],
	[/^callData goes with automatic calls only$/, 'callData 只能用于自动呼叫'],
	[/^Either blocklist or offset and limit are needed$/, 'blocklist 与 offset、limit 必须二选一'],
	[/^(\S+) is out of range$/, '$1 超出范围'],
	[/^The number is wrong$/, '号码错误'],
	[/^The time is past$/, '时间已过'],
	// Result codes of outbound calls.
	[/^The switch is busy\.$/, '交换机忙。'],
	[/^The call is rejected\.$/, '呼叫被拒绝。'],
	[/^The called party does not answer the call\.$/, '被叫无应答。'],
	[/^No resource available on the ACD\.$/, 'ACD 无可用资源。'],
	[/^The ACD times out\.$/, 'ACD 超时。'],
	[/^Outbound call ended for reason (\d+)\.$/, '外呼结束，原因 $1。'],
];

/** What result codes mean, for texts that are not above. */
const CODE_TEXTS: Record<string, string> = {
	'0200001': '参数错误',
	'0200006': '数据库错误',
	'0200007': '外呼任务不存在',
	'0200011': '外呼任务的状态不允许此操作',
	'0200018': '号码重复',
	'0200019': '外呼任务的状态不允许添加',
	'0200020': '数据超过 200000 条',
	'0200022': '调用过于频繁',
	'0200024': '号码在黑名单中',
	'0200029': '超过一次请求的上限',
	'0200030': '时间格式错误',
	'02000001': '参数为空',
	'02000002': '参数包含非法字符',
	'02000003': '参数过长',
	'02000004': '参数过短',
	'02000005': '参数长度超出范围',
	'02000006': '参数类型错误',
	'02000007': '参数值错误',
	'02000008': '参数转换错误',
	'02000009': '参数组合错误',
	'02000010': '小时和分钟必须同时填写',
	'02000011': '参数过多',
	'04000001': '时间错误',
	'04000002': '号码错误',
	'04000004': '预约不存在',
	'04000005': '正在呼叫',
};

function chinese(text: string, code: unknown): string {
	const known = TEXTS.find(([english]) => english.test(text));
	return known ? text.replace(...known) : (CODE_TEXTS[String(code)] ?? text);
}

function inChinese(value: unknown, code: unknown): unknown {
	if (Array.isArray(value)) return value.map((entry) => inChinese(entry, code));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name,
			typeof inner === 'string' && TEXT_FIELDS.includes(name)
				? chinese(inner, code)
				: inChinese(inner, code),
		]),
	);
}

/** An answer with its texts in a language: those of every other one are English. */
export function inLanguage(json: unknown, locale: string): unknown {
	if (locale !== 'zh_CN') return json;
	return inChinese(json, (json as Fields | null)?.resultCode);
}
