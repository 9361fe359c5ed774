class ChatsView extends HTMLElement {}

customElements.define('chats-view', ChatsView);
