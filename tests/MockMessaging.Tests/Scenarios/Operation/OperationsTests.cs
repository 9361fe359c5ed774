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
        var workspace = await server.NewWorkspaceWithExamplesAsync();
        var body = method == "GET" ? null : Fixtures.Request(path["/api/v1/".Length..].Replace('/', '-'));

        (await workspace.CallAsync(new HttpMethod(method), prefix + path, body)).Ok();
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Probes_need_no_key(string path) => (await new TestWorkspace(server.BaseAddress, null).GetAsync(path)).Ok();
}
