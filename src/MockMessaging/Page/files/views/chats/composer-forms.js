// What a customer can send beside text, with the fields to fill.

/**
 * @typedef {{ name: string, label: string, hint: string, isNeeded?: boolean }} Field
 * @typedef {{ name: string, icon: string, label: string, fields: Field[], content: (values: Record<string, string>) => any }} Form
 */

/** Leaves out what is empty, so that the server makes it up. @param {Record<string, any>} values */
const given = values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

/** @type {Field} */
const LINK = { name: 'link', label: 'Link', hint: 'https://…' };
/** @type {Field} */
const CAPTION = { name: 'caption', label: 'Text with it', hint: 'It arrived like this' };

/** @type {Form[]} */
export const FORMS = [
  { name: 'picture', icon: 'picture', label: 'Picture', fields: [CAPTION, LINK], content: values => ({ type: 'image', image: given(values) }) },
  { name: 'document', icon: 'document', label: 'Document', fields: [{ name: 'filename', label: 'File name', hint: 'invoice.pdf' }, LINK, CAPTION], content: values => ({ type: 'document', document: given(values) }) },
  { name: 'voice', icon: 'audio', label: 'Voice note', fields: [LINK], content: values => ({ type: 'voice', voice: given(values) }) },
  { name: 'video', icon: 'video', label: 'Video', fields: [CAPTION, LINK], content: values => ({ type: 'video', video: given(values) }) },
  {
    name: 'place', icon: 'place', label: 'Place',
    fields: [{ name: 'name', label: 'Name', hint: 'Home' }, { name: 'address', label: 'Address', hint: '4 Jasmine Court, Pune' }, { name: 'latitude', label: 'Latitude', hint: '18.5089' }, { name: 'longitude', label: 'Longitude', hint: '73.8259' }],
    content: values => ({ type: 'location', ...(Object.values(values).some(Boolean) ? { location: given(values) } : {}) }),
  },
  {
    name: 'card', icon: 'card', label: 'Contact card',
    fields: [{ name: 'name', label: 'Name', hint: 'Ravi Rao' }, { name: 'phone', label: 'Phone', hint: '+1 202 555 0171' }],
    content: ({ name, phone }) => ({ type: 'contacts', ...(name || phone ? { contacts: [{ name: given({ formatted_name: name, first_name: name.split(' ')[0] }), phones: phone ? [{ phone, type: 'CELL' }] : [] }] } : {}) }),
  },
  {
    name: 'reply', icon: 'reply', label: 'Button reply',
    fields: [{ name: 'id', label: 'Code of the button', hint: 'TRACK', isNeeded: true }, { name: 'title', label: 'Its label', hint: 'Track order', isNeeded: true }],
    content: values => ({ reply: given(values) }),
  },
];
