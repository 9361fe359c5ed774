using MockMessaging.Control;

namespace MockMessaging.Client;

/// <summary>The channels, templates, client apps and global variables of a workspace. A reset brings back those of the server.</summary>
public sealed class WorkspaceSetup
{
    private const string Channels = "/_sandbox/channels";
    private const string Templates = "/_sandbox/templates";
    private const string Apps = "/_sandbox/apps";
    private const string Variables = "/_sandbox/vars";

    private readonly SandboxCalls _calls;

    internal WorkspaceSetup(SandboxCalls calls) => _calls = calls;

    /// <summary>Lists channels.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only items after this one: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only items before this one: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the last item comes first. Default: the order of the configuration.</param>
    public Task<ChannelList> ListChannelsAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ChannelList>(Channels + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>One channel.</summary>
    /// <param name="channelId">Type, colon and account, such as <c>wa360:918828218374</c>.</param>
    public Task<ChannelView> GetChannelAsync(string channelId, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<ChannelView>(Path(Channels, channelId), cancellationToken);

    /// <summary>Adds or replaces a channel.</summary>
    /// <param name="channelId">Type, colon and account, such as <c>wa360:918828218374</c>.</param>
    public Task<ChannelView> SetChannelAsync(string channelId, ChannelRequest channel, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<ChannelRequest, ChannelView>(HttpMethod.Put, Path(Channels, channelId), channel, cancellationToken);

    /// <summary>Removes a channel; its messages stay.</summary>
    /// <param name="channelId">Type, colon and account, such as <c>wa360:918828218374</c>.</param>
    public Task RemoveChannelAsync(string channelId, CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path(Channels, channelId), cancellationToken);

    /// <summary>Lists templates.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only items after this one: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only items before this one: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the last item comes first. Default: the order of the configuration.</param>
    public Task<TemplateList> ListTemplatesAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<TemplateList>(Templates + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>One template.</summary>
    /// <param name="id">Id of the template.</param>
    public Task<TemplateView> GetTemplateAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<TemplateView>(Path(Templates, id), cancellationToken);

    /// <summary>Adds or replaces a template.</summary>
    /// <param name="id">Id of the template.</param>
    public Task<TemplateView> SetTemplateAsync(string id, TemplateRequest template, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<TemplateRequest, TemplateView>(HttpMethod.Put, Path(Templates, id), template, cancellationToken);

    /// <summary>Approves, rejects or pauses a template.</summary>
    /// <param name="id">Id of the template.</param>
    /// <param name="status">pending, approved, rejected, paused or deleted.</param>
    /// <param name="reason">Why it is not approved.</param>
    /// <param name="channelId">Only on this channel. Default: on all that it has an approval row for.</param>
    public Task<TemplateView> SetTemplateStatusAsync(string id, string status, string? reason = null, string? channelId = null, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<TemplateStatusRequest, TemplateView>(
            HttpMethod.Patch, Path(Templates, id), new TemplateStatusRequest { Status = status, Reason = reason, ChannelId = channelId }, cancellationToken);

    /// <summary>Removes a template; messages made from it stay.</summary>
    /// <param name="id">Id of the template.</param>
    public Task RemoveTemplateAsync(string id, CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path(Templates, id), cancellationToken);

    /// <summary>Lists client apps.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only items after this one: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only items before this one: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the last item comes first. Default: the order of the configuration.</param>
    public Task<AppList> ListAppsAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<AppList>(Apps + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>One client app.</summary>
    /// <param name="id">Id of the client app.</param>
    public Task<AppView> GetAppAsync(string id, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<AppView>(Path(Apps, id), cancellationToken);

    /// <summary>Adds or replaces a client app.</summary>
    /// <param name="id">Id of the client app.</param>
    public Task<AppView> SetAppAsync(string id, AppRequest app, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<AppRequest, AppView>(HttpMethod.Put, Path(Apps, id), app, cancellationToken);

    /// <summary>Removes a client app; its messages stay, and it gets no more pushes.</summary>
    /// <param name="id">Id of the client app.</param>
    public Task RemoveAppAsync(string id, CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path(Apps, id), cancellationToken);

    /// <summary>Lists global variables.</summary>
    /// <param name="limit">Highest number of items, 1 to 1,000.</param>
    /// <param name="after">Only items after this one: the <c>Next</c> of an earlier list.</param>
    /// <param name="before">Only items before this one: the <c>Next</c> of an earlier list with <c>newestFirst</c>.</param>
    /// <param name="newestFirst">True: the last item comes first. Default: the order of the configuration.</param>
    public Task<VariableList> ListVariablesAsync(int limit = 1_000, string? after = null, string? before = null, bool newestFirst = false, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<VariableList>(Variables + Query.Of(Query.Page(limit, after, before, newestFirst)), cancellationToken);

    /// <summary>One global variable.</summary>
    /// <param name="key">Key, as templates write it: <c>{{global.key}}</c>.</param>
    public Task<VariableView> GetVariableAsync(string key, CancellationToken cancellationToken = default) =>
        _calls.GetAsync<VariableView>(Path(Variables, key), cancellationToken);

    /// <summary>Adds or replaces a global variable.</summary>
    /// <param name="key">Key, as templates write it: <c>{{global.key}}</c>.</param>
    public Task<VariableView> SetVariableAsync(string key, VariableRequest variable, CancellationToken cancellationToken = default) =>
        _calls.SendAsync<VariableRequest, VariableView>(HttpMethod.Put, Path(Variables, key), variable, cancellationToken);

    /// <summary>Removes a global variable.</summary>
    /// <param name="key">Key, as templates write it: <c>{{global.key}}</c>.</param>
    public Task RemoveVariableAsync(string key, CancellationToken cancellationToken = default) => _calls.DeleteAsync(Path(Variables, key), cancellationToken);

    private static string Path(string list, string id) => $"{list}/{Uri.EscapeDataString(id)}";
}
