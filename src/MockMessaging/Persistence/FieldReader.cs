using LiteDB;
using MockMessaging.State;

namespace MockMessaging.Persistence;

/// <summary>Reads fields of a document by name, and says which one is missing or of a wrong type.</summary>
internal readonly struct FieldReader(BsonDocument fields)
{
    public string Text(string name) => OptionalText(name) ?? throw RecordChecks.Missing(name);

    public long Number(string name) => OptionalNumber(name) ?? throw RecordChecks.Missing(name);

    public string? OptionalText(string name) => fields[name] switch
    {
        { IsNull: true } => null,
        { IsString: true } text => text.AsString,
        _ => throw WrongType(name),
    };

    public long? OptionalNumber(string name) => fields[name] switch
    {
        { IsNull: true } => null,
        { IsInt64: true } or { IsInt32: true } => fields[name].AsInt64,
        _ => throw WrongType(name),
    };

    public bool? OptionalFlag(string name) => fields[name] switch
    {
        { IsNull: true } => null,
        { IsBoolean: true } flag => flag.AsBoolean,
        _ => throw WrongType(name),
    };

    private static RecordException WrongType(string name) => new(name, "it is not of the type this field has.");
}

/// <summary>Fields that are left out if they are null.</summary>
internal static class OptionalFields
{
    public static void AddIfAny(this BsonDocument fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }

    public static void AddIfAny(this BsonDocument fields, string name, long? value)
    {
        if (value is { } number)
        {
            fields[name] = number;
        }
    }

    public static void AddIfAny(this BsonDocument fields, string name, bool? value)
    {
        if (value is { } flag)
        {
            fields[name] = flag;
        }
    }
}
