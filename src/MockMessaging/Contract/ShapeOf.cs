using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MockMessaging.Contract;

/// <summary>Typed access to the way a shape is read and written under some options.</summary>
internal static class ShapeOf
{
    public static JsonTypeInfo<T> TypeInfo<T>(this JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
