// A dialog to write as somebody new.
import { get, send } from '../../api.js';
import { h } from '../../dom.js';
import { navigate } from '../../router.js';
import { attempt } from '../../ui.js';
import { kindOf } from './people.js';

/** @typedef {{ channelId: string, name?: string }} Channel */

const MOST_CHANNELS = 200;

export async function openNewCustomer() {
  /** @type {Channel[]} */
  let channels = [];
  await attempt(async () => channels = (await get(`/_sandbox/channels?limit=${MOST_CHANNELS}`)).channels);
  const channel = h('select', { class: 'select', 'data-test': 'new-channel', onchange: () => follow() }, channels.map(one => h('option', { value: one.channelId }, `${kindOf(one.channelId)} · ${one.name ?? one.channelId}`)));
  const name = h('input', { class: 'input', dir: 'auto', placeholder: 'made up', 'data-test': 'new-name' });
  const address = h('input', { class: 'input', dir: 'auto', 'data-test': 'new-address' });
  const addressLabel = h('span');
  const text = h('textarea', { class: 'input', rows: '3', dir: 'auto', placeholder: 'made up', 'data-test': 'new-text' });
  const isMail = () => kindOf(channel.value) === 'E-mail';
  const isPhone = () => /^(wa|sms|rcs)/.test(channel.value);
  const follow = () => {
    addressLabel.textContent = isMail() ? 'Mail address' : isPhone() ? 'Phone' : 'Account id in the channel';
    address.placeholder = isMail() ? 'asha.rao@example.com' : isPhone() ? '+919988776655' : 'made up';
  };
  follow();
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'new-title', onclose: () => dialog.remove() },
    h('form', { onsubmit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const from = { ...(name.value.trim() ? { name: name.value.trim() } : {}), ...(address.value.trim() ? { [isMail() ? 'email' : isPhone() ? 'phone' : 'csid']: address.value.trim() } : {}) };
      const isSent = await attempt(async () => {
        const { message } = await send('POST', '/_sandbox/inbound', { channelId: channel.value, ...(Object.keys(from).length ? { from } : {}), ...(text.value.trim() ? { text: { body: text.value.trim() } } : {}) });
        navigate('chats', message.contactId);
      }, /** @type {HTMLButtonElement | null} */ (event.submitter));
      if (isSent) {
        dialog.close();
      }
    } },
    h('h1', { id: 'new-title' }, 'Write as a new customer'),
    h('label', { class: 'field' }, h('span', null, 'Channel'), channel),
    h('label', { class: 'field' }, h('span', null, 'Name'), name),
    h('label', { class: 'field' }, addressLabel, address),
    h('label', { class: 'field' }, h('span', null, 'Text'), text),
    h('div', { class: 'row end' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'), h('button', { class: 'button primary', 'data-test': 'new-send' }, 'Send'))));
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}
