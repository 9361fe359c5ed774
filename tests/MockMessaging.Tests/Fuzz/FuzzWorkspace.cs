namespace MockMessaging.Tests.Fuzz;

/// <summary>A workspace under fuzz: what is sent to it, one request after the other, and what has to hold after each.</summary>
internal sealed class FuzzWorkspace
{
    private const int ChangesTold = 15;
    private const int LongestOfChange = 500;

    private readonly FuzzServer _server;
    private readonly FuzzClient _client;
    private readonly Failures _failures;
    private readonly string _name;
    private readonly Harvest _harvest = new();
    private readonly RequestGenerator _generator;
    private readonly Queue<FuzzRequest> _changes = new();
    private int _life = -1;
    private int _keys;
    private bool _production;
    private bool _faultsMayStrike;

    public FuzzWorkspace(FuzzServer server, FuzzClient client, Failures failures, string name, Random random, Func<string> webhookUrl)
    {
        _server = server;
        _client = client;
        _failures = failures;
        _name = name;
        _generator = new RequestGenerator(random, _harvest, webhookUrl);
        Key = name;
    }

    public string Key { get; private set; }

    /// <summary>Sends a request to an operation and checks the answer.</summary>
    public async Task TryAsync(FuzzOperation operation)
    {
        Enter();
        var request = _generator.MakeAny(operation, Key);
        var answer = await CallAsync(request);
        _failures.Count(operation, answer);
        if (!IsExcused(request, answer) && AnswerCheck.Problem(request, answer, _production) is { } problem)
        {
            Fail($"{operation.Name}: {problem}", $"{request.ToCurl()}\n-> {answer}");
        }

        await LearnAsync(request, answer);
    }

    /// <summary>Sends a request without looking at the answer; the server may have ended over it.</summary>
    public async Task<FuzzAnswer> CallAsync(FuzzRequest request)
    {
        _server.Remember(request);
        var life = _server.Life;
        var answer = await _client.SendAsync(_server.BaseAddress, request);
        if (answer.Dropped is not null && !await _server.IsAliveAsync())
        {
            await _server.ReviveAsync(life);
        }

        if (!answer.FromFault)
        {
            _harvest.Gather(request.Operation, answer);
        }

        if (request.Operation.Method != HttpMethod.Get && answer.IsGood)
        {
            _changes.Enqueue(request);
            if (_changes.Count > ChangesTold)
            {
                _changes.Dequeue();
            }
        }

        return answer;
    }

    /// <summary>A new process knows nothing of what was.</summary>
    /// <returns>The key from now on.</returns>
    public string Enter()
    {
        if (_life != _server.Life)
        {
            Begin();
        }

        return Key;
    }

    /// <summary>Brings the workspace to rest and sees that it works; where it does not, a reset has to heal it.</summary>
    /// <returns>What does not work; null where all does.</returns>
    public async Task<string?> SettleAsync()
    {
        Enter();
        if (await UsableProbe.FirstProblemAsync(this) is not { } problem)
        {
            _production = _faultsMayStrike = false;
            return null;
        }

        // After the end of the process nothing was here to be used.
        if (_life == _server.Life)
        {
            Fail($"not usable any more: {problem}", "");
            if (await CallAsync(UsableProbe.Reset(Key)) is { Status: not 204 } refused)
            {
                Fail($"not healed by DELETE /_sandbox/workspace: {AnswerCheck.Generic(refused.ToString())}", "");
            }
            else if (await UsableProbe.FirstProblemAsync(this) is { } still)
            {
                Fail($"not usable after DELETE /_sandbox/workspace: {still}", "");
            }
        }

        Begin();
        return problem;
    }

    private void Fail(string kind, string details) =>
        _failures.Add(kind, () => $"{details}\nWhat {Key} took before:\n{string.Join('\n', _changes.Select(request => request.ToCurl(LongestOfChange)))}");

    private void Begin()
    {
        _life = _server.Life;
        Key = $"{_name}-{++_keys}";
        _production = _faultsMayStrike = false;
        _harvest.Forget();
        _changes.Clear();
    }

    /// <summary>Faults that were asked for may spoil the calls of the API.</summary>
    private bool IsExcused(FuzzRequest request, FuzzAnswer answer) =>
        _life != _server.Life || answer.FromFault || (request.Operation.IsApi && _faultsMayStrike && answer.Dropped is not null);

    private async Task LearnAsync(FuzzRequest request, FuzzAnswer answer)
    {
        var operation = request.Operation;
        if (answer.Dropped is not null && _faultsMayStrike)
        {
            await CallAsync(UsableProbe.RemoveFaults(Key));
            _faultsMayStrike = false;
        }

        if (!answer.IsGood || answer.FromFault)
        {
            return;
        }

        _faultsMayStrike = operation.Name switch
        {
            "POST /_sandbox/faults" => true,
            "DELETE /_sandbox/faults" or "DELETE /_sandbox/workspace" => false,
            _ => _faultsMayStrike || operation.Replaces,
        };
        if (operation.Replaces || operation.Name == "PATCH /_sandbox/workspace")
        {
            var look = await CallAsync(UsableProbe.Look(Key));
            _production = look.IsGood && look.Text.Contains("\"fidelity\":\"production\"", StringComparison.Ordinal);
        }

        if (operation.Name == "POST /_sandbox/workspaces" && answer.Json.GetProperty("key").GetString() is { } fork && fork.All(letter => letter is > ' ' and <= '~'))
        {
            await CheckForkAsync(fork);
        }
    }

    private async Task CheckForkAsync(string key)
    {
        if (await CallAsync(UsableProbe.Look(key)) is { IsGood: false } answer)
        {
            Fail($"a fork does not work: {AnswerCheck.Generic(answer.ToString())}", key);
        }

        await CallAsync(UsableProbe.Reset(key));
    }
}
