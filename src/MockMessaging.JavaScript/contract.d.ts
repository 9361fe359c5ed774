// Made by .ci/contract-types from the OpenAPI documents; the Swagger UI explains each property.
export interface AdvanceAnswer {
  now: string;
  timersFired: number;
  statusChanges: number;
  pushes: PushCounts;
}
export interface AppList {
  apps: AppView[];
  next?: string;
}
export interface AppRequest {
  appType?: string;
  queue?: string;
  keyName?: string;
  shared?: boolean;
  webhook?: string;
  id?: string;
  appMode?: string;
  default?: boolean;
}
export interface AppView {
  id: string;
  queue: string;
  appType: string;
  default: boolean;
  webhook?: string;
  keyName: string;
  appMode: string;
  shared: boolean;
}
export interface Attachment {
  attachmentId?: string;
  drive?: string;
  mediaCaption?: string;
  mediaCode?: string;
  mediaId?: string;
  mediaIdExt?: string;
  mediaIdInline?: string;
  mediaMimeType?: string;
  mediaName?: string;
  mediaSrc?: string;
  mediaSubType?: 'STORY_MENTION' | 'SHARE' | 'bg_voice etc' | (string & {});
  mediaTemplate?: string;
  mediaTemplateStyle?: string;
  mediaType?: 'IMAGE' | 'DOCUMENT' | 'TEXT' | 'PDF' | 'VIDEO' | 'URL' | 'AUDIO' | (string & {});
  mediaURL?: string;
}
export interface AttemptView {
  at: string;
  status?: number;
  durationMs: number;
  cause?: string;
  answer?: string;
}
export interface CallbackList {
  callbacks: CallbackView[];
  evicted: number;
  next?: string;
}
export interface CallbackView {
  id: string;
  path: string;
  at: string;
  body?: any;
}
export interface ChannelList {
  channels: ChannelView[];
  next?: string;
}
export interface ChannelRequest {
  name?: string;
  disabled?: boolean;
  sandbox?: boolean;
  channelId?: string;
  type?: string;
  contactType?: string;
}
export interface ChannelView {
  channelId: string;
  name: string;
  type: string;
  contactType: string;
  disabled: boolean;
  sandbox: boolean;
}
export interface ClockView {
  mode: 'real' | 'frozen' | 'scaled';
  now: string;
  scale: number;
  pendingTimers: number;
  nextDue?: string;
}
export interface CommonMsgContactCard {
  addresses?: OutBoundMsgContactAddress[];
  birthday?: string;
  emails?: OutBoundMsgContactEmail[];
  ims?: OutBoundMsgContactSocial[];
  name?: OutBoundMsgContactName;
  org?: OutBoundMsgContactOrg;
  phones?: OutBoundMsgContactPhone[];
  urls?: OutBoundMsgContactUrl[];
}
export interface CommonMsgLocation {
  address?: string;
  latitude?: string;
  longitude?: string;
  name?: string;
  url?: string;
}
export interface CommonMsgOptions {
  buttonDisplayScheme?: 'auto' | 'list' | 'buttons' | (string & {});
  buttons?: TmplElement[];
}
export interface CommonTemplateMeta {
  code?: string;
  data?: any;
  id?: string;
  lang?: string;
  linked?: string;
}
export interface ContentAttachment {
  type: string;
  link?: string;
  name?: string;
  caption?: string;
  mimeType?: string;
}
export interface ContentButton {
  type?: string;
  code?: string;
  label?: string;
  description?: string;
  url?: string;
  phone?: string;
}
export interface ContentCard {
  name?: string;
  organization?: string;
  phones: string[];
  emails: string[];
}
export interface ContentPlace {
  latitude?: string;
  longitude?: string;
  name?: string;
  address?: string;
}
export interface ContentReply {
  code?: string;
  label?: string;
}
export interface ConversationList {
  conversations: ConversationView[];
  next?: string;
}
export interface ConversationSession {
  id: string;
  status: string;
  queue?: string;
  mode?: string;
}
export interface ConversationView {
  contactId: string;
  channelId: string;
  channelType: string;
  channelName?: string;
  name?: string;
  phone?: string;
  email?: string;
  messages: number;
  unread: number;
  last?: MessageView;
  lastAt?: string;
  careWindowUntil?: string;
  stopped: boolean;
  session?: ConversationSession;
}
export interface CustomerAddress {
  phone?: string;
  email?: string;
  name?: string;
  csid?: string;
  contactId?: string;
}
export interface CustomerContent {
  type?: string;
  text?: OutBoundMsgText;
  image?: CustomerMedia;
  sticker?: CustomerMedia;
  video?: CustomerMedia;
  audio?: CustomerMedia;
  voice?: CustomerMedia;
  document?: CustomerMedia;
  location?: CommonMsgLocation;
  contacts?: CommonMsgContactCard[];
  reply?: CustomerReply;
  content?: any;
}
export interface CustomerMedia {
  caption?: string;
  filename?: string;
  mediaId?: string;
  link?: string;
  mime_type?: string;
  id?: string;
  sha256?: string;
}
export interface CustomerMessage {
  type?: string;
  text?: OutBoundMsgText;
  image?: CustomerMedia;
  sticker?: CustomerMedia;
  video?: CustomerMedia;
  audio?: CustomerMedia;
  voice?: CustomerMedia;
  document?: CustomerMedia;
  location?: CommonMsgLocation;
  contacts?: CommonMsgContactCard[];
  reply?: CustomerReply;
  content?: any;
  channelId?: string;
  from?: CustomerAddress;
  messages?: CustomerContent[];
  together?: boolean;
  again?: boolean;
}
export interface CustomerReply {
  id?: string;
  title?: string;
  desc?: string;
}
export interface DelaysRequest {
  sent?: string;
  delivered?: string;
  read?: string;
  reply?: string;
}
export interface DueItem {
  what: string;
  messageId?: string;
  contactId?: string;
  status?: string;
  due: string;
  detail?: string;
}
export interface DueList {
  due: DueItem[];
  total: number;
}
export interface ErrorRequest {
  code?: string;
  title?: string;
  details?: string;
  href?: string;
}
export interface EventView {
  kind: string;
  at: string;
  messageId?: string;
  contactId?: string;
  sessionId?: string;
  status?: string;
  event?: string;
  reason?: string;
  push?: PushView;
  message?: MessageView;
  request?: RequestSummary;
  clock?: ClockView;
}
export interface FaultEffectRequest {
  status?: number;
  body?: any;
  retryAfter?: string;
  reset?: boolean;
  truncate?: boolean;
  processed?: boolean;
  delay?: string;
  duplicate?: number;
  reorder?: boolean;
  beforeTheAnswer?: boolean;
  drop?: boolean;
  corrupt?: boolean;
  timestampsInSeconds?: boolean;
  withoutProfile?: boolean;
  wrongSignature?: boolean;
}
export interface FaultList {
  faults: FaultView[];
  next?: string;
}
export interface FaultRequest {
  name?: string;
  target?: any;
  trigger?: FaultTriggerRequest;
  effect?: FaultEffectRequest;
  ttl?: string;
}
export interface FaultTriggerRequest {
  next?: number;
  every?: number;
  probability?: number;
  always?: boolean;
}
export interface FaultView {
  id: string;
  name: string;
  strikes: string;
  target: any;
  trigger: FaultTriggerRequest;
  effect: FaultEffectRequest;
  ttl?: string;
  seen: number;
  struck: number;
  remaining?: number;
  until?: string;
  spent: boolean;
  paused: boolean;
}
export interface IdleView {
  idle: boolean;
  now: string;
}
export interface InboundAnswer {
  message: any;
  push: PushView;
  messages?: any[];
  pushes?: PushView[];
}
export interface LimitView {
  what: string;
  held: number;
  most: number;
  setting: string;
}
export interface MediaFetchView {
  link: string;
  state: string;
  httpStatus?: number;
  mimeType?: string;
  bytes?: number;
  redirects?: string[];
  error?: string;
  at?: string;
}
export interface MediaList {
  media: MediaView[];
  next?: string;
}
export interface MediaRulesRequest {
  linksExpireAfter?: string;
  linksNeedKey?: boolean;
}
export interface MediaView {
  id: string;
  filename: string;
  mimeType: string;
  bytes: number;
  sha256: string;
  link: string;
  at: string;
}
export interface MessageContent {
  header?: string;
  footer?: string;
  attachments: ContentAttachment[];
  buttons: ContentButton[];
  list: boolean;
  cards: ContentCard[];
  place?: ContentPlace;
  reply?: ContentReply;
}
export interface MessageDetail {
  id: string;
  direction: string;
  type: string;
  channelId: string;
  contactId: string;
  sessionId: string;
  queue?: string;
  text?: string;
  templateCode?: string;
  outcome?: string;
  status: string;
  at: string;
  content?: MessageContent;
  body?: any;
  logs: string[];
  request?: MessageRequest;
  media?: MediaFetchView[];
  mediaWarnings?: string[];
  sms?: SmsView;
  timeline: TimelineEntry[];
}
export interface MessageList {
  messages: MessageView[];
  next?: string;
}
export interface MessageRequest {
  number: number;
  traceId: string;
  method: string;
  path: string;
  status: number;
}
export interface MessageView {
  id: string;
  direction: string;
  type: string;
  channelId: string;
  contactId: string;
  sessionId: string;
  queue?: string;
  text?: string;
  templateCode?: string;
  outcome?: string;
  status: string;
  at: string;
  content?: MessageContent;
}
export interface NearMiss {
  request: RequestView;
  differences: RequestDifference[];
}
export interface NoteRequest {
  text?: string;
  by?: string;
}
export interface NoteView {
  id: string;
  sessionId: string;
  at: string;
  by: string;
  text: string;
}
export interface OutBoundContact {
  contactId?: string;
  email?: string;
  name?: string;
  phone?: string;
}
export interface OutBoundMsg {
  audio?: OutBoundMsgMedia;
  channelId?: string;
  contacts?: CommonMsgContactCard[];
  document?: OutBoundMsgMedia;
  image?: OutBoundMsgMedia;
  location?: CommonMsgLocation;
  mask?: boolean;
  messageIdResend?: string;
  options?: CommonMsgOptions;
  template?: CommonTemplateMeta;
  text?: OutBoundMsgText;
  to?: OutBoundContact;
  type?: 'audio' | 'document' | 'image' | 'location' | 'system' | 'text' | 'video' | 'voice' | 'contacts' | 'template' | 'optin' | 'optout' | (string & {});
  video?: OutBoundMsgMedia;
}
export interface OutBoundMsgContactAddress {
  city?: string;
  country?: string;
  country_code?: string;
  state?: string;
  street?: string;
  type?: string;
  zip?: string;
}
export interface OutBoundMsgContactEmail {
  email?: string;
  type?: string;
}
export interface OutBoundMsgContactName {
  first_name?: string;
  formatted_name?: string;
  last_name?: string;
}
export interface OutBoundMsgContactOrg {
  company?: string;
  department?: string;
  title?: string;
}
export interface OutBoundMsgContactPhone {
  phone?: string;
  type?: string;
  wa_id?: string;
}
export interface OutBoundMsgContactSocial {
  service?: string;
  userid?: string;
}
export interface OutBoundMsgContactUrl {
  type?: string;
  url?: string;
}
export interface OutBoundMsgMedia {
  caption?: string;
  filename?: string;
  link?: string;
}
export interface OutBoundMsgText {
  body?: string;
}
export interface OutBoundReciept {
  id: string;
  templateCode: string;
  templateId: string;
  type: string;
}
export interface OutboxItem {
  cursor: number;
  id: string;
  type: string;
  subject: string;
  appId?: string;
  state: string;
  createdAt: string;
  headers: Record<string, string>;
  body?: any;
}
export interface OutboxList {
  pushes: OutboxItem[];
  next: number;
  more: boolean;
  evicted: number;
  missed: number;
}
export interface OutcomeList {
  outcomes: OutcomeView[];
  rules: OutcomeRuleView[];
  next?: string;
}
export interface OutcomeMatchRequest {
  contactId?: string;
  phone?: string;
  email?: string;
  channelId?: string;
  templateCode?: string;
  text?: string;
  type?: string;
  button?: string;
}
export interface OutcomeRuleRequest {
  outcome?: string;
  error?: ErrorRequest;
  delays?: DelaysRequest;
  after?: string;
  says?: string;
  presses?: string;
  sends?: CustomerContent;
  match?: OutcomeMatchRequest;
  times?: number;
  turns?: OutcomeTurnRequest[];
}
export interface OutcomeRuleView {
  id: string;
  match: OutcomeMatchRequest;
  outcome?: string;
  error?: ErrorRequest;
  errorCode?: string;
  delays?: DelaysRequest;
  times?: number;
  used: number;
  left?: number;
  says?: string;
  presses?: string;
  sends?: CustomerContent;
  turns?: OutcomeTurnRequest[];
  turn?: number;
}
export interface OutcomeTurnRequest {
  outcome?: string;
  error?: ErrorRequest;
  delays?: DelaysRequest;
  after?: string;
  says?: string;
  presses?: string;
  sends?: CustomerContent;
  when?: OutcomeMatchRequest;
}
export interface OutcomeView {
  name: string;
  phoneEndsWith?: string;
  story: string;
}
export interface PendingItem {
  what: string;
  messageId?: string;
  status?: string;
  due?: string;
  detail?: string;
}
export interface ProviderRuleList {
  mode: 'off' | 'warn' | 'enforce';
  rules: ProviderRuleView[];
}
export interface ProviderRuleView {
  name: string;
  contactType: string;
  checks: string;
  limit?: number;
  code?: string;
  title?: string;
  source?: string;
}
export interface PushCounts {
  attempted: number;
  succeeded: number;
  failed: number;
}
export interface PushDetail {
  push: PushView;
  headers: Record<string, string>;
  body?: any;
}
export interface PushList {
  pushes: PushView[];
  evicted: number;
  receivers: ReceiverView[];
  next?: string;
}
export interface PushView {
  id: string;
  type: string;
  subject: string;
  messageId?: string;
  contactId: string;
  appId?: string;
  url?: string;
  state: string;
  status?: number;
  error?: string;
  reason?: string;
  fault?: string;
  replayOf?: string;
  createdAt: string;
  attempts: AttemptView[];
  request?: number;
}
export interface ReceiverView {
  appId?: string;
  queue?: string;
  url?: string;
  waiting: number;
  underWay: number;
  oldestAt?: string;
  refusesSends: boolean;
  delivered: number;
  failed: number;
  turnedAway: number;
  lastFailureAt?: string;
  lastFailure?: string;
}
export interface RequestDifference {
  at: string;
  expected?: any;
  actual?: any;
}
export interface RequestList {
  requests: RequestView[];
  evicted: number;
  next?: string;
}
export interface RequestMatch {
  method?: string;
  path?: string;
  status?: number;
  headers?: Record<string, null | string>;
  query?: Record<string, null | string>;
  body?: any;
}
export interface RequestSummary {
  number: number;
  method: string;
  path: string;
  status: number;
  durationMs: number;
  messageIds?: string[];
  fault?: string;
  warnings?: string;
}
export interface RequestView {
  number: number;
  at: string;
  method: string;
  path: string;
  query?: string;
  status: number;
  durationMs: number;
  traceId: string;
  headers: Record<string, string>;
  body?: any;
  noBody?: string;
  messageIds?: string[];
  sessionId?: string;
  contactId?: string;
  warnings?: string;
  fault?: string;
  answer?: any;
  answerCut: boolean;
}
export interface ScenarioCustomerView {
  contactId: string;
  channelId: string;
  name?: string;
  phone?: string;
  email?: string;
  ruleIds: string[];
}
export interface ScenarioList {
  scenarios: ScenarioSummary[];
  next?: string;
}
export interface ScenarioSummary {
  name: string;
  description?: string;
  text: string;
}
export interface ScenarioView {
  name?: string;
  description?: string;
  clock: ClockView;
  applied: Record<string, number>;
  customers: ScenarioCustomerView[];
}
export interface ServerView {
  version: string;
  storage: string;
  durability?: string;
}
export interface SmsView {
  encoding: string;
  characters: number;
  segments: number;
}
export interface SnapshotList {
  snapshots: SnapshotView[];
  next?: string;
}
export interface SnapshotView {
  name: string;
  takenAt: string;
  messages: number;
  bytes: number;
}
export interface TemplateApproval {
  channelId?: string;
  status?: string;
  templateId?: string;
  reason?: string;
  approveAt?: string;
}
export interface TemplateList {
  templates: TemplateView[];
  next?: string;
}
export interface TemplateRequest {
  approved?: TemplateApproval[];
  attachments?: Attachment[];
  body?: string;
  category?: string;
  categoryType?: string;
  code?: string;
  contactType?: string;
  createdBy?: string;
  createdStamp?: number;
  desc?: string;
  footer?: string;
  formatType?: string;
  header?: string;
  id?: string;
  lang?: string;
  meta?: any;
  model?: any;
  name?: string;
  options?: any;
  template?: string;
  title?: string;
  status?: string;
  reason?: string;
  approveAfter?: string;
}
export interface TemplateView {
  id: string;
  code?: string;
  name?: string;
  lang?: string;
  title?: string;
  desc?: string;
  category?: string;
  categoryType?: string;
  formatType?: string;
  contactType?: string;
  header?: string;
  body?: string;
  footer?: string;
  options?: any;
  attachments?: Attachment[];
  meta?: any;
  model?: any;
  createdBy?: string;
  createdStamp?: number;
  approved: TemplateApproval[];
}
export interface TimelineEntry {
  at: string;
  what: string;
  status?: string;
  pushId?: string;
  httpStatus?: number;
  detail?: string;
}
export interface TmplElement {
  action?: string;
  code?: string;
  desc?: string;
  label?: string;
  name?: string;
  phone?: string;
  type?: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'LOCATION_REQUEST' | (string & {});
  uid?: string;
  url?: string;
  variable?: string;
}
export interface TrafficList {
  traffic: TrafficView[];
  next?: string;
}
export interface TrafficRequest {
  contacts?: number;
  inboundPerMinute?: number;
  for?: string;
  channelId?: string;
}
export interface TrafficView {
  id: string;
  channelId: string;
  inboundPerMinute: number;
  contactIds: string[];
  until: string;
  written: number;
}
export interface UndecidedRequest {
  request: RequestView;
  why: string;
}
export interface VariableList {
  variables: VariableView[];
  next?: string;
}
export interface VariableRequest {
  value?: any;
  type?: string;
  group?: string;
  description?: string;
  shared?: boolean;
  disabled?: boolean;
  key?: string;
}
export interface VariableView {
  key: string;
  value?: any;
  type?: string;
  group?: string;
  description?: string;
  shared: boolean;
  disabled: boolean;
}
export interface VerifyAnswer {
  verdict: string;
  matched: number;
  undecided: number;
  evicted: number;
  nearest: NearMiss[];
  unknown: UndecidedRequest[];
}
export interface VerifyRequest {
  match?: RequestMatch;
  exactly?: number;
  atLeast?: number;
  atMost?: number;
}
export interface WebhookCheck {
  ok: boolean;
  url?: string;
  httpStatus?: number;
  durationMs: number;
  cause?: string;
}
export interface WorkspaceChange {
  fidelity?: 'documented' | 'production' | (string & {});
  careWindow?: boolean;
  rules?: 'off' | 'warn' | 'enforce' | (string & {});
  seed?: number;
  delays?: DelaysRequest;
  media?: MediaRulesRequest;
  signingSecret?: string;
}
export interface WorkspaceView {
  seed: number;
  fidelity: 'documented' | 'production';
  careWindow?: boolean;
  rules: 'off' | 'warn' | 'enforce';
  delays?: DelaysRequest;
  clock: ClockView;
  contacts: number;
  sessions: number;
  messages: number;
  digitalObjects: number;
  digitalEvents: number;
  pushes: Record<string, number>;
  limits: LimitView[];
  apps: AppView[];
  delaysInForce: DelaysRequest;
  server: ServerView;
  media: MediaRulesRequest;
  signingSecret?: string;
}
