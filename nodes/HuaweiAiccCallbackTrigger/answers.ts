import type { CallbackEvent } from './callbackEvent';

type Answers = Pick<CallbackEvent, 'success' | 'refusal'>;

/**
 * What CC-iSales and the API Fabric are answered. Source: vendor pages 0788 and 0067; those of
 * released calls and voice notifications show no answer.
 */
export const retCodeAnswers: Answers = {
	success: { retCode: '0', retMsg: 'success' },
	refusal: (status, text) => ({ retCode: String(status), retMsg: text }),
};

/** What CC-FS is answered: in its own form, as its page wants a body but shows none (0814). */
export const resultCodeAnswers: Answers = {
	success: { resultCode: '0', resultDesc: 'success' },
	refusal: (status, text) => ({ resultCode: String(status), resultDesc: text }),
};
