using System.CommandLine;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MockMessaging.Client;

namespace MockMessaging.Tool.Verbs;

/// <summary>Applies a scenario to a workspace.</summary>
internal static partial class RunVerb
{
    public static Verb Create(Surroundings surroundings, CommonOptions common)
    {
        var scenario = new Argument<string>("FILE") { Description = "the scenario, as YAML or JSON; - reads standard input" };
        var verb = new Verb("run", "prepares a workspace by a scenario file: channels, templates, outcomes, faults and customers", "run scenario.yaml", "run - < scenario.yaml") { scenario };
        verb.SetAction(async (parsed, cancelled) =>
        {
            var workspace = common.Workspace(parsed);
            var file = parsed.GetRequiredValue(scenario);
            var text = file == "-"
                ? await surroundings.In.ReadToEndAsync(cancelled).ConfigureAwait(false)
                : Encoding.UTF8.GetString(await Files.ReadAsync(file, "FILE", cancelled).ConfigureAwait(false));
            try
            {
                var applied = await workspace.Scenarios.LoadAsync(text, cancelled).ConfigureAwait(false);
                if (common.Json(parsed))
                {
                    surroundings.Write(Lines.Json(applied));
                    return ExitCode.Done;
                }

                var counts = string.Join(", ", applied.Applied.Where(section => section.Value > 0).Select(section => $"{section.Value} {section.Key}"));
                surroundings.Write($"{applied.Name ?? file}: {(counts.Length > 0 ? counts : "nothing to apply")}");
                foreach (var customer in applied.Customers)
                {
                    surroundings.Write($"  customer {customer.ContactId} on {customer.ChannelId}");
                }

                return ExitCode.Done;
            }
            catch (SandboxException refusal) when (refusal.Status == HttpStatusCode.BadRequest && Place().Matches(refusal.Detail) is { Count: > 0 } places)
            {
                // As compilers have it, so that editors and terminals can link to the place.
                foreach (Match place in places)
                {
                    surroundings.Error.WriteLine($"{file}:{place.Groups["line"]}:{place.Groups["column"]}: {place.Groups["problem"]}");
                }

                return ExitCode.Refused;
            }
        });
        return verb;
    }

    [GeneratedRegex(@"^line (?<line>\d+), column (?<column>\d+): (?<problem>.*)$", RegexOptions.Multiline)]
    private static partial Regex Place();
}
