using System.Text.Json.Nodes;
using Xunit;

namespace MockMessaging.Tests.Behaviour;

[Heading("4.2")]
public sealed class IdsTests(MockServer server)
{
    private const string ObjectId = "^[0-9a-f]{24}$";

    [Fact]
    [Shows("4.2.1")]
    public async Task Messages_sessions_apps_and_templates_have_ids_of_24_hex_digits()
    {
        var workspace = await server.NewWorkspaceAsync();
        var outbound = await workspace.SendTextAsync();
        var inbound = (await workspace.CustomerWritesAsync())["message"]!;
        var app = (await workspace.PostAsync("/api/v1/config/webhook", new JsonObject { ["url"] = "" })).Results[0]!;
        var templates = (await workspace.GetAsync("/api/v1/config/tmpl/hsm")).Results;

        var ids = templates.Select(template => (string?)template!["id"]).Concat([outbound, (string?)inbound["id"], (string?)inbound["session"]!["sessionId"], (string?)app["id"]]).ToList();

        Assert.All(ids, id => Assert.Matches(ObjectId, id));
        Assert.Distinct(ids);
    }

    [Fact]
    [Shows("4.2.2")]
    public async Task Id_of_the_provider_is_another_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var workspace = await server.InAsync(Steps.Documented, receiver);

        var id = await workspace.SendTextAsync();
        await workspace.AdvanceAsync();

        var external = Assert.Single(receiver.All.Select(push => (string?)push.Item["messageIdExt"]).Distinct());
        Assert.Matches("^[A-Za-z0-9+/=]+$", external);
        Assert.DoesNotMatch(ObjectId, external);
        Assert.All(receiver.All, push => Assert.Equal(id, (string?)push.Item["id"]));
        Assert.Equal(external, (string?)(await workspace.RowAsync(id))["messageIdExt"]);
    }

    [Fact]
    [Shows("4.2.2")]
    public async Task Id_of_an_inbound_message_is_not_the_providers_either()
    {
        var workspace = await server.NewWorkspaceAsync();

        var message = (await workspace.CustomerWritesAsync())["message"]!;

        Assert.NotEmpty((string)message["messageIdExt"]!);
        Assert.DoesNotMatch(ObjectId, (string?)message["messageIdExt"]);
    }

    [Fact]
    [Shows("4.2.3")]
    public async Task Routing_id_is_of_the_queue_at_first_and_of_session_and_queue_after_a_routing()
    {
        var workspace = await server.NewWorkspaceAsync();

        var begun = await workspace.ConversationAsync();
        await workspace.PostAsync("/api/v1/session/routing", new JsonObject { ["sessionId"] = (string?)begun["sessionId"], ["queue"] = "second_bot" });
        var routed = await workspace.ConversationAsync();

        Assert.Matches("^_my_bot_[^_]+$", (string?)begun["routingId"]);
        Assert.Matches($"^{begun["sessionId"]}_second_bot_[0-9a-z]+$", (string?)routed["routingId"]);
    }

    [Theory]
    [InlineData(Steps.Documented, "")]
    [InlineData(Steps.Production, null)]
    [Shows("4.2.1", "4.2.4")]
    public async Task Receipt_has_an_id_and_type_O_and_no_template(string fidelity, string? none)
    {
        var receipt = await (await server.InAsync(fidelity)).ReceiptAsync(TestWorkspace.Text());

        Assert.Matches(ObjectId, (string?)receipt["id"]);
        Assert.Equal(("O", none, none), ((string?)receipt["type"], (string?)receipt["templateCode"], (string?)receipt["templateId"]));
    }

    [Theory]
    [InlineData(Steps.Documented)]
    [InlineData(Steps.Production)]
    [Shows("4.2.4")]
    public async Task Receipt_of_a_template_names_its_code_and_id(string fidelity)
    {
        var workspace = await server.InAsync(fidelity);
        var id = (string?)(await workspace.FindTemplateAsync("PROMO"))["id"];

        foreach (var wanted in new[] { new JsonObject { ["code"] = "PROMO" }, new JsonObject { ["id"] = id } })
        {
            var receipt = await workspace.ReceiptAsync(Steps.Template(wanted));
            Assert.Equal(("O", "PROMO", id), ((string?)receipt["type"], (string?)receipt["templateCode"], (string?)receipt["templateId"]));
        }
    }
}
