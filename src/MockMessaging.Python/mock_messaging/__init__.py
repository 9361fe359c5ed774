"""Client for tests that use MockMessaging, the test server for the vendor's messaging API. Needs Python 3.9 and nothing else."""
from __future__ import annotations

import http.client, json, socket, time, urllib.error, urllib.parse, urllib.request, uuid
from datetime import datetime, timedelta
from typing import Any, Dict, Iterator, List, Optional, Union, cast

Json = Dict[str, Any]
Span = Union[timedelta, str]  # As text in ISO 8601, such as 'PT5S'.
Moment = Union[datetime, str]  # With time zone.


class SandboxError(Exception):
    """The server refused a request, or what was waited for did not happen in time. The text contains all attributes.

    status: HTTP status of the response. title: kind of the error; for the messaging API its `statusKey`. code: what is wrong, such as CHANNEL_MISSING;
    only the messaging API has it. detail: what is wrong and what to do. field: the field or parameter that is wrong. pending: after a wait, what has
    not happened yet, and when it is due."""

    def __init__(self, request: str, status: int, text: str) -> None:
        try:
            problem = dict(json.loads(text))
        except (TypeError, ValueError):
            problem = {}  # A proxy or a fault sent something else; the text has it as it is.
        error = (problem.get('errors') or [{}])[0]
        self.status = status
        self.title: str = problem.get('title') or problem.get('statusKey') or 'error'
        self.code: Optional[str] = error.get('codeKey') or None
        self.detail: str = problem.get('detail') or error.get('description') or problem.get('message') or text
        self.field: Optional[str] = problem.get('field') or error.get('field') or None
        self.pending: List[Json] = problem.get('pending') or []
        super().__init__(f'{request} returned {status}, {self.title}: {self.detail}' + (f' Pending: {json.dumps(self.pending)}' if self.pending else ''))


def _text(value: Any) -> str:
    if isinstance(value, timedelta):
        return f'PT{value.total_seconds():.6f}S'
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f'{value!r} cannot be written as JSON.')


def _given(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value is not None}


class _Connection:
    # A proxy of the machine could not reach a server on localhost.
    _opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    def __init__(self, server: str, key: str, control_token: Optional[str], timeout: float) -> None:
        self.server, self.key, self.control_token, self.timeout = server.rstrip('/'), key, control_token, timeout
    def open(self, method: str, path: str, body: Optional[bytes] = None, headers: Optional[Json] = None, timeout: Optional[float] = None) -> http.client.HTTPResponse:
        # The token is for the control plane only; the API under test must not depend on it.
        token = {'authorization': f'Bearer {self.control_token}'} if self.control_token and path.startswith('/_sandbox') else {}
        request = urllib.request.Request(self.server + path, body, {'x-api-key': self.key, **token, **(headers or {})}, method=method)
        try:
            return self._opener.open(request, timeout=timeout or self.timeout)
        except urllib.error.HTTPError as error:
            raise SandboxError(f'{method} {self.server}{path}', error.code, error.read().decode(errors='replace')) from None
        except urllib.error.URLError as error:
            raise urllib.error.URLError(f'No response from {self.server}{path}: {error.reason}') from error
    def read(self, method: str, path: str, body: Optional[bytes] = None, type: str = 'application/json') -> bytes:
        with self.open(method, path, body, None if body is None else {'content-type': type}) as response:
            return response.read()


class _Part:
    def __init__(self, connection: _Connection, path: str) -> None:
        self._connection, self._path = connection, path
    def _at(self, item: str) -> str:
        return f'{self._path}/{urllib.parse.quote(item, safe="")}'
    def _send(self, verb: str, route: str, body: Any = None, /, **query: Any) -> Any:
        parameters = urllib.parse.urlencode({name: _text(value) if isinstance(value, (timedelta, datetime)) else value for name, value in _given(**query).items()})
        content = None if body is None else json.dumps(body, default=_text).encode()
        text = self._connection.read(verb, route + (f'?{parameters}' if parameters else ''), content)
        return json.loads(text) if text else None
    # Give `after` the `next` of an earlier list; `before` with `newest_first`.
    def _list(self, route: str, /, limit: Optional[int] = None, after: Optional[str] = None, before: Optional[str] = None, newest_first: bool = False, **query: Any) -> Json:
        return self._send('GET', route, limit=limit, after=after, before=before, order='newest' if newest_first else None, **query)


class _Items(_Part):
    def list(self, **page: Any) -> Json:
        return self._list(self._path, **page)
    def remove(self, item: str) -> None:
        self._send('DELETE', self._at(item))


class _Additions(_Items):
    def add(self, request: Json) -> Json:
        return self._send('POST', self._path, request)
    def clear(self) -> None:
        self._send('DELETE', self._path)


class _Settings(_Items):
    def get(self, item: str) -> Json:
        return self._send('GET', self._at(item))
    def set(self, item: str, request: Json) -> Json:
        return self._send('PUT', self._at(item), request)


class _Clock(_Part):
    def get(self) -> Json:
        return self._send('GET', self._path)
    def freeze(self, at: Optional[Moment] = None) -> Json:
        return self._send('PUT', self._path, _given(mode='frozen', now=at))
    def run(self, scale: float = 1, at: Optional[Moment] = None) -> Json:
        """Lets the clock run, `scale` times as fast as real time."""
        return self._send('PUT', self._path, _given(mode='scaled', scale=scale, now=at))
    def follow_real_time(self) -> Json:
        return self._send('PUT', self._path, {'mode': 'real'})
    def advance(self, by: Span) -> Json:
        """Moves the clock forward; returns when everything due has happened and every push has been attempted."""
        return self._send('POST', f'{self._path}/advance', {'by': by})
    def advance_to(self, moment: Moment) -> Json:
        return self._send('POST', f'{self._path}/advance', {'to': moment})
    def advance_until_idle(self) -> Json:
        return self._send('POST', f'{self._path}/advance', {'untilIdle': True})
    def due(self, limit: Optional[int] = None) -> Json:
        """What waits for the clock, soonest first."""
        return self._send('GET', f'{self._path}/due', limit=limit)


class _Inbound(_Part):
    # wait: how long to wait until the push has been attempted; without it, the push leaves after the response.
    def send(self, message: Optional[Json] = None, wait: Optional[Span] = None) -> Json:
        """Writes as a customer."""
        return self._send('POST', self._path, message or {}, wait=wait)
    def send_text(self, phone: str, text: str, wait: Optional[Span] = None) -> Json:
        return self.send({'from': {'phone': phone}, 'text': {'body': text}}, wait)


class _Messages(_Part):
    def send(self, message: Json) -> Json:
        """Sends a message as your application does, and returns its receipt."""
        return self._send('POST', '/api/v1/message/send', message)['results'][0]
    def list(self, direction: Optional[str] = None, status: Optional[str] = None, contact_id: Optional[str] = None, session_id: Optional[str] = None, text: Optional[str] = None, **page: Any) -> Json:
        return self._list(self._path, direction=direction, status=status, contactId=contact_id, sessionId=session_id, text=text, **page)
    def get(self, message_id: str) -> Json:
        return self._send('GET', self._at(message_id))
    def force_status(self, message_id: str, status: str, error: Optional[Json] = None, wait: Optional[Span] = None) -> Json:
        return self._send('POST', f'{self._at(message_id)}/status', _given(status=status, error=error), wait=wait)
    def list_conversations(self, **page: Any) -> Json:
        return self._list('/_sandbox/conversations', **page)
    def get_conversation(self, contact_id: str) -> Json:
        return self._send('GET', f'/_sandbox/conversations/{urllib.parse.quote(contact_id, safe="")}')


class _Pushes(_Part):
    def send(self, body: Json, app: Optional[str] = None, contact_id: Optional[str] = None, wait: Optional[Span] = None) -> Json:
        return self._send('POST', '/_sandbox/pushes', _given(app=app, body=body, contactId=contact_id), wait=wait)
    def list(self, message_id: Optional[str] = None, contact_id: Optional[str] = None, type: Optional[str] = None, state: Optional[str] = None, **page: Any) -> Json:
        return self._list(self._path, messageId=message_id, contactId=contact_id, type=type, state=state, **page)
    def get(self, push_id: str) -> Json:
        return self._send('GET', self._at(push_id))
    def replay(self, push_id: str) -> Json:
        return self._send('POST', f'{self._at(push_id)}/replay')
    def check(self) -> Json:
        return self._send('POST', f'{self._path}/check')
    def outbox(self, after: Optional[int] = None, wait: Optional[Span] = None, app_id: Optional[str] = None, limit: Optional[int] = None) -> Json:
        """Fetches pushes, oldest first; no webhook needs to be registered. wait: how long to wait for one."""
        return self._send('GET', '/_sandbox/outbox', after=after, wait=wait, appId=app_id, limit=limit)


class _Faults(_Additions):
    def pause(self, fault: str) -> Json:
        return self._send('PATCH', self._at(fault), {'paused': True})
    def resume(self, fault: str) -> Json:
        return self._send('PATCH', self._at(fault), {'paused': False})


class _Requests(_Part):
    def list(self, method: Optional[str] = None, path: Optional[str] = None, status: Optional[int] = None, header: Optional[str] = None, message_id: Optional[str] = None, **page: Any) -> Json:
        return self._list(self._path, method=method, path=path, status=status, header=header, messageId=message_id, **page)
    def verify(self, expected: Json) -> Json:
        """Counts the requests that match; the verdict is pass, fail or inconclusive."""
        return self._send('POST', f'{self._path}/verify', expected)


class _Snapshots(_Items):
    def take(self, name: str) -> Json:
        return self._send('POST', self._path, {'name': name})
    def restore(self, name: str) -> Json:
        return self._send('POST', f'{self._at(name)}/restore')
    def export(self) -> Json:
        return self._send('GET', '/_sandbox/export')
    def import_(self, archive: Json) -> Json:
        return self._send('POST', '/_sandbox/import', archive)


class _Media(_Items):
    def upload(self, content: bytes, mime_type: str, filename: Optional[str] = None) -> Json:
        """Uploads a file; give its `id` to a customer's message as `mediaId`."""
        query = '' if filename is None else '?' + urllib.parse.urlencode({'filename': filename})
        return json.loads(self._connection.read('POST', self._path + query, content, mime_type))
    def get(self, media: str) -> Json:
        return self._send('GET', self._at(media))
    def download(self, link: str) -> bytes:
        """The content behind a link of this server, as a message or `get` has it."""
        return self._connection.read('GET', link[link.index(f'{self._path}/'):])
    def clear(self) -> None:
        self._send('DELETE', self._path)


class _Templates(_Settings):
    def set_status(self, template: str, status: str, reason: Optional[str] = None, channel_id: Optional[str] = None, approve_after: Optional[Span] = None) -> Json:
        return self._send('PATCH', self._at(template), _given(status=status, reason=reason, channelId=channel_id, approveAfter=approve_after))


class _Scenarios(_Part):
    def load(self, yaml: str) -> Json:
        return json.loads(self._connection.read('POST', self._path, yaml.encode(), 'application/yaml'))
    def load_built_in(self, name: str) -> Json:
        return self._send('POST', self._path, name=name)
    def list(self, **page: Any) -> Json:
        return self._list(self._path, **page)


class Workspace(_Part):
    """A workspace of a server, with a method for everything a test does with it. Every method raises SandboxError if the server returns an error.

    The server creates the workspace when the first request comes. key: the API key; default: a new one. control_token: the server's `Control:Token`, if
    it has one. timeout: seconds until a silent server counts as lost; longer than the longest wait, which is 5 minutes at most.
    """

    def __init__(self, server: str = 'http://localhost:8080', key: Optional[str] = None, control_token: Optional[str] = None, timeout: float = 330) -> None:
        connection = _Connection(server, key or str(uuid.uuid4()), control_token, timeout)
        super().__init__(connection, '/_sandbox/workspace')
        self.server, self.key = connection.server, connection.key
        self.clock = _Clock(connection, '/_sandbox/clock')
        self.inbound = _Inbound(connection, '/_sandbox/inbound')
        self.messages = _Messages(connection, '/_sandbox/messages')
        self.pushes = _Pushes(connection, '/_sandbox/webhooks')
        self.outcomes = _Additions(connection, '/_sandbox/outcomes')
        self.faults = _Faults(connection, '/_sandbox/faults')
        self.requests = _Requests(connection, '/_sandbox/requests')
        self.snapshots = _Snapshots(connection, '/_sandbox/snapshots')
        self.media = _Media(connection, '/_sandbox/media')
        self.traffic = _Additions(connection, '/_sandbox/traffic')
        self.scenarios = _Scenarios(connection, '/_sandbox/scenarios')
        self.channels = _Settings(connection, '/_sandbox/channels')
        self.templates = _Templates(connection, '/_sandbox/templates')
        self.apps = _Settings(connection, '/_sandbox/apps')
        self.variables = _Settings(connection, '/_sandbox/vars')

    def http(self, method: str, path: str, body: Any = None) -> Any:
        """Any other request, such as one of the messaging API. Returns the JSON of the response."""
        return self._send(method, path, body)
    def get(self) -> Json:
        return self._send('GET', self._path)
    def configure(self, change: Json) -> Json:
        return self._send('PATCH', self._path, change)
    def reset(self) -> None:
        self._send('DELETE', self._path)
    def forget(self) -> None:
        self._send('DELETE', '/_sandbox/workspaces/current')
    def fork(self, key: Optional[str] = None) -> Workspace:
        copy = self._send('POST', '/_sandbox/workspaces', _given(key=key))
        return Workspace(self.server, copy['key'], self._connection.control_token, self._connection.timeout)
    def list_provider_rules(self) -> Json:
        return self._send('GET', '/_sandbox/rules')
    def list_callbacks(self, **page: Any) -> Json:
        return self._list('/_sandbox/callbacks', **page)
    def add_note(self, session_id: str, note: Json) -> Json:
        return self._send('POST', f'/_sandbox/sessions/{urllib.parse.quote(session_id, safe="")}/notes', note)
    def register_webhook(self, url: str) -> None:
        self._send('POST', '/api/v1/config/webhook', {'url': url})
    def wait_for(self, message_id: str, status: str, timeout: Optional[Span] = None) -> Json:
        return self._send('GET', '/_sandbox/wait/status', messageId=message_id, status=status, timeout=timeout)
    def wait_for_push(self, push: str, message_id: Optional[str] = None, contact_id: Optional[str] = None, timeout: Optional[Span] = None) -> Json:
        """Waits until the receiver has accepted a push. push: type, status, event code, type of message, or `any`."""
        return self._send('GET', '/_sandbox/wait/push', push=push, messageId=message_id, contactId=contact_id, timeout=timeout)
    def wait_until_idle(self, timeout: Optional[Span] = None) -> Json:
        return self._send('GET', '/_sandbox/wait/idle', timeout=timeout)
    def events(self, after: Optional[str] = None, timeout: Optional[float] = None) -> Iterator[Json]:
        """Yields what happens, also after a lost connection; the first event is `open`, without id. after: id of the last event you know; '0' for all
        stored ones; default: from now on. timeout: raises TimeoutError if nothing happens for this many seconds."""
        opened, failures, event = False, 0, cast(Dict[str, str], {})
        while True:
            try:
                with self._connection.open('GET', '/_sandbox/events', None, _given(**{'last-event-id': after}), timeout) as response:
                    opened = True
                    for line in response:
                        name, _, value = line.decode().rstrip('\n').partition(': ')
                        if name:
                            event[name] = value
                        elif 'data' in event:
                            after, failures = event.get('id', after), 0
                            yield {'kind': event['event'], **json.loads(event['data']), **_given(id=event.get('id'))}
                            event = {}
            except socket.timeout:
                raise TimeoutError(f'Nothing happened for {timeout or self._connection.timeout} seconds.') from None
            except (OSError, http.client.HTTPException):
                failures += 1
                if not opened or failures > 10:
                    raise
            event = {}
            time.sleep(0.5)
