import type { TriggerPanelDefinition } from 'n8n-workflow';

/** What the editor says beside the trigger's form, in place of n8n's words for any webhook. */
export const callbackTriggerPanel: TriggerPanelDefinition = {
	header: 'Take what AICC pushes',
	executionsHelp: {
		inactive:
			'<b>To try it</b>, click the button and have the platform (or the simulator) push to the Test URL, or open the Test URL in the browser for a sample. You see here what came.<br /><br /><b>For real calls</b>, publish the workflow and enter the Production URL on the platform. Each push is then an execution, listed under Executions, not here.',
		active:
			'<b>To try it</b>, click the button and have the platform (or the simulator) push to the Test URL, or open the Test URL in the browser for a sample. You see here what came.<br /><br /><b>What is real</b> comes in at the Production URL while the workflow is published. Each push is an execution, listed under <a data-key="executions">Executions</a>, not here.',
	},
	activationHint: {
		inactive: 'Publish the workflow to take pushes at the Production URL.',
		active: 'The workflow takes pushes at the Production URL.',
	},
};
