/** The CSV files in a bill file. Source of their columns: vendor pages cec_07_0831 and cec_07_4237. */
const CALL_COLUMNS = [
	...['developer', 'account_id', 'cc_id', 'agent_id', 'call_id', 'caller_no', 'callee_no'],
	...['wait_begin', 'wait_end', 'ack_begin', 'ack_end', 'call_begin', 'call_end'],
	...['device_type', 'device_no', 'call_type', 'release_cause', 'call_id_num', 'vdn_id'],
	...['pre_device_type', 'pre_device_no'],
] as const;

const RECORD_COLUMNS = [
	...['developer', 'account_id', 'cc_id', 'agent_id', 'call_id', 'caller_no', 'callee_no'],
	...['call_begin', 'call_end', 'file_name', 'task_status', 'task_result', 'original_file_name'],
	...['vdn_id', 'call_type', 'media_type', 'user_wanted_skill_id', 'current_skill_id'],
] as const;

type Row<Column extends string> = Partial<Record<Column, string | number>>;

/** One place where a call was; the last one, or the only one, has the number -1. */
export type CallRow = Row<(typeof CALL_COLUMNS)[number]>;

export type RecordRow = Row<(typeof RECORD_COLUMNS)[number]>;

function csv(columns: readonly string[], rows: Array<Row<string>>): Buffer {
	const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
	return Buffer.from([columns.join(','), ...lines, ''].join('\n'));
}

/** Splits rows over files, `{time}_{kind}_{n}.csv`; there is always one. */
function files(
	kind: string,
	columns: readonly string[],
	rows: Array<Row<string>>,
	rowsPerFile: number,
): Array<[name: string, content: Buffer]> {
	const count = Math.max(1, Math.ceil(rows.length / rowsPerFile));
	return Array.from({ length: count }, (_, index) => {
		const part = rows.slice(index * rowsPerFile, (index + 1) * rowsPerFile);
		return [`20260115000000000001_${kind}_${index + 1}.csv`, csv(columns, part)];
	});
}

/** What is in a bill file. @param dataType `call`, `record` or `call_record` */
export function billOf(
	dataType: string,
	calls: CallRow[],
	records: RecordRow[],
	rowsPerFile: number,
): Record<string, Buffer> {
	return Object.fromEntries([
		...(dataType === 'record' ? [] : files('call', CALL_COLUMNS, calls, rowsPerFile)),
		...(dataType === 'call' ? [] : files('record', RECORD_COLUMNS, records, rowsPerFile)),
	]);
}
