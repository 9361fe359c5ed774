using System.Text.Json;
using MockMessaging.Time;

namespace MockMessaging.Workspaces;

/// <summary>A clock as it was set, with the machine's time of that moment, so that it goes on while the server is down.</summary>
internal sealed record ClockRecord(ClockMode Mode, double Scale, DateTimeOffset Now, DateTimeOffset HostNow)
{
    public static ClockRecord Of(SandboxClock clock, TimeProvider host) => new(clock.Mode, clock.Scale, clock.GetUtcNow(), host.GetUtcNow());

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("mode"u8, Mode.ToString());
        writer.WriteNumber("scale"u8, Scale);
        writer.WriteString("now"u8, Now);
        writer.WriteString("hostNow"u8, HostNow);
        writer.WriteEndObject();
    }

    public void Restore(SandboxClock clock, TimeProvider host) =>
        clock.Set(Mode, Now + ((host.GetUtcNow() - HostNow) * Scale), Scale);
}
