using System.Text.Json;
using System.Text.Json.Nodes;
using MockMessaging.Contract;
using MockMessaging.State;

namespace MockMessaging.Control;

internal static class VariableRequests
{
    private const string DefaultGroup = "default";

    extension(VariableRequest request)
    {
        public ConfigurationItem ToItem(string key, WorkspaceTransaction transaction)
        {
            ReadOnly.Ensure("key", request.Key, key);
            var known = transaction.State.Configuration.FindVariable(key);
            var like = known ?? transaction.State.Variables.FirstOrDefault();
            var isEmpty = request.Value is null || (request.Value.GetValueKind() == JsonValueKind.String && request.Value.GetValue<string>().Length == 0);
            return new ConfigurationItem
            {
                Section = ConfigurationPart.Variable,
                Id = key,
                Variable = new CompanyVarsConfigDoc
                {
                    Id = known?.Id ?? transaction.NextId().ToString(),
                    Key = key,
                    Value = request.Value,
                    Group = request.Group ?? DefaultGroup,
                    Type = request.Type ?? TypeOf(request.Value),
                    Description = request.Description,
                    Shared = request.Shared ?? false,
                    Disabled = request.Disabled ?? false,
                    Domain = like?.Domain,
                    Server = like?.Server,
                    Empty = isEmpty,
                    Present = !isEmpty,
                    Missing = false,
                    Primary = (request.Group ?? DefaultGroup) == DefaultGroup,
                },
            };
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => "NUMBER",
        JsonValueKind.True or JsonValueKind.False => "BOOLEAN",
        JsonValueKind.Array => "LIST",
        JsonValueKind.Object => "OBJECT",
        _ => "TEXT",
    };
}

internal static class VariableViews
{
    extension(VariableView)
    {
        public static VariableView Of(CompanyVarsConfigDoc variable) => new(
            variable.Key!, variable.Value?.DeepClone(), variable.Type, variable.Group, variable.Description, variable.Shared ?? false, variable.Disabled ?? false);
    }
}
