using MockMessaging.Client;
using MockMessaging.Control;
using Xunit;

namespace MockMessaging.Tests.Client;

/// <summary>The rest of the typed client: traffic, notes, callbacks, single items, and how results print.</summary>
public sealed class ReadAndWriteTests(MockServer server)
{
    private readonly SandboxWorkspace _workspace = new(server.BaseAddress, MockServer.NewKey());

    private static CancellationToken Cancelled => TestWorkspace.Cancelled;

    [Fact]
    public async Task Traffic_is_started_listed_and_stopped()
    {
        var one = await _workspace.Inbound.StartTrafficAsync(new TrafficRequest { Contacts = 2 }, Cancelled);
        await _workspace.Inbound.StartTrafficAsync(cancellationToken: Cancelled);

        Assert.Equal((2, 2), (one.ContactIds.Count, (await _workspace.Inbound.ListTrafficAsync(cancellationToken: Cancelled)).Traffic.Count));
        await _workspace.Inbound.StopTrafficAsync(one.Id, Cancelled);
        Assert.NotEqual(one.Id, Assert.Single((await _workspace.Inbound.ListTrafficAsync(cancellationToken: Cancelled)).Traffic).Id);
        await _workspace.Inbound.StopTrafficAsync(cancellationToken: Cancelled);
        Assert.Empty((await _workspace.Inbound.ListTrafficAsync(cancellationToken: Cancelled)).Traffic);
    }

    [Fact]
    public async Task Note_is_added_to_a_session()
    {
        var written = await _workspace.Inbound.SendAsync(TestWorkspace.Phone, "Hello", cancellationToken: Cancelled);
        var contact = await _workspace.Messages.GetConversationAsync((string)written.Message["contactId"]!, Cancelled);

        var note = await _workspace.Sessions.AddNoteAsync(contact.Session!.Id, "Call back", "asha", Cancelled);

        Assert.Equal((contact.Session.Id, "asha", "Call back"), (note.SessionId, note.By, note.Text));
    }

    [Fact]
    public async Task Single_items_are_read()
    {
        Assert.Equal(TestWorkspace.WhatsApp, (await _workspace.Configuration.GetChannelAsync(TestWorkspace.WhatsApp, Cancelled)).ChannelId);
        var apps = (await _workspace.Configuration.ListAppsAsync(cancellationToken: Cancelled)).Apps;
        Assert.Equal(apps[0], await _workspace.Configuration.GetAppAsync(apps[0].Id, Cancelled));
        Assert.Empty((await _workspace.Requests.ListCallbacksAsync(cancellationToken: Cancelled)).Callbacks);
        Assert.Contains((await _workspace.ListWorkspacesAsync(newestFirst: true, cancellationToken: Cancelled)).Workspaces, workspace => workspace.Current);
    }

    [Fact]
    public async Task Result_prints_as_json_with_its_lists()
    {
        await _workspace.Messages.SendAsync(Some.Text(), Cancelled);

        var printed = (await _workspace.Messages.ListAsync(text: "Hello", cancellationToken: Cancelled)).ToString();

        Assert.StartsWith("MessageList {\"messages\":[{\"id\":\"", printed, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"Hello\"", printed, StringComparison.Ordinal);
    }
}
