using System.Reflection;

namespace MockMessaging.Control;

/// <summary>The version of this server.</summary>
internal static class ProductVersion
{
    private const int LettersOfCommit = 7;

    /// <summary>Such as <c>1.0.0</c>, or <c>1.0.0+60f348f</c> if the commit it was built from is known.</summary>
    public static string Text { get; } = Short(typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    private static string Short(string version) =>
        version.Split('+') is [var number, { Length: > LettersOfCommit } commit] ? $"{number}+{commit[..LettersOfCommit]}" : version;
}
