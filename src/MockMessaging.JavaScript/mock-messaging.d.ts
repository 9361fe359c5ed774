/** @import * as T from './contract.js' */
/** @typedef {{ signal?: AbortSignal }} Options */
/** Bounds of a list. Give `after` the `next` of an earlier list; `before` with `newestFirst`. @typedef {Options & { limit?: number, after?: string, before?: string, newestFirst?: boolean }} Page */
/** A span of time: ISO 8601 such as `PT5S`, or parts. @typedef {string | { days?: number, hours?: number, minutes?: number, seconds?: number }} Span */
/** @typedef {Options & { query?: Record<string, unknown>, headers?: Record<string, string> }} Details */
/** `wait`: how long to wait until the push has been attempted; without it, the push leaves after the response. @typedef {Options & { wait?: Span }} Waiting */
/** Something that happened. The first is `open`, with the version of the server and without id. @typedef {T.EventView & { id?: string, version?: string }} SandboxEvent */
import type * as T from './contract.js';
export type Options = {
    signal?: AbortSignal;
};
export type Page = Options & {
    limit?: number;
    after?: string;
    before?: string;
    newestFirst?: boolean;
};
export type Span = string | {
    days?: number;
    hours?: number;
    minutes?: number;
    seconds?: number;
};
export type Details = Options & {
    query?: Record<string, unknown>;
    headers?: Record<string, string>;
};
export type Waiting = Options & {
    wait?: Span;
};
export type SandboxEvent = T.EventView & {
    id?: string;
    version?: string;
};
/** The server refused a request, or what was waited for did not happen in time. The message contains all properties. */
export declare class SandboxError extends Error {
    status: number;
    /** Kind of the error; for the messaging API its `statusKey`. @type {string} */
    title: string;
    /** What is wrong, such as `CHANNEL_MISSING`; only the messaging API has it. @type {string | undefined} */
    code: string | undefined;
    /** What is wrong and what to do. @type {string} */
    detail: string;
    /** The field or parameter that is wrong. @type {string | undefined} */
    field: string | undefined;
    /** After a wait: what has not happened yet, and when it is due. @type {T.PendingItem[]} */
    pending: T.PendingItem[];
    /** @param {string} request @param {number} status HTTP status of the response. @param {string} text */
    constructor(request: string, status: number, text: string);
}
declare class Connection {
    server: string;
    key: string;
    controlToken: string | undefined;
    /** @param {string} server @param {string} key @param {string} [controlToken] */
    constructor(server: string, key: string, controlToken?: string);
    /** @param {string} method @param {string} path @param {BodyInit} [body] @param {Details} [details] */
    open(method: string, path: string, body?: BodyInit, { query, headers, signal }?: Details): Promise<Response>;
    /** @param {string} method @param {string} path @param {unknown} [body] @param {Details} [details] @returns {Promise<any>} */
    send(method: string, path: string, body?: unknown, details?: Details): Promise<any>;
    /** @param {string} path @param {Page & Record<string, unknown>} [page] */
    list(path: string, { signal, newestFirst, ...query }?: Page & Record<string, unknown>): Promise<any>;
}
declare class Part {
    /** @protected @type {Connection} */ protected connection: Connection;
    /** @protected @type {string} */ protected path: string;
    /** @param {Connection} connection @param {string} path */
    constructor(connection: Connection, path: string);
}
/** Items that can be removed. @template TList */
declare class Items<TList> extends Part {
    /** Lists them. @param {Page} [page] @returns {Promise<TList>} */
    list(page?: Page): Promise<TList>;
    /** Removes one. @param {string} id @param {Options} [options] @returns {Promise<void>} */
    remove(id: string, options?: Options): Promise<void>;
}
/** Items whose ids the server makes. @template TRequest, TView, TList @extends {Items<TList>} */
declare class Additions<TRequest, TView, TList> extends Items<TList> {
    /** Adds one. @param {TRequest} request @param {Options} [options] @returns {Promise<TView>} */
    add(request: TRequest, options?: Options): Promise<TView>;
    /** Removes all. @param {Options} [options] @returns {Promise<void>} */
    clear(options?: Options): Promise<void>;
}
/** Items of the configuration, with ids of yours. @template TRequest, TView, TList @extends {Items<TList>} */
declare class Settings<TRequest, TView, TList> extends Items<TList> {
    /** One of them. @param {string} id @param {Options} [options] @returns {Promise<TView>} */
    get(id: string, options?: Options): Promise<TView>;
    /** Adds or replaces one. @param {string} id @param {TRequest} request @param {Options} [options] @returns {Promise<TView>} */
    set(id: string, request: TRequest, options?: Options): Promise<TView>;
}
declare class Clock extends Part {
    /** The time, the mode, and the number of pending timers. @param {Options} [options] @returns {Promise<T.ClockView>} */
    get(options?: Options): Promise<T.ClockView>;
    /** Stops the clock. @param {{ at?: Date | string } & Options} [options] `at`: the time to set. @returns {Promise<T.ClockView>} */
    freeze({ at, ...options }?: {
        at?: Date | string;
    } & Options): Promise<T.ClockView>;
    /** Lets the clock run, `scale` times as fast as real time. @param {{ scale?: number, at?: Date | string } & Options} [options] @returns {Promise<T.ClockView>} */
    run({ scale, at, ...options }?: {
        scale?: number;
        at?: Date | string;
    } & Options): Promise<T.ClockView>;
    /** Sets the clock to the server's time and lets it run. @param {Options} [options] @returns {Promise<T.ClockView>} */
    followRealTime(options?: Options): Promise<T.ClockView>;
    /** Moves the clock forward; returns when everything due has happened and every push has been attempted. @param {Span} by @param {Options} [options] @returns {Promise<T.AdvanceAnswer>} */
    advance(by: Span, options?: Options): Promise<T.AdvanceAnswer>;
    /** Moves the clock forward to a time. @param {Date | string} moment @param {Options} [options] @returns {Promise<T.AdvanceAnswer>} */
    advanceTo(moment: Date | string, options?: Options): Promise<T.AdvanceAnswer>;
    /** Moves the clock forward until no timer is pending. @param {Options} [options] @returns {Promise<T.AdvanceAnswer>} */
    advanceUntilIdle(options?: Options): Promise<T.AdvanceAnswer>;
    /** What waits for the clock, soonest first. @param {{ limit?: number } & Options} [options] @returns {Promise<T.DueList>} */
    due(options?: {
        limit?: number;
    } & Options): Promise<T.DueList>;
}
declare class Inbound extends Part {
    /** Writes as a customer. @param {T.CustomerMessage} [message] @param {Waiting} [options] @returns {Promise<T.InboundAnswer>} */
    send(message?: T.CustomerMessage, options?: Waiting): Promise<T.InboundAnswer>;
    /** Writes a text as a customer. @param {string} phone @param {string} text @param {Waiting} [options] */
    sendText(phone: string, text: string, options?: Waiting): Promise<T.InboundAnswer>;
}
declare class Messages extends Part {
    /** Sends a message as your application does. @param {T.OutBoundMsg} message @param {Options} [options] @returns {Promise<T.OutBoundReciept>} */
    send(message: T.OutBoundMsg, options?: Options): Promise<T.OutBoundReciept>;
    /** Lists messages. @param {{ direction?: string, status?: string, contactId?: string, sessionId?: string, text?: string } & Page} [query] @returns {Promise<T.MessageList>} */
    list(query?: {
        direction?: string;
        status?: string;
        contactId?: string;
        sessionId?: string;
        text?: string;
    } & Page): Promise<T.MessageList>;
    /** A message with all statuses, pushes and attempts. @param {string} id @param {Options} [options] @returns {Promise<T.MessageDetail>} */
    get(id: string, options?: Options): Promise<T.MessageDetail>;
    /** Sets a status as if the provider had reported it. @param {string} id @param {string} status @param {{ error?: T.ErrorRequest } & Waiting} [options] @returns {Promise<T.MessageDetail>} */
    forceStatus(id: string, status: string, { error, ...options }?: {
        error?: T.ErrorRequest;
    } & Waiting): Promise<T.MessageDetail>;
    /** Lists contacts with their last message. @param {Page} [page] @returns {Promise<T.ConversationList>} */
    listConversations(page?: Page): Promise<T.ConversationList>;
    /** A contact with its last message. @param {string} contactId @param {Options} [options] @returns {Promise<T.ConversationView>} */
    getConversation(contactId: string, options?: Options): Promise<T.ConversationView>;
}
declare class Pushes extends Part {
    /** Sends any JSON to a client app's webhook. @param {object} body @param {{ app?: string, contactId?: string } & Waiting} [options] @returns {Promise<T.PushView>} */
    send(body: object, { app, contactId, ...options }?: {
        app?: string;
        contactId?: string;
    } & Waiting): Promise<T.PushView>;
    /** Lists pushes with their attempts, and why one failed or was skipped. @param {{ messageId?: string, contactId?: string, type?: string, state?: string } & Page} [query] @returns {Promise<T.PushList>} */
    list(query?: {
        messageId?: string;
        contactId?: string;
        type?: string;
        state?: string;
    } & Page): Promise<T.PushList>;
    /** A push with its request. @param {string} id @param {Options} [options] @returns {Promise<T.PushDetail>} */
    get(id: string, options?: Options): Promise<T.PushDetail>;
    /** Sends a push once more. @param {string} id @param {Options} [options] @returns {Promise<T.PushDetail>} */
    replay(id: string, options?: Options): Promise<T.PushDetail>;
    /** Checks if the registered webhook accepts pushes, and if not, why and what to do. @param {Options} [options] @returns {Promise<T.WebhookCheck>} */
    check(options?: Options): Promise<T.WebhookCheck>;
    /** Fetches pushes, oldest first; no webhook needs to be registered. @param {{ wait?: Span, appId?: string, limit?: number, after?: number } & Options} [query] `wait`: how long to wait for one. @returns {Promise<T.OutboxList>} */
    outbox({ wait, signal, ...query }?: {
        wait?: Span;
        appId?: string;
        limit?: number;
        after?: number;
    } & Options): Promise<T.OutboxList>;
}
/** Failures on purpose. @extends {Additions<T.FaultRequest, T.FaultView, T.FaultList>} */
declare class Faults extends Additions<T.FaultRequest, T.FaultView, T.FaultList> {
    /** Pauses a fault. @param {string} id Id or name. @param {Options} [options] @returns {Promise<T.FaultView>} */
    pause(id: string, options?: Options): Promise<T.FaultView>;
    /** Resumes a paused fault. @param {string} id Id or name. @param {Options} [options] @returns {Promise<T.FaultView>} */
    resume(id: string, options?: Options): Promise<T.FaultView>;
}
declare class Requests extends Part {
    /** Lists requests, refused ones too. @param {{ method?: string, path?: string, status?: number, header?: string, messageId?: string } & Page} [query] @returns {Promise<T.RequestList>} */
    list(query?: {
        method?: string;
        path?: string;
        status?: number;
        header?: string;
        messageId?: string;
    } & Page): Promise<T.RequestList>;
    /** Counts the requests that match; the verdict is pass, fail or inconclusive. @param {T.VerifyRequest} expected @param {Options} [options] @returns {Promise<T.VerifyAnswer>} */
    verify(expected: T.VerifyRequest, options?: Options): Promise<T.VerifyAnswer>;
}
/** Saved copies of the workspace. @extends {Items<T.SnapshotList>} */
declare class Snapshots extends Items<T.SnapshotList> {
    /** Saves the workspace with its pending timers. @param {string} name @param {Options} [options] @returns {Promise<T.SnapshotView>} */
    take(name: string, options?: Options): Promise<T.SnapshotView>;
    /** Restores a snapshot. @param {string} name @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
    restore(name: string, options?: Options): Promise<T.WorkspaceView>;
    /** The whole workspace as one document. @param {Options} [options] @returns {Promise<Record<string, unknown>>} */
    export(options?: Options): Promise<Record<string, unknown>>;
    /** Replaces the whole workspace with an exported document. @param {Record<string, unknown>} archive @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
    import(archive: Record<string, unknown>, options?: Options): Promise<T.WorkspaceView>;
}
/** Uploaded files, for customers to send. @extends {Items<T.MediaList>} */
declare class Media extends Items<T.MediaList> {
    /** Uploads a file; give its `id` to a customer's message as `mediaId`. @param {BodyInit} content @param {string} mimeType @param {{ filename?: string } & Options} [options] @returns {Promise<T.MediaView>} */
    upload(content: BodyInit, mimeType: string, { filename, signal }?: {
        filename?: string;
    } & Options): Promise<T.MediaView>;
    /** Name, type, size and link of a file. @param {string} id @param {Options} [options] @returns {Promise<T.MediaView>} */
    get(id: string, options?: Options): Promise<T.MediaView>;
    /** The content behind a link of this server, as a message or `get` has it. @param {string} link @param {Options} [options] */
    download(link: string, options?: Options): Promise<ArrayBuffer>;
    /** Removes all files. @param {Options} [options] @returns {Promise<void>} */
    clear(options?: Options): Promise<void>;
}
/** Templates of messages. @extends {Settings<T.TemplateRequest, T.TemplateView, T.TemplateList>} */
declare class Templates extends Settings<T.TemplateRequest, T.TemplateView, T.TemplateList> {
    /** Approves, rejects or pauses a template. @param {string} id @param {string} status @param {{ reason?: string, channelId?: string, approveAfter?: string } & Options} [options] @returns {Promise<T.TemplateView>} */
    setStatus(id: string, status: string, { signal, ...details }?: {
        reason?: string;
        channelId?: string;
        approveAfter?: string;
    } & Options): Promise<T.TemplateView>;
}
declare class Scenarios extends Part {
    /** Adds what a scenario says to the workspace. @param {string} yaml @param {Options} [options] @returns {Promise<T.ScenarioView>} */
    load(yaml: string, options?: Options): Promise<T.ScenarioView>;
    /** Adds what a built-in scenario says. @param {string} name @param {Options} [options] @returns {Promise<T.ScenarioView>} */
    loadBuiltIn(name: string, options?: Options): Promise<T.ScenarioView>;
    /** The built-in scenarios, with their texts. @param {Page} [page] @returns {Promise<T.ScenarioList>} */
    list(page?: Page): Promise<T.ScenarioList>;
}
/** A workspace of a server, with a method for everything a test does with it. Every method throws a SandboxError if the server returns an error. */
export declare class Workspace extends Part {
    server: string;
    key: string;
    clock: Clock;
    inbound: Inbound;
    messages: Messages;
    pushes: Pushes;
    /** What happens to messages: rules that have priority over the phone number. @type {Additions<T.OutcomeRuleRequest, T.OutcomeRuleView, T.OutcomeList>} */
    outcomes: Additions<T.OutcomeRuleRequest, T.OutcomeRuleView, T.OutcomeList>;
    faults: Faults;
    requests: Requests;
    snapshots: Snapshots;
    media: Media;
    /** Made-up customers who write by themselves for a while. @type {Additions<T.TrafficRequest, T.TrafficView, T.TrafficList>} */
    traffic: Additions<T.TrafficRequest, T.TrafficView, T.TrafficList>;
    scenarios: Scenarios;
    /** @type {Settings<T.ChannelRequest, T.ChannelView, T.ChannelList>} */
    channels: Settings<T.ChannelRequest, T.ChannelView, T.ChannelList>;
    templates: Templates;
    /** Client apps. @type {Settings<T.AppRequest, T.AppView, T.AppList>} */
    apps: Settings<T.AppRequest, T.AppView, T.AppList>;
    /** Global variables of templates. @type {Settings<T.VariableRequest, T.VariableView, T.VariableList>} */
    variables: Settings<T.VariableRequest, T.VariableView, T.VariableList>;
    /** Sends no request; the server creates the workspace when the first request comes. @param {string} [server] @param {string} [key] The API key. Default: a new one. @param {string} [controlToken] The server's `Control:Token`, if it has one. */
    constructor(server?: string, key?: string, controlToken?: string);
    /** Any other request, such as one of the messaging API. Returns the JSON of the response. @param {string} method @param {string} path @param {unknown} [body] @param {Details} [details] */
    http(method: string, path: string, body?: unknown, details?: Details): Promise<any>;
    /** Content, settings and limits of the workspace. @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
    get(options?: Options): Promise<T.WorkspaceView>;
    /** Changes settings of the workspace. @param {T.WorkspaceChange} change @param {Options} [options] @returns {Promise<T.WorkspaceView>} */
    configure(change: T.WorkspaceChange, options?: Options): Promise<T.WorkspaceView>;
    /** Removes everything in the workspace. @param {Options} [options] @returns {Promise<void>} */
    reset(options?: Options): Promise<void>;
    /** Removes the workspace from the server. @param {Options} [options] @returns {Promise<void>} */
    forget(options?: Options): Promise<void>;
    /** Copies the workspace. @param {{ key?: string } & Options} [options] `key`: key of the copy. Default: a new one. @returns {Promise<Workspace>} */
    fork({ key, ...options }?: {
        key?: string;
    } & Options): Promise<Workspace>;
    /** What providers refuse, and what the workspace does about it. @param {Options} [options] @returns {Promise<T.ProviderRuleList>} */
    listProviderRules(options?: Options): Promise<T.ProviderRuleList>;
    /** Requests that others sent to the callback routes. @param {Page} [page] @returns {Promise<T.CallbackList>} */
    listCallbacks(page?: Page): Promise<T.CallbackList>;
    /** Adds an agent's note to a session. @param {string} sessionId @param {T.NoteRequest} note @param {Options} [options] @returns {Promise<T.NoteView>} */
    addNote(sessionId: string, note: T.NoteRequest, options?: Options): Promise<T.NoteView>;
    /** Registers the URL for pushes, as your application does. @param {string} url Empty to unregister. @param {Options} [options] @returns {Promise<void>} */
    registerWebhook(url: string, options?: Options): Promise<void>;
    /** Waits until a message has had a status. @param {string} messageId @param {string} status @param {{ timeout?: Span } & Options} [options] @returns {Promise<T.MessageDetail>} */
    waitFor(messageId: string, status: string, { timeout, signal }?: {
        timeout?: Span;
    } & Options): Promise<T.MessageDetail>;
    /** Waits until the receiver has accepted a push. @param {string} push Type, status, event code, type of message, or `any`. @param {{ messageId?: string, contactId?: string, timeout?: Span } & Options} [options] @returns {Promise<T.PushView>} */
    waitForPush(push: string, { timeout, signal, ...query }?: {
        messageId?: string;
        contactId?: string;
        timeout?: Span;
    } & Options): Promise<T.PushView>;
    /** Waits until no timer and no push is pending. @param {{ timeout?: Span } & Options} [options] @returns {Promise<T.IdleView>} */
    waitUntilIdle({ timeout, signal }?: {
        timeout?: Span;
    } & Options): Promise<T.IdleView>;
    /** Yields what happens, also after a lost connection, until `break`; throws when the signal aborts. @param {{ after?: string } & Options} [options] `after`: id of the last event you know; '0' for all stored ones. Default: from now on. @returns {AsyncGenerator<SandboxEvent, void, void>} */
    events({ after, signal }?: {
        after?: string;
    } & Options): AsyncGenerator<SandboxEvent, void, void>;
}
export {};
