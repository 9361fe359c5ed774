using System.Text.RegularExpressions;

namespace MockMessaging.Tests.Fuzz;

/// <summary>A workspace nobody touches: what it holds has to stay the same whatever others do.</summary>
internal sealed partial class Witness(FuzzServer server, FuzzClient client, Failures failures)
{
    private const string Key = "witness";

    private int _life = -1;
    private string _before = "";

    /// <summary>An export without the times of this machine in it.</summary>
    public static string WithoutHostTimes(string export) => HostTimes().Replace(export, "");

    public async Task CheckAsync()
    {
        if (_life != server.Life)
        {
            _life = server.Life;
            await client.SendAsync(server.BaseAddress, UsableProbe.Request(Key, "PUT /_sandbox/clock", """{"mode":"frozen","now":"2026-01-05T10:00:00Z"}"""));
            await client.SendAsync(server.BaseAddress, UsableProbe.Request(
                Key, "POST /api/v1/message/send", """{"channelId":"wa360:918828218374","to":{"phone":"+91 99887 76655"},"type":"text","text":{"body":"Mine"}}"""));
            await client.SendAsync(server.BaseAddress, UsableProbe.Request(Key, "POST /_sandbox/clock/advance", """{"by":"PT5S"}"""));
            _before = await HeldAsync();
            return;
        }

        var now = await HeldAsync();
        if (now != _before && _life == server.Life)
        {
            var before = _before;
            failures.Add("another key noticed", () => $"before: {before}\nnow: {now}");
            _before = now;
        }
    }

    private async Task<string> HeldAsync()
    {
        var view = await client.SendAsync(server.BaseAddress, UsableProbe.Look(Key));
        var export = await client.SendAsync(server.BaseAddress, UsableProbe.Export(Key));
        return $"{UsableProbe.Counts(view)} {WithoutHostTimes(export.Text)}";
    }

    [GeneratedRegex("\"(archivedAt|hostNow)\":\"[^\"]*\"")]
    private static partial Regex HostTimes();
}
