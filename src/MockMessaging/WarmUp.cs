using System.Text;
using System.Text.Json;
using MockMessaging.Contract;
using MockMessaging.Fidelity;
using MockMessaging.Http;
using MockMessaging.Journal;
using MockMessaging.Messages;
using MockMessaging.Persistence;
using MockMessaging.Seeding;
using MockMessaging.State;
using MockMessaging.Storage;
using MockMessaging.Time;
using MockMessaging.Workspaces;

namespace MockMessaging;

/// <summary>
/// Runs once, in parallel with the start, the code that the first message needs, so that the first request is fast. Failures are ignored: the start has
/// the same ones and reports them.
/// </summary>
internal static class WarmUp
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Fixtures.Request("message-send"));

    /// <summary>The part that does not need settings.</summary>
    public static void ReadAndWrite()
    {
        Fixtures.Load(null);
        Read();
        KeyMask.Hides("");
        var answer = DocumentedProfile.Instance.Full(new EnvelopeFacts("", "", default), [new OutBoundReciept()], null);
        JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Shape);
    }

    /// <summary>Sends a message in a workspace of its own.</summary>
    public static void Send(IServiceProvider services)
    {
        var isDurable = services.GetRequiredService<IRecordStore>().IsDurable;
        var workspace = NewWorkspace(services);
        var sender = services.GetRequiredService<MessageSender>();
        workspace.Execute(transaction =>
        {
            sender.Send(transaction, transaction.State.DefaultApp, Read(), Body);
            foreach (var saved in isDurable ? transaction.Saved : [])
            {
                RecordKinds.Of(saved).FieldsOf(saved);
            }

            return true;
        });
        var tally = new AdvanceTally();
        while (workspace.FireNextUpTo(long.MaxValue, tally))
        {
        }
    }

    /// <summary>Sends a message in a workspace of its own through the controller, without the middleware, which is not there yet.</summary>
    /// <returns>The status of the response.</returns>
    public static Task<int> RespondAsync(WebApplication app)
    {
        var send = ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints)
            .First(static endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == "SendMessage");
        return HandleAsync(app.Services, send.RequestDelegate!, context =>
        {
            context.SetEndpoint(send);
            context.Features.Set(new RequestWorkspace(context, NewWorkspace(app.Services), null));
            context.Request.Method = HttpMethods.Post;
            context.Request.ContentType = "application/json";
            context.Request.ContentLength = Body.Length;
            context.Request.Body = new MemoryStream(Body);
        });
    }

    /// <summary>Has the table of routes made, by a request for none of them.</summary>
    /// <param name="routing">The middleware from routing on.</param>
    /// <returns>The status of the response.</returns>
    public static Task<int> RouteAsync(IServiceProvider services, RequestDelegate routing) => HandleAsync(services, routing, static context =>
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = "/unknown";
    });

    private static async Task<int> HandleAsync(IServiceProvider services, RequestDelegate handler, Action<HttpContext> prepare)
    {
        var scope = services.CreateAsyncScope();
        await using var ofRequest = scope.ConfigureAwait(false);
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        prepare(context);
        await handler(context).ConfigureAwait(false);
        return context.Response.StatusCode;
    }

    /// <summary>It is not stored and has no key, and its clock stands still.</summary>
    private static Workspace NewWorkspace(IServiceProvider services)
    {
        var shared = ActivatorUtilities.CreateInstance<WorkspaceServices>(services, NoPushQueues.Instance, new MemoryStore());
        var record = new WorkspaceRecord { Key = "", Generation = 0, Seed = 0 };
        var workspace = new Workspace(shared, record, WorkspaceState.Fresh(record, shared.Defaults));
        workspace.SetClock(static clock => clock.Set(ClockMode.Frozen));
        return workspace;
    }

    private static OutBoundMsg Read() => JsonSerializer.Deserialize(Body, ContractJsonOptions.NothingOdd.TypeInfo<OutBoundMsg>())!;
}
