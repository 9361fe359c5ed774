using MockMessaging.Contract;
using MockMessaging.Seeding;

namespace MockMessaging.State;

/// <summary>
/// The channels, templates, client apps and variables of a workspace: the fixtures, changed by its own items. Lists are copied at their first
/// change, since all workspaces share those of the fixtures.
/// </summary>
internal sealed class WorkspaceConfiguration
{
    private readonly WorkspaceDefaults _defaults;
    private readonly OrderedDictionary<string, App> _apps = new(StringComparer.Ordinal);
    private readonly Dictionary<(ConfigurationPart, string), ConfigurationItem> _items = [];
    private OrderedDictionary<string, Channel>? _channels;
    private List<HSMTemplateDoc>? _templates;
    private List<CompanyVarsConfigDoc>? _variables;

    public WorkspaceConfiguration(WorkspaceDefaults defaults)
    {
        _defaults = defaults;
        foreach (var app in defaults.Fixtures.ClientApps)
        {
            _apps.Add(app.Id, App.Of(app));
        }

        DefaultApp = _apps[defaults.Fixtures.ClientApps.Single(app => app.Default).Id];
    }

    /// <summary>The app that owns the workspace's key.</summary>
    public App DefaultApp { get; }

    /// <summary>The timers that wait for approvals, by template and moment.</summary>
    public Dictionary<(string TemplateId, long DueMs), SandboxTimer> Approvals { get; } = [];

    /// <summary>What departs from the fixtures.</summary>
    public IReadOnlyCollection<ConfigurationItem> Items => _items.Values;

    public IEnumerable<Channel> Channels => _channels?.Values ?? _defaults.Channels.Values;

    public IReadOnlyList<HSMTemplateDoc> Templates => _templates ?? _defaults.Fixtures.Templates;

    public IReadOnlyList<CompanyVarsConfigDoc> Variables => _variables ?? _defaults.Fixtures.Variables;

    public IEnumerable<App> Apps => _apps.Values.Where(app => !app.IsRemoved);

    public Channel? FindChannel(string channelId) => _channels is null ? _defaults.Channels.GetValueOrDefault(channelId) : _channels.GetValueOrDefault(channelId);

    public HSMTemplateDoc? FindTemplate(string id) => Templates.FirstOrDefault(template => template.Id == id);

    public CompanyVarsConfigDoc? FindVariable(string key) => Variables.FirstOrDefault(variable => variable.Key == key);

    /// <summary>The app of a queue code, an id or a name, as the vendor looks them up.</summary>
    public App? FindApp(string codeOrId) =>
        _apps.TryGetValue(codeOrId, out var app) && !app.IsRemoved ? app : Apps.FirstOrDefault(other => other.Queue == codeOrId || other.KeyName == codeOrId);

    /// <summary>The app a record refers to, which may have been removed since.</summary>
    public App? AppOfRecord(string id) => _apps.TryGetValue(id, out var app) ? app : FindApp(id);

    public App? AppOfQueue(string queue)
    {
        foreach (var app in _apps.Values)
        {
            if (app.Queue == queue && !app.IsRemoved)
            {
                return app;
            }
        }

        return null;
    }

    /// <summary>The item of a channel, template, app or variable; null if it is as in the fixtures.</summary>
    public ConfigurationItem? ItemOf(ConfigurationPart section, string id) => _items.GetValueOrDefault((section, id));

    public ApprovalNote? NoteOf(string templateId, string channelId) =>
        ItemOf(ConfigurationPart.Template, templateId)?.Notes?.FirstOrDefault(note => note.ChannelId == channelId);

    /// <summary>True if the fixtures have it, so that its removal has to be remembered.</summary>
    public bool IsSeeded(ConfigurationPart section, string id) => section switch
    {
        ConfigurationPart.Channel => _defaults.Channels.ContainsKey(id),
        ConfigurationPart.Template => _defaults.Fixtures.Templates.Any(template => template.Id == id),
        ConfigurationPart.App => SeededApp(app => app.Id == id) is not null,
        _ => _defaults.Fixtures.Variables.Any(variable => variable.Key == id),
    };

    /// <summary>The channel and app of an example conversation, which stay what the fixtures say; null if the fixtures lack one.</summary>
    public (Channel Channel, ClientAppFixture App)? Seeded(ConversationFixture conversation) =>
        _defaults.Channels.GetValueOrDefault(conversation.ChannelId) is { } channel && SeededApp(app => app.Queue == conversation.Queue) is { } app ? (channel, app) : null;

    /// <summary>Puts an item into effect, in place of what was known under its id.</summary>
    public void Set(ConfigurationItem item)
    {
        _items[(item.Section, item.Id)] = item;
        PutIntoEffect(item);
    }

    /// <summary>Removes what the fixtures do not have; nothing remains of it.</summary>
    public void Forget(ConfigurationItem item)
    {
        item.IsRemoved = true;
        PutIntoEffect(item);
        _items.Remove((item.Section, item.Id));
        if (item.Section == ConfigurationPart.App)
        {
            _apps.Remove(item.Id);
        }
    }

    /// <summary>Gives an app what is stored of it beside its item.</summary>
    public void Restore(App stored)
    {
        if (_apps.TryGetValue(stored.Id, out var app))
        {
            app.StoreId = stored.StoreId;
            app.Webhook = stored.Webhook;
        }
    }

    private void PutIntoEffect(ConfigurationItem item)
    {
        switch (item.Section)
        {
            case ConfigurationPart.Channel:
                _channels ??= new OrderedDictionary<string, Channel>(_defaults.Channels, StringComparer.Ordinal);
                if (item.IsRemoved)
                {
                    _channels.Remove(item.Id);
                }
                else
                {
                    _channels[item.Id] = Channel.Of(item.Channel!);
                }

                break;
            case ConfigurationPart.Template:
                Replace(_templates ??= [.. Templates], template => template.Id == item.Id, item.IsRemoved ? null : item.Template);
                break;
            case ConfigurationPart.App:
                Take(item);
                break;
            default:
                Replace(_variables ??= [.. Variables], variable => variable.Key == item.Id, item.IsRemoved ? null : item.Variable);
                break;
        }
    }

    /// <summary>The object stays the same, because messages and pushes refer to it.</summary>
    private void Take(ConfigurationItem item)
    {
        if (!_apps.TryGetValue(item.Id, out var app))
        {
            if (item.App is null)
            {
                return;
            }

            _apps.Add(item.Id, app = App.Of(item.App));
        }

        app.Take(item.App, item.IsRemoved);
    }

    private static void Replace<T>(List<T> list, Predicate<T> which, T? by)
        where T : class
    {
        var at = list.FindIndex(which);
        if (by is null)
        {
            list.RemoveAll(which);
        }
        else if (at < 0)
        {
            list.Add(by);
        }
        else
        {
            list[at] = by;
        }
    }

    private ClientAppFixture? SeededApp(Func<ClientAppFixture, bool> which) => _defaults.Fixtures.ClientApps.FirstOrDefault(which);
}
