/** What is answered on demand in place of what an interface would say. */
import { Answer, htmlPage } from './answer';
import type { Fault } from './options';
import type { Work } from './work';

function textOf(body: unknown): string | undefined {
	return body === undefined ? undefined : String(body);
}

/** @param work the interface that was asked, if the path is one */
export function faultAnswer(fault: Fault, work: Work | undefined): Answer {
	const { kind, status, headers, body, contentType } = fault;
	switch (kind) {
		case 'html':
			return htmlPage(status ?? 200, textOf(body), headers);
		case 'json':
			return new Answer({ status, json: body ?? null, headers });
		case 'raw':
			return new Answer({ status, text: textOf(body) ?? '', contentType, headers });
		case 'code':
			return work?.refusal(fault.code ?? '') ?? new Answer({ status: 404 });
		case 'tooFast':
			return work?.tooFast() ?? new Answer({ status: 429 });
		default:
			return new Answer({
				status: status ?? 500,
				json: body ?? { message: 'Fault on demand' },
				headers,
			});
	}
}
