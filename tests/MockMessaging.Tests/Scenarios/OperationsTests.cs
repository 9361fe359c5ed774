using System.Text.Json.Nodes;
using MockMessaging.Seeding;
using MockMessaging.Tests.Contract;
using Xunit;

namespace MockMessaging.Tests.Scenarios;

public sealed class OperationsTests(MockServer server)
{
    public static TheoryData<string, string, string> EveryOperation
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var operation in VendorContract.Operations)
            {
                foreach (var prefix in new[] { "", "/xms" })
                {
                    cases.Add(operation.GetProperty("method").GetString()!, prefix, operation.GetProperty("path").GetString()!);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task Documented_operation_answers_its_example_in_the_documented_shape(string method, string prefix, string path)
    {
        var workspace = await server.NewWorkspaceAsync();
        var body = method == "GET" ? null : Fixtures.Request(path["/api/v1/".Length..].Replace('/', '-'));

        (await workspace.CallAsync(new HttpMethod(method), prefix + path, body)).Ok();
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Probes_need_no_key(string path) => (await new TestWorkspace(server.BaseAddress, null).GetAsync(path)).Ok();

    [Fact]
    public async Task Production_profile_is_chosen_per_workspace()
    {
        var workspace = await server.NewWorkspaceAsync();
        (await workspace.CallAsync(HttpMethod.Patch, "/_sandbox/workspace", """{"fidelity":"production"}""")).Ok();

        var refused = (await workspace.PostAsync("/api/v1/session/close", new JsonObject { ["sessionId"] = "nobody" })).Is(System.Net.HttpStatusCode.InternalServerError);

        Assert.Equal(["timestamp", "status", "error", "message", "path"], refused.Body!.AsObject().Select(property => property.Key));
    }
}
