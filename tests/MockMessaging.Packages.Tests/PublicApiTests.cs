using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace MockMessaging.Packages.Tests;

/// <summary>What the packages promise to their users, line by line in PublicApi.txt, so that a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    /// <summary>What the compiler writes for each record.</summary>
    private static readonly string[] OfRecords = ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", "EqualityContract", "PrintMembers", "op_Equality", "op_Inequality"];

    [Fact]
    public void Public_api_is_the_committed_one()
    {
        var file = Path.Combine(Path.GetDirectoryName(Source())!, "PublicApi.txt");
        Type[] packaged = [typeof(Client.SandboxWorkspace), typeof(MockMessagingServer)];
        var api = string.Concat(packaged.SelectMany(type => Lines(type.Assembly)).Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("WRITE_PUBLIC_API") == "1")
        {
            File.WriteAllText(file, api);
        }

        var (committed, actual) = (File.ReadAllText(file).Split('\n'), api.Split('\n'));
        Assert.True(
            committed.SequenceEqual(actual),
            "The public API differs from PublicApi.txt. If that is meant, write it anew with: WRITE_PUBLIC_API=1 dotnet test --project tests/MockMessaging.Packages.Tests\n"
            + string.Join('\n', committed.Except(actual).Select(line => "- " + line).Concat(actual.Except(committed).Select(line => "+ " + line))));
    }

    private static IEnumerable<string> Lines(Assembly assembly)
    {
        yield return $"# {assembly.GetName().Name}";
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            yield return $"{(type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class")} {type.FullName}{(type.BaseType is { } up && up != typeof(object) && !type.IsValueType ? $" : {Name(up)}" : "")}";
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                yield return "  " + line;
            }
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (OfRecords.Contains(member.Name) || member.IsDefined(typeof(CompilerGeneratedAttribute)) || member is Type)
            {
                continue;
            }

            switch (member)
            {
                case FieldInfo { Name: not "value__" } field:
                    yield return type.IsEnum ? field.Name : $"{Name(field.FieldType)} {field.Name}";
                    break;
                case PropertyInfo property:
                    yield return $"{Name(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : "")}{Setter(property.SetMethod)}}}";
                    break;
                case ConstructorInfo made:
                    yield return $"new({Parameters(made)})";
                    break;
                case MethodInfo { IsSpecialName: false } method:
                    yield return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})";
                    break;
            }
        }
    }

    private static string Setter(MethodInfo? set) => set is not { IsPublic: true } ? ""
        : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"));

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } plain ? Name(plain) + "?"
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Source([CallerFilePath] string path = "") => path;
}
