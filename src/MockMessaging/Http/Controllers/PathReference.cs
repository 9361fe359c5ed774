using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Http;

/// <summary>Writes a place in a body as the live service's parser refers to it: <c>OutBoundMsg["to"]->OutBoundContact["phone"]</c>.</summary>
internal static class PathReference
{
    /// <summary>The reference to a path such as <c>contacts[0].name.first_name</c>.</summary>
    public static string Of(JsonTypeInfo shape, string path)
    {
        var reference = new StringBuilder();
        var here = shape;
        foreach (var step in path.Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            var isIndex = int.TryParse(step, CultureInfo.InvariantCulture, out _);
            reference.Append(reference.Length == 0 ? "" : "->").Append(isIndex ? "List" : here?.Type.Name ?? "Map").Append(isIndex ? $"[{step}]" : $"[\"{step}\"]");
            var next = here?.Kind == JsonTypeInfoKind.Object ? here.Properties.FirstOrDefault(property => property.Name == step)?.PropertyType : here?.ElementType;
            here = next is null ? null : here!.Options.GetTypeInfo(next);
        }

        return reference.Length == 0 ? shape.Type.Name : reference.ToString();
    }
}
