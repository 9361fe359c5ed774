namespace MockMessaging.Tests.Fuzz;

/// <summary>Makes requests for an operation: about a third as documented, the others odd in one way or more.</summary>
internal sealed class RequestGenerator(Random random, Harvest harvest, Func<string> webhookUrl)
{
    private readonly ValueGenerator _values = new(random, harvest, webhookUrl);
    private readonly BodyMutations _bodies = new(random);
    private readonly RequestMutations _mutations = new(random, harvest);

    /// <summary>A request as it should be.</summary>
    public FuzzRequest Make(FuzzOperation operation, string key) => Make(operation, key, 0);

    public FuzzRequest MakeAny(FuzzOperation operation, string key) => Make(operation, key, random.Next(20) switch { < 7 => 0, < 16 => 1, < 19 => 2, _ => 3 });

    private FuzzRequest Make(FuzzOperation operation, string key, int oddities)
    {
        var request = new FuzzRequest(operation, key);
        foreach (var name in operation.PathParameters)
        {
            var known = harvest.Pick(random, operation.Resource, name) ?? "unknown";
            request.Path = request.Path.Replace($"{{{name}}}", Uri.EscapeDataString(known), StringComparison.Ordinal);
        }

        // Whoever waits says how long; else it would be seconds of real time.
        foreach (var (name, schema) in operation.Query.Where(parameter => OddValues.IsRealTime(parameter.Key) || operation.RequiredQuery.Contains(parameter.Key) || random.Next(5) < 2))
        {
            request.Query.Add((name, _values.Parameter(operation, name, schema)));
        }

        if (operation.Body is not null)
        {
            request.Headers.Add(("Content-Type", "application/json"));
            var inBody = Enumerable.Range(0, oddities).Count(_ => random.Next(4) > 0);
            _bodies.Apply(request, _values.Body(operation), inBody);
            oddities -= inBody;
        }

        if (operation.TakesFile)
        {
            request.Headers.Add(("Content-Type", random.Next(8) == 0 ? "image" : "image/png"));
            request.Body = new byte[random.Next(8) == 0 ? 0 : random.Next(1, 2_000)];
            random.NextBytes(request.Body);
        }

        for (; oddities > 0; oddities--)
        {
            Around(request);
        }

        return request;
    }

    private void Around(FuzzRequest request)
    {
        switch (random.Next(3))
        {
            case 0 when request.Operation.PathParameters.Count > 0 || random.Next(3) == 0:
                _mutations.Path(request);
                break;
            case 1 when request.Operation.Body is null:
                _mutations.Query(request);
                break;
            default:
                _mutations.Headers(request);
                break;
        }
    }
}
